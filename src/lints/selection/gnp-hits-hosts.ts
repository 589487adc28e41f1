// `gnp-hits-hosts`: a global policy meant for pods whose selector holds for hosts as well.

import { counted } from '../../base/counted.ts';
import { addEntry, fixOf, replaceValue } from '../../documents/write-edits.ts';
import { selectsOne } from '../../model/selector.ts';
import { anyHost } from '../hypothetical.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext } from '../lint-context.ts';
import { conjoin } from '../selector-tree.ts';
import { quotedList } from '../wording.ts';

const IN_A_NAMESPACE = 'has(projectcalico.org/name)';

/** Whether it applies to a host that has no label at all; with these flags, and by a label of hosts, it means to. */
function isLoose({ namespace, spec, placed }: CalicoPolicy): boolean {
  const isNarrowed = spec.selector ?? spec.namespaceSelector ?? spec.serviceAccountSelector;
  const isAboutHosts = spec.applyOnForward || spec.doNotTrack || spec.preDNAT;
  const subject = placed[0]?.policy.subject;
  return (
    namespace === '' && Boolean(isNarrowed) && !isAboutHosts && subject !== undefined && selectsOne(subject, anyHost)
  );
}

function hostsHit({ placed }: CalicoPolicy, { snapshot }: LintContext): readonly string[] {
  const { universe, cluster } = snapshot;
  const names = [...(placed[0]?.subjects ?? [])].flatMap((id) =>
    (universe.classes[id]?.members ?? []).flatMap((member) => cluster.endpoints[member]?.hostEndpoint ?? []),
  );
  return [...new Set(names)];
}

function fixesFor({ resource, spec }: CalicoPolicy, { manifests }: LintContext) {
  const given = spec.namespaceSelector;
  if (!given) {
    const add = addEntry(manifests.find(resource.range, ['spec']), 'namespaceSelector', 'all()');
    return fixOf('Add `namespaceSelector: all()`: pods only', add);
  }
  const place = manifests.find(resource.range, ['spec', 'namespaceSelector']);
  return fixOf(`Add \`${IN_A_NAMESPACE}\`: pods only`, replaceValue(place, conjoin(IN_A_NAMESPACE, given.text)));
}

export const gnpHitsHosts: Lint = {
  code: 'gnp-hits-hosts',
  severity: 'warning',
  title: 'A global policy for pods applies to hosts as well',
  docs: {
    why: 'Host endpoints are endpoints too: `all()`, `!=`, `not in` and `!has()` hold for them, also in a namespaceSelector, because a host has no namespace. A default deny then closes the nodes themselves.',
    fix: 'Add `namespaceSelector: all()` (or one that asks for a label of namespaces): host endpoints are in no namespace and are left alone then.',
    source: {
      title: 'Calico: GlobalNetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/globalnetworkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: default-deny }
spec:
  namespaceSelector: projectcalico.org/name not in {'kube-system'}
  types: [Ingress]
---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: worker-1 }
spec: { node: worker-1, interfaceName: "*", profiles: [projectcalico-default-allow] }
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: default-deny }
spec:
  namespaceSelector: has(projectcalico.org/name) && projectcalico.org/name not in {'kube-system'}
  types: [Ingress]
---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: worker-1 }
spec: { node: worker-1, interfaceName: "*", profiles: [projectcalico-default-allow] }
`,
  },
  check: (context) =>
    context.calico.filter(isLoose).map((policy): Finding => {
      const { resource, spec, label } = policy;
      const field = spec.namespaceSelector ?? spec.selector ?? spec.serviceAccountSelector;
      const hit = hostsHit(policy, context);
      const why = spec.namespaceSelector
        ? 'a host has no namespace, and the namespaceSelector holds without one'
        : 'the selector holds for what has no labels';
      const whom =
        hit.length === 0
          ? 'every host endpoint that the cluster has (the manifests hold none)'
          : `${counted(hit.length, 'host endpoint')} (${quotedList(hit)})`;
      return {
        ...(hit.length === 0 ? { severity: 'info' as const } : {}),
        message: `It applies to ${whom} as well as to pods: ${why}`,
        advice: 'If it is for pods only, write a namespaceSelector that asks for a namespace.',
        range: field?.range ?? resource.nameRange,
        object: label,
        fixes: fixesFor(policy, context),
      };
    }),
};
