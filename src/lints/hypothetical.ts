// Whether a policy would apply to something that may well be in the cluster, although no manifest holds it.
import { type EndpointType, fitsText, type Selector } from '../model/selector.ts';
import { KUBERNETES_NAME, NAMESPACE_LABEL, NAMESPACE_PREFIX, ORCHESTRATOR_LABEL, OWN_NAME } from './calico-labels.ts';
import type { LabelLookup } from './selector-tree.ts';

/** Something with a type and labels, as Calico's selectors see them. */
export interface Hypothesis {
  readonly type: EndpointType;
  readonly labels: LabelLookup;
}

/** Calico's selectors ask labels of the scope `endpoint` only. */
export function wouldSelect(selector: Selector, { type, labels }: Hypothesis): boolean {
  switch (selector.op) {
    case 'all':
      return true;
    case 'type':
      return selector.types.includes(type);
    case 'and':
      return selector.terms.every((term) => wouldSelect(term, { type, labels }));
    case 'or':
      return selector.terms.some((term) => wouldSelect(term, { type, labels }));
    case 'not':
      return !wouldSelect(selector.term, { type, labels });
    case 'has':
      return labels(selector.key) !== undefined;
    case 'in':
      return selector.values.includes(labels(selector.key) ?? '') && labels(selector.key) !== undefined;
    default: {
      const value = labels(selector.key);
      return value !== undefined && fitsText(selector.op, value, selector.text);
    }
  }
}

/** A host endpoint for every interface of its node, without labels. */
export const anyHost: Hypothesis = { type: 'every-host', labels: () => undefined };

/** A pod of a namespace with these labels of its own. */
export function podIn(namespace: string, own: Readonly<Record<string, string>> = {}): Hypothesis {
  const labels: ReadonlyMap<string, string> = new Map([
    ...Object.entries(own),
    [NAMESPACE_LABEL, namespace],
    [ORCHESTRATOR_LABEL, 'k8s'],
    [NAMESPACE_PREFIX + OWN_NAME, namespace],
    [NAMESPACE_PREFIX + KUBERNETES_NAME, namespace],
  ]);
  return { type: 'pod', labels: (key) => labels.get(key) };
}
