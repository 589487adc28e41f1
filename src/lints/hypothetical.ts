// What may well be in the cluster, although no manifest holds it, to be asked whether a policy would apply to it.
import { type Labelled, NAMESPACE_NAME_LABEL } from '../model/selector.ts';
import { NAMESPACE_LABEL, NAMESPACE_PREFIX, ORCHESTRATOR_LABEL, OWN_NAME } from './calico-labels.ts';

/** A host endpoint for every interface of its node, without labels. */
export const anyHost: Labelled = { type: 'every-host', labelOf: () => undefined };

/** A pod of a namespace with these labels of its own, as Calico's selectors see it: they ask no labels of another scope. */
export function podIn(namespace: string, own: Readonly<Record<string, string>> = {}): Labelled {
  const labels: ReadonlyMap<string, string> = new Map([
    ...Object.entries(own),
    [NAMESPACE_LABEL, namespace],
    [ORCHESTRATOR_LABEL, 'k8s'],
    [NAMESPACE_PREFIX + OWN_NAME, namespace],
    [NAMESPACE_PREFIX + NAMESPACE_NAME_LABEL, namespace],
  ]);
  return { type: 'pod', labelOf: (_, key) => labels.get(key) };
}
