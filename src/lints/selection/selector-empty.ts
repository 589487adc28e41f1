// `selector-empty`: a global policy that nothing narrows.

import { addEntry, fixOf } from '../../documents/write-edits.ts';
import { endpointsText } from '../endpoint-words.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext } from '../lint-context.ts';

/** Policies with these flags are about hosts and mean them. */
function isUnbounded({ namespace, spec, resource }: CalicoPolicy, context: LintContext): boolean {
  const isNarrowed = spec.selector ?? spec.namespaceSelector ?? spec.serviceAccountSelector;
  const isAboutHosts = spec.applyOnForward || spec.doNotTrack || spec.preDNAT;
  const isDeletion = 'stagedAction' in resource && resource.stagedAction === 'Delete';
  return (
    namespace === '' && !isNarrowed && !isAboutHosts && !isDeletion && !context.isSaid('selector-swallowed', resource)
  );
}

export const selectorEmpty: Lint = {
  code: 'selector-empty',
  severity: 'warning',
  title: 'A global policy without a selector applies to every pod and every host',
  docs: {
    why: 'An empty selector selects everything: pods of all namespaces, those of the system included, and every host endpoint. On hosts it can cut off the nodes themselves.',
    fix: 'Write the selector that is meant; `namespaceSelector: all()` restricts the policy to pods.',
    source: {
      title: 'Calico: GlobalNetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/globalnetworkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: deny-all }
spec:
  types: [Ingress, Egress]
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: deny-all }
spec:
  namespaceSelector: has(projectcalico.org/name) && projectcalico.org/name not in {'kube-system', 'calico-system'}
  types: [Ingress, Egress]
`,
  },
  check: (context) =>
    context.calico
      .filter((policy) => isUnbounded(policy, context))
      .map(({ resource, label, placed }): Finding => {
        const { manifests, snapshot } = context;
        const applies = placed[0] ? endpointsText(placed[0].subjects, context) : '';
        const hosts = snapshot.cluster.hostEndpoints.length > 0 ? '' : ', and every host endpoint that the cluster has';
        const whom = applies === '' ? 'every pod and every host endpoint' : `everything: ${applies}${hosts}`;
        const written = manifests.rangeOf(resource.range, ['spec', 'selector']);
        return {
          message: `Nothing narrows the policy, so it applies to ${whom}`,
          advice: 'Say which endpoints it is for: `namespaceSelector: all()` are all pods and no hosts.',
          range: written ?? manifests.rangeOf(resource.range, ['spec'], 'name') ?? resource.nameRange,
          object: label,
          fixes: fixOf(
            'Add `namespaceSelector: all()`: all pods, no hosts',
            addEntry(manifests.find(resource.range, ['spec']), 'namespaceSelector', 'all()'),
          ),
        };
      }),
};
