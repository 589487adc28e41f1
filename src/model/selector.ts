// Predicates over labels, shared by every dialect: Kubernetes label selectors and Calico expressions both become this.

/**
 * What a policy can apply to: a pod; the processes of a host; what a host forwards. A host endpoint stands for one
 * interface, or (`every-…`) for all interfaces of its host.
 */
export type EndpointType = 'pod' | 'host' | 'every-host' | 'transit' | 'every-transit';

/** Whose labels are asked: the endpoint's own, or those of its namespace. */
export type LabelScope = 'endpoint' | 'namespace';

export type Selector =
  | { readonly op: 'all' }
  | { readonly op: 'has'; readonly scope: LabelScope; readonly key: string }
  /** The key is present with one of the values. */
  | { readonly op: 'in'; readonly scope: LabelScope; readonly key: string; readonly values: readonly string[] }
  /** The key is present and its value contains, starts with or ends with `text`. */
  | {
      readonly op: 'contains' | 'starts-with' | 'ends-with';
      readonly scope: LabelScope;
      readonly key: string;
      readonly text: string;
    }
  /** It is of one of these types; asked of endpoints only. */
  | { readonly op: 'type'; readonly types: readonly EndpointType[] }
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

/** Something that a selector may select. */
export interface Labelled {
  /** Of an endpoint only. */
  readonly type?: EndpointType;
  labelOf(scope: LabelScope, key: string): string | undefined;
}

/** Whether a label's value fits one of the operators on texts. */
export function fitsText(op: 'contains' | 'starts-with' | 'ends-with', value: string, text: string): boolean {
  if (op === 'contains') return value.includes(text);
  return op === 'starts-with' ? value.startsWith(text) : value.endsWith(text);
}

/** Whether `selector` selects it. */
export function selectsOne(selector: Selector, one: Labelled): boolean {
  switch (selector.op) {
    case 'all':
      return true;
    case 'type':
      return one.type !== undefined && selector.types.includes(one.type);
    case 'and':
      return selector.terms.every((term) => selectsOne(term, one));
    case 'or':
      return selector.terms.some((term) => selectsOne(term, one));
    case 'not':
      return !selectsOne(selector.term, one);
    default: {
      const value = one.labelOf(selector.scope, selector.key);
      if (value === undefined || selector.op === 'has') return value !== undefined;
      return selector.op === 'in' ? selector.values.includes(value) : fitsText(selector.op, value, selector.text);
    }
  }
}

/** Whether `selector` selects something with these labels that is no endpoint. */
export function selects(selector: Selector, labels: (scope: LabelScope) => ReadonlyMap<string, string>): boolean {
  return selectsOne(selector, { labelOf: (scope, key) => labels(scope).get(key) });
}

/** Calls `visit` for every label key that the selector asks for. */
export function visitKeys(selector: Selector, visit: (scope: LabelScope, key: string) => void): void {
  switch (selector.op) {
    case 'all':
    case 'type':
      return;
    case 'has':
    case 'in':
    case 'contains':
    case 'starts-with':
    case 'ends-with':
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
