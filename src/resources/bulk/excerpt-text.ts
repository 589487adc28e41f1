// The text of one object of a large file, as a manifest of its own.

/** The item of a block list as a document: without its dash, and moved to the left where that is safe. */
export function itemAsDocument(text: string, column: number): string {
  const item = `${text.slice(0, column)} ${text.slice(column + 1)}`;
  const content = /^ */.exec(item)?.[0].length ?? 0;
  const moved = item
    .split('\n')
    .map((line) => (line.trim() === '' ? line.slice(Math.min(content, line.length)) : line.slice(content)));
  const isDeep = item.split('\n').every((line) => line.trim() === '' || line.startsWith(' '.repeat(content)));
  const isSafe = isDeep && !moved.some((line) => /^(?:---|\.\.\.|%)/.test(line));
  return isSafe ? moved.join('\n') : item;
}

/** A JSON value that stands in a list: its later lines are moved to the left as far as the last one. */
export function itemOfJson(text: string): string {
  const indent = /\n([ \t]*)\S?$/.exec(text)?.[1] ?? '';
  return indent === '' ? text : text.replaceAll(`\n${indent}`, '\n');
}

/** The item of a typed list (`PodList`), which has no type of its own, with that type written in. */
export function withType(text: string, apiVersion: string, kind: string): string {
  if (text.startsWith('{')) {
    const rest = text.slice(1);
    const comma = rest.trimStart().startsWith('}') ? '' : ',';
    return `{"apiVersion":${JSON.stringify(apiVersion)},"kind":${JSON.stringify(kind)}${comma}${rest}`;
  }
  const indent = /^(?: *(?:#.*)?\r?\n)*( *)/.exec(text)?.[1] ?? '';
  return `${indent}apiVersion: ${JSON.stringify(apiVersion)}\n${indent}kind: ${JSON.stringify(kind)}\n${text}`;
}
