// Arbitrary trees of Calico selectors, and the texts that say them: any spacing, quotes and needless parentheses.
import fc from 'fast-check';
import type { CalicoSelector } from '../resources/calico-selector-syntax.ts';

const spot = { start: 0, end: 0 };
const word = (text: string) => ({ text, ...spot });

/** Keywords are labels like others. */
const labels = fc.constantFrom('a', 'b', 'in', 'not', 'has', 'all', 'starts', 'contains', '-x//.7', 'pcns.a');
/** Values that labels of `labelMaps` have, and such as could be taken for syntax; never both quotes. */
const values = fc.constantFrom('', 'x', 'xy', 'yx', 'all()', 'a b', "it's", '"', '{', '&&', '\n', 'é');

const leaf: fc.Arbitrary<CalicoSelector> = fc.oneof(
  fc.constantFrom<CalicoSelector>({ op: 'all', ...spot }, { op: 'global', ...spot }),
  labels.map((key): CalicoSelector => ({ op: 'has', key: word(key), ...spot })),
  fc
    .tuple(fc.constantFrom('equals', 'differs', 'contains', 'starts-with', 'ends-with'), labels, values)
    .map(([op, key, value]): CalicoSelector => ({ op, key: word(key), value: word(value), ...spot })),
  fc
    .tuple(fc.constantFrom('in', 'not-in'), labels, fc.array(values, { maxLength: 3 }))
    .map(([op, key, many]): CalicoSelector => ({ op, key: word(key), values: many.map(word), ...spot })),
);

export const selectorTrees: fc.Arbitrary<CalicoSelector> = fc.letrec<{ tree: CalicoSelector }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('tree').map((term): CalicoSelector => ({ op: 'not', term, ...spot })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
      .map(([op, terms]): CalicoSelector => ({ op, terms, ...spot })),
  ),
})).tree;

export const labelMaps: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .dictionary(labels, values, { maxKeys: 6 })
  .map((labels) => new Map(Object.entries(labels)));

/** Texts that say `tree`: `choose(n)` gives the next number below `n`. */
export function writeSelector(tree: CalicoSelector, choose: (below: number) => number): string {
  const blanks = (): string => ['', ' ', '\t', '  '][choose(4)] ?? '';
  const gap = (): string => [' ', '\t', ' \t'][choose(3)] ?? ' ';
  const quote = (text: string): string => {
    const mark = text.includes('"') || (choose(2) === 0 && !text.includes("'")) ? "'" : '"';
    return mark + text + mark;
  };
  const words = { contains: 'contains', 'starts-with': `starts${blanks()}with`, 'ends-with': `ends${blanks()}with` };
  const symbols = { equals: '==', differs: '!=' };
  const inParentheses = (text: string): string => `(${blanks()}${text}${blanks()})`;
  /** `level`: 0 takes `||`, 1 takes `&&`, 2 takes neither; 3 no `!` either, since two would cancel out. */
  const write = (node: CalicoSelector, level: number): string => {
    const own = { or: 0, and: 1, not: 2 }[node.op as string] ?? 3;
    return own < level || choose(8) === 0 ? inParentheses(writeNode(node)) : writeNode(node);
  };
  const writeNode = (node: CalicoSelector): string => {
    switch (node.op) {
      case 'all':
      case 'global':
        return `${node.op}(${blanks()})`;
      case 'has':
        return `has(${blanks()}${node.key.text}${blanks()})`;
      case 'equals':
      case 'differs':
        return `${node.key.text}${blanks()}${symbols[node.op]}${blanks()}${quote(node.value.text)}`;
      case 'contains':
      case 'starts-with':
      case 'ends-with':
        return `${node.key.text}${gap()}${words[node.op]}${blanks()}${quote(node.value.text)}`;
      case 'in':
      case 'not-in': {
        const items = node.values.map(({ text }) => blanks() + quote(text) + blanks()).join(',');
        const comma = node.values.length > 0 && choose(4) === 0 ? ',' : '';
        const operator = node.op === 'in' ? 'in' : `not${blanks()}in`;
        return `${node.key.text}${gap()}${operator}${blanks()}{${items}${comma}${blanks()}}`;
      }
      case 'not':
        return `${'!'.repeat(choose(6) === 0 ? 3 : 1)}${blanks()}${write(node.term, 3)}`;
      case 'and':
        return node.terms.map((term) => write(term, 2)).join(`${blanks()}&&${blanks()}`);
      case 'or':
        return node.terms.map((term) => write(term, 1)).join(`${blanks()}||${blanks()}`);
    }
  };
  return blanks() + write(tree, 0) + blanks();
}
