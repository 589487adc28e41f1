// What is said when tokens do not form a list, a map or a value.
import { type ReadingError, syntaxError } from './reading-error.ts';
import type { Token, TokenType } from './yaml-token.ts';

const NAMES: { readonly [Type in TokenType]: string } = {
  'stream-end': 'the end of the document',
  'version-directive': 'a directive',
  'tag-directive': 'a directive',
  'document-start': '`---`',
  'document-end': '`...`',
  'block-sequence-start': 'a list',
  'block-mapping-start': 'a map',
  'block-end': 'the end of the indented lines',
  'flow-sequence-start': '`[`',
  'flow-sequence-end': '`]`',
  'flow-mapping-start': '`{`',
  'flow-mapping-end': '`}`',
  'block-entry': 'a list item (`-`)',
  'flow-entry': '`,`',
  key: 'a key',
  value: '`:`',
  alias: 'an alias',
  anchor: 'an anchor',
  tag: 'a tag',
  scalar: 'text',
};

export function itemMissing(found: Token, start: number): ReadingError {
  const isKey = found.type === 'key' || found.type === 'block-mapping-start';
  const message = isKey
    ? 'A key stands where the list goes on with `- ` or ends'
    : `The list goes on with \`- \` or ends here, but ${NAMES[found.type]} follows`;
  const advice = isKey
    ? 'Indent the line like the keys above it, or begin it with `- `.'
    : 'Align the items of the list; quote a value whose text goes on after its closing quote or bracket.';
  return at(found, message, advice, start, 'list');
}

export function keyMissing(found: Token, start: number): ReadingError {
  const isIndented = found.type === 'block-mapping-start';
  const message = isIndented
    ? 'This line is indented unlike the other keys of its map'
    : `The map goes on with a key or ends here, but ${NAMES[found.type]} follows`;
  const advice =
    found.type === 'block-entry'
      ? 'Indent the list item below its key, or remove the `-`.'
      : isIndented
        ? 'Align the keys of the map.'
        : 'Align the keys of the map; quote a value whose text goes on after its closing quote or bracket.';
  return at(found, message, advice, start, 'map');
}

export function closingMissing(found: Token, start: number, bracket: '[' | '{'): ReadingError {
  const closing = bracket === '[' ? ']' : '}';
  const message = `Inside \`${bracket}\`, \`,\` or \`${closing}\` is expected, but ${NAMES[found.type]} follows`;
  return at(found, message, `Separate the entries by commas and close the \`${bracket}\`.`, start, `\`${bracket}\``);
}

export function contentMissing(found: Token): ReadingError {
  return at(
    found,
    `A value is expected here, but ${NAMES[found.type]} follows`,
    'Write the value, or `null`, or quote it.',
  );
}

export function undefinedHandle(handle: string, start: number, end: number): ReadingError {
  return syntaxError(`The tag handle \`${handle}\` is not defined`, 'Remove the tag.', start, end);
}

function at(found: Token, message: string, advice: string, opened?: number, what?: string): ReadingError {
  const end = Math.max(found.end, found.start + 1);
  if (opened === undefined || what === undefined) return syntaxError(message, advice, found.start, end);
  return syntaxError(message, advice, found.start, end, [
    { message: `The ${what} begins here`, start: opened, end: opened + 1 },
  ]);
}
