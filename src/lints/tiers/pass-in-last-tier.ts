// `pass-in-last-tier`: a Pass after which no policy is asked.
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { labelOf } from '../wording.ts';

/** Whether a policy of a later tier has a say about some endpoint the policy applies to. */
function leadsOn(policy: PlacedPolicy, direction: Direction, context: LintContext): boolean {
  return policiesInOrder(context).some(
    (other) =>
      other.index > policy.index &&
      other.policy.tier !== policy.policy.tier &&
      other.policy[direction] !== undefined &&
      other.subjects.intersects(policy.subjects),
  );
}

function finding(policy: PlacedPolicy, direction: Direction, context: LintContext): readonly Finding[] {
  const passes = (policy.policy[direction] ?? []).filter(({ action }) => action === 'pass');
  const [first] = passes;
  const { resource } = policy;
  const isForPods = [...policy.subjects].some((id) => context.snapshot.universe.classes[id]?.sample.type === 'pod');
  if (!first || !resource || !isForPods || leadsOn(policy, direction, context)) return [];
  return [
    {
      message: `No policy of a later tier governs the ${direction} of what this one applies to, so \`Pass\` allows the pods among it what rule ${first.number} matches`,
      advice: 'Write Allow if that is meant; else give a later tier a policy.',
      range: first.range,
      object: labelOf(resource),
    },
  ];
}

export const passInLastTier: Lint = {
  code: 'pass-in-last-tier',
  severity: 'info',
  title: 'A Pass after which no policy is asked',
  docs: {
    why: 'Behind the last tier the profile of a pod’s namespace decides, and it allows. A `Pass` there is an Allow.',
    fix: 'Write Allow, if that is meant, or Deny; or give a later tier the policy that is to decide.',
    source: {
      title: 'Calico: policy tiers',
      url: 'https://docs.tigera.io/calico/latest/network-policy/policy-tiers/tiered-policy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Pass
      source: { nets: [203.0.113.0/24] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { nets: [203.0.113.0/24] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
  },
  check: (context) =>
    policiesInOrder(context).flatMap((policy) =>
      DIRECTIONS.flatMap((direction) => finding(policy, direction, context)),
    ),
};
