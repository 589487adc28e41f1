// The host endpoints that a Calico policy selects by its selectors, whether or not it acts on them.
import type { HostEndpoint } from '../model/cluster.ts';
import { ACCOUNT_PREFIX, NAMESPACE_PREFIX } from './calico-labels.ts';
import type { CalicoPolicy, LintContext } from './lint-context.ts';
import { type LabelLookup, treeSelects } from './selector-tree.ts';

const behind =
  (prefix: string, labels: LabelLookup): LabelLookup =>
  (key) =>
    labels(prefix + key);

/** Calico reference, "HostEndpoint": in no namespace, so that beside a namespace selector `all()` does not mean it. */
export function selectedHosts({ spec, namespace }: CalicoPolicy, { snapshot }: LintContext): readonly HostEndpoint[] {
  if (namespace !== '') return [];
  const { selector, namespaceSelector, serviceAccountSelector } = spec;
  const isLimited = namespaceSelector !== undefined || serviceAccountSelector !== undefined;
  return snapshot.cluster.hostEndpoints.filter((host) => {
    const labels: LabelLookup = (key) => host.labels.get(key);
    return (
      (!selector || treeSelects(selector.tree, labels, { all: !isLimited })) &&
      (!namespaceSelector || treeSelects(namespaceSelector.tree, behind(NAMESPACE_PREFIX, labels), { all: false })) &&
      (!serviceAccountSelector ||
        treeSelects(serviceAccountSelector.tree, behind(ACCOUNT_PREFIX, labels), { all: false }))
    );
  });
}
