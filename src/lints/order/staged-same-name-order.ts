// `staged-same-name-order`: a staged edition of a policy that Calico previews behind the enforced one instead of in its place.
import type { Resource } from '../../resources/resource.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext } from '../lint-context.ts';
import { labelOf } from '../wording.ts';

const ENFORCED: Readonly<Partial<Record<Resource['kind'], Resource['kind']>>> = {
  StagedNetworkPolicy: 'CalicoNetworkPolicy',
  StagedGlobalNetworkPolicy: 'GlobalNetworkPolicy',
  StagedKubernetesNetworkPolicy: 'NetworkPolicy',
};

/** Where a policy stands; Calico gives those of Kubernetes one place. */
function placeOf(resource: Resource): { readonly tier: string; readonly order: number } {
  if ('spec' in resource && 'doNotTrack' in resource.spec) {
    return { tier: resource.spec.tier, order: resource.spec.order ?? Number.POSITIVE_INFINITY };
  }
  return { tier: 'default', order: 1000 };
}

function finding(staged: Resource, { resources, manifests }: LintContext): readonly Finding[] {
  const kind = ENFORCED[staged.kind];
  const isSet = 'stagedAction' in staged && (staged.stagedAction === 'Set' || staged.stagedAction === 'Learn');
  if (!kind || !isSet) return [];
  const enforced = resources.find(
    ({ kind: other, meta }) =>
      other === kind && meta.name === staged.meta.name && meta.namespace === staged.meta.namespace,
  );
  if (!enforced) return [];
  const [here, there] = [placeOf(staged), placeOf(enforced)];
  if (here.tier !== there.tier || here.order < there.order) return [];
  return [
    {
      message: `\`${staged.meta.name}\` is also enforced: Calico's own preview asks the enforced policy first and this one behind it, so it does not show what enforcing this one would change`,
      advice: 'Look at the view of promoted policies, where a staged policy takes the place of the enforced one.',
      range: manifests.rangeOf(staged.range, ['spec', 'order']) ?? staged.nameRange,
      object: labelOf(staged),
      related: [{ message: 'is enforced', range: enforced.nameRange }],
    },
  ];
}

const policy = (kind: string, order: number): string => `apiVersion: projectcalico.org/v3
kind: ${kind}
metadata: { name: web, namespace: shop }
spec:
  order: ${order}
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - { action: ${kind === 'NetworkPolicy' ? 'Allow' : 'Deny'} }
`;

export const stagedSameNameOrder: Lint = {
  code: 'staged-same-name-order',
  severity: 'warning',
  title: 'A staged policy is previewed behind the enforced one of its name',
  docs: {
    why: 'For the pending verdicts of flow logs Calico adds staged policies to the enforced ones. A staged edition of an enforced policy, at the same order, is asked behind the one it is to replace: rules that it takes away still act there.',
    fix: 'Judge the change by the promoted view (`--pending=promoted`), or stage it with a lower order than the enforced policy has.',
    source: {
      title: 'Calico: StagedNetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/stagednetworkpolicy',
    },
    bad: `${policy('StagedNetworkPolicy', 100)}---\n${policy('NetworkPolicy', 100)}`,
    good: `${policy('StagedNetworkPolicy', 99)}---\n${policy('NetworkPolicy', 100)}`,
  },
  check(context) {
    const { semantics, pending } = context.snapshot.options;
    if (semantics === 'kubernetes' || pending === 'promoted') return [];
    return context.resources.flatMap((resource) => finding(resource, context));
  },
};
