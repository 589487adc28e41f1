// Reads Calico selectors as written: whether they select something, which conditions they make, and where each stands.

import type { Manifests } from '../documents/manifest.ts';
import type { SourceRange } from '../documents/source-file.ts';
import type { TextEdit } from '../documents/text-edit.ts';
import type { SelectorField } from '../resources/calico-resource.ts';
import type { CalicoSelector, SelectorSpan, SelectorWord } from '../resources/calico-selector-syntax.ts';

/** The value of a label; undefined: there is none. */
export type LabelLookup = (key: string) => string | undefined;

/** What the calls mean where they stand; both hold for everything unless said otherwise. */
export interface CallMeaning {
  readonly all?: boolean;
  readonly global?: boolean;
}

/** Calico reference, "Selectors": `!=` and `not in` hold for what lacks the label. */
export function treeSelects(tree: CalicoSelector, labelOf: LabelLookup, calls: CallMeaning = {}): boolean {
  switch (tree.op) {
    case 'all':
      return calls.all ?? true;
    case 'global':
      return calls.global ?? true;
    case 'not':
      return !treeSelects(tree.term, labelOf, calls);
    case 'and':
      return tree.terms.every((term) => treeSelects(term, labelOf, calls));
    case 'or':
      return tree.terms.some((term) => treeSelects(term, labelOf, calls));
    default:
      return conditionHolds(tree, labelOf(tree.key.text));
  }
}

/** A condition on one label. */
export type LabelCondition = Extract<CalicoSelector, { readonly key: SelectorWord }>;

export function conditionHolds(condition: LabelCondition, value: string | undefined): boolean {
  switch (condition.op) {
    case 'has':
      return value !== undefined;
    case 'equals':
      return value === condition.value.text;
    case 'differs':
      return value !== condition.value.text;
    case 'in':
      return value !== undefined && condition.values.some(({ text }) => text === value);
    case 'not-in':
      return !condition.values.some(({ text }) => text === value);
    case 'contains':
      return value?.includes(condition.value.text) ?? false;
    case 'starts-with':
      return value?.startsWith(condition.value.text) ?? false;
    case 'ends-with':
      return value?.endsWith(condition.value.text) ?? false;
  }
}

export interface FoundCondition {
  readonly condition: LabelCondition;
  /** True under an odd number of `!`. */
  readonly negated: boolean;
}

/** Trees stay the same from one snapshot to the next, as long as their file does. */
const read = new WeakMap<CalicoSelector, readonly FoundCondition[]>();

/** Every condition on a label, in the order of the text. */
export function conditionsOf(tree: CalicoSelector): readonly FoundCondition[] {
  const known = read.get(tree);
  if (known) return known;
  const found = readConditions(tree);
  read.set(tree, found);
  return found;
}

function readConditions(tree: CalicoSelector): readonly FoundCondition[] {
  const found: FoundCondition[] = [];
  const waiting: { tree: CalicoSelector; negated: boolean }[] = [{ tree, negated: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { tree: node, negated } = next;
    if (node.op === 'and' || node.op === 'or') {
      for (const term of node.terms.toReversed()) waiting.push({ tree: term, negated });
    } else if (node.op === 'not') waiting.push({ tree: node.term, negated: !negated });
    else if ('key' in node) found.push({ condition: node, negated });
  }
  return found;
}

/** Whether it holds for what has no label at all: a host endpoint, or a global network set, where namespaces are asked. */
export function holdsWithoutLabels(tree: CalicoSelector): boolean {
  return treeSelects(tree, () => undefined, { all: false, global: false });
}

/** Where a part of a selector is written; the whole value where escapes or line breaks stand in between. */
export function rangeInSelector(field: SelectorField, part: SelectorSpan, manifests: Manifests): SourceRange {
  const start = textStart(field, manifests);
  if (start === undefined) return field.range;
  // A word without letters is shown with its quotes.
  const quotes = part.start === part.end ? 1 : 0;
  return { file: field.range.file, start: start + part.start - quotes, end: start + part.end + quotes };
}

/** Replaces a part of a selector by letters that need no quotes; undefined where the text is not written as it reads. */
export function editSelector(
  field: SelectorField,
  part: SelectorSpan,
  text: string,
  manifests: Manifests,
): TextEdit | undefined {
  const start = textStart(field, manifests);
  if (start === undefined || !/^[\w./-]*$/.test(text)) return undefined;
  return { file: field.range.file, start: start + part.start, end: start + part.end, text };
}

function textStart({ text, range }: SelectorField, manifests: Manifests): number | undefined {
  const source = manifests.textOf(range.file);
  const quoted = /^["']/.test(source.charAt(range.start)) ? 1 : 0;
  return source.startsWith(text, range.start + quoted) ? range.start + quoted : undefined;
}

/** The span of a word's text without its quotes. */
export function wordSpan(word: SelectorWord, selector: string): SelectorSpan {
  const at = selector.indexOf(word.text, word.start);
  return at < 0 ? word : { start: at, end: at + word.text.length };
}

/** `first && (rest)`; the rest in parentheses where it has alternatives. */
export function conjoin(first: string, rest: string): string {
  return rest.includes('||') ? `${first} && (${rest})` : `${first} && ${rest}`;
}
