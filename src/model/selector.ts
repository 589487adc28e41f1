// Predicates over labels, shared by every dialect: Kubernetes label selectors and Calico expressions both become this.

/** Whose labels are asked: the endpoint's own, or those of its namespace. */
export type LabelScope = 'endpoint' | 'namespace';

export type Selector =
  | { readonly op: 'all' }
  | { readonly op: 'has'; readonly scope: LabelScope; readonly key: string }
  /** The key is present with one of the values. */
  | { readonly op: 'in'; readonly scope: LabelScope; readonly key: string; readonly values: readonly string[] }
  | { readonly op: 'and'; readonly terms: readonly Selector[] }
  | { readonly op: 'or'; readonly terms: readonly Selector[] }
  | { readonly op: 'not'; readonly term: Selector };

const SELECT_ALL: Selector = { op: 'all' };

/** The label that names a namespace on itself (KEP-2161); every namespace carries it, written or not. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Endpoints of one namespace, by the label every namespace carries. */
export function inNamespace(namespace: string): Selector {
  return { op: 'in', scope: 'namespace', key: NAMESPACE_NAME_LABEL, values: [namespace] };
}

/** The conjunction, without needless nesting. */
export function allOf(terms: readonly Selector[]): Selector {
  const needed = terms.filter((term) => term.op !== 'all');
  const [first] = needed;
  if (!first) return SELECT_ALL;
  return needed.length === 1 ? first : { op: 'and', terms: needed };
}

type LabelsOf = (scope: LabelScope) => ReadonlyMap<string, string>;

/** Whether `selector` selects something with these labels. */
export function selects(selector: Selector, labels: LabelsOf): boolean {
  switch (selector.op) {
    case 'all':
      return true;
    case 'has':
      return labels(selector.scope).has(selector.key);
    case 'in': {
      const value = labels(selector.scope).get(selector.key);
      return value !== undefined && selector.values.includes(value);
    }
    case 'and':
      return selector.terms.every((term) => selects(term, labels));
    case 'or':
      return selector.terms.some((term) => selects(term, labels));
    case 'not':
      return !selects(selector.term, labels);
  }
}

/** Calls `visit` for every label key that the selector asks for. */
export function visitKeys(selector: Selector, visit: (scope: LabelScope, key: string) => void): void {
  switch (selector.op) {
    case 'all':
      return;
    case 'has':
    case 'in':
      visit(selector.scope, selector.key);
      return;
    case 'and':
    case 'or':
      for (const term of selector.terms) visitKeys(term, visit);
      return;
    case 'not':
      visitKeys(selector.term, visit);
  }
}
