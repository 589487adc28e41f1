// A Calico selector as its document writes it: the expression's conditions, each with its place in the file.
import type { MapEntry, Span } from '../../documents/document-value.ts';
import type { WrittenCondition } from '../../model/written-policy.ts';
import type { SelectorField } from '../../resources/calico-resource.ts';
import { parseCalicoSelector } from '../../resources/calico-selector.ts';
import type { CalicoSelector } from '../../resources/calico-selector-syntax.ts';
import { compileSelector } from './compile-selector.ts';
import { ACCOUNT_LABEL, ACCOUNT_PREFIX, NAMESPACE_LABEL, NAMESPACE_PREFIX } from './label-names.ts';
import { prefixKeys, replaceAllCall, replaceGlobalCall } from './rewrite-selector.ts';

export type Bearer = 'endpoints' | 'namespaces' | 'accounts';

export interface Expression {
  readonly entry: MapEntry;
  /** The expression, on one line. */
  readonly text: string;
  readonly field: SelectorField;
  readonly conditions: readonly WrittenCondition[];
}

/** How a part of the selector is asked of an endpoint (Calico reference, "EntityRule"). */
function asAsked(tree: CalicoSelector, of: Bearer): CalicoSelector {
  if (of === 'endpoints') return tree;
  if (of === 'accounts') return replaceAllCall(prefixKeys(tree, ACCOUNT_PREFIX), ACCOUNT_LABEL);
  return replaceGlobalCall(replaceAllCall(prefixKeys(tree, NAMESPACE_PREFIX), NAMESPACE_LABEL), NAMESPACE_LABEL);
}

/** Where a part of the text is written; the whole value where escapes or line breaks stand in between. */
function spanIn(source: string, entry: MapEntry, text: string, part: Span): Span {
  const { start, end } = entry.value;
  const quoted = /^["']/.test(source.charAt(start)) ? 1 : 0;
  if (!source.startsWith(text, start + quoted)) return { start, end };
  return { start: start + quoted + part.start, end: start + quoted + part.end };
}

function wantedOf(tree: CalicoSelector): WrittenCondition['wanted'] {
  if (tree.op === 'equals') return { key: tree.key.text, values: [tree.value.text] };
  if (tree.op === 'in') return { key: tree.key.text, values: tree.values.map(({ text }) => text) };
  return tree.op === 'has' ? { key: tree.key.text, values: undefined } : undefined;
}

/** The parts that hold or fail by themselves; behind `!` the whole. */
function partsOf(tree: CalicoSelector, isNeeded: boolean): readonly { tree: CalicoSelector; isNeeded: boolean }[] {
  if (tree.op === 'and') return tree.terms.flatMap((term) => partsOf(term, isNeeded));
  if (tree.op === 'or') return tree.terms.flatMap((term) => partsOf(term, false));
  return [{ tree, isNeeded }];
}

/** The expression under a name; undefined where there is none, or it cannot be read. */
export function readExpression(
  source: string,
  file: string,
  entry: MapEntry | undefined,
  of: Bearer,
): Expression | undefined {
  if (entry?.value.kind !== 'string' || entry.value.value === '') return undefined;
  const { value: text, start, end } = entry.value;
  const parsed = parseCalicoSelector(text);
  if ('error' in parsed) return undefined;
  const conditions = partsOf(parsed.tree, true).map(({ tree, isNeeded }): WrittenCondition => {
    const wanted = isNeeded ? wantedOf(tree) : undefined;
    return {
      spans: [spanIn(source, entry, text, tree)],
      text: text.slice(tree.start, tree.end),
      selector: compileSelector(asAsked(tree, of)),
      ...(wanted ? { wanted } : {}),
    };
  });
  const field = { text, tree: parsed.tree, range: { file, start, end } };
  return { entry, text: text.trim().replaceAll(/\s+/g, ' '), field, conditions };
}
