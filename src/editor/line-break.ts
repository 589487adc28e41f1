// How far the next line is indented when Enter is pressed in a manifest.

/**
 * The indentation after `before`, the line up to the cursor: one step further after a key that opens a block, level with the
 * first key of a list item after `- key: value`, else as the line itself.
 */
export function indentAfter(before: string): string {
  const spaces = /^ */.exec(before)?.[0] ?? '';
  const content = before.slice(spaces.length);
  const dashes = /^(?:- +)*/.exec(content)?.[0] ?? '';
  const rest = content.slice(dashes.length).replace(/(^|\s+)#.*$/, '');
  if (/:\s*$/.test(rest)) return ' '.repeat(spaces.length + dashes.length + 2);
  const isKey = /^[^\s"'{[][^\s]*:\s/.test(rest);
  return isKey ? ' '.repeat(spaces.length + dashes.length) : spaces;
}
