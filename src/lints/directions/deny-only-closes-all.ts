// `deny-only-closes-all`: a policy that means to deny some flows, and denies all others by being there.
import { addItem, fixOf } from '../../documents/write-edits.ts';
import type { Bitset } from '../../net/bitset.ts';
import { endpointsText } from '../endpoint-words.ts';
import { isTerminal } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { type CalicoPolicy, DIRECTIONS, type Direction, type LintContext } from '../lint-context.ts';
import { movesToPassingTier } from '../passing-tier.ts';
import { isCatchAll } from '../rule-cover.ts';

/** Whoever writes this in the name means to close everything. */
const MEANT = /default|isolat|lock-?down|quarantine|restrict/i;

/** Whether a policy has Deny rules for some flows of a direction, and nothing else. */
function deniesSome({ placed }: CalicoPolicy, direction: Direction, context: LintContext): boolean {
  const rules = (placed[0]?.policy[direction] ?? []).filter(isTerminal);
  const { families } = context.snapshot.matrix;
  return rules.length > 0 && rules.every((rule) => rule.action === 'deny' && !isCatchAll(rule, families));
}

/** Pods of which no other policy of the tier governs the direction. */
function closedAlone({ placed }: CalicoPolicy, direction: Direction, context: LintContext): Bitset | undefined {
  const [main] = placed;
  return (
    main &&
    context.placed
      .filter(({ index, policy }) => index !== main.index && policy.tier === main.policy.tier && policy[direction])
      .reduce((rest, { subjects }) => rest.andNot(subjects), main.subjects)
  );
}

function finding(policy: CalicoPolicy, direction: Direction, context: LintContext): readonly Finding[] {
  const { resource, spec, label } = policy;
  const isEnforced = !spec.doNotTrack && !spec.preDNAT && !MEANT.test(resource.meta.name);
  // Tiers of its own are the affair of `tier-default-deny-narrow`.
  if (spec.tier !== 'default' || !isEnforced || !deniesSome(policy, direction, context)) return [];
  const closed = closedAlone(policy, direction, context);
  if (!closed || closed.isEmpty()) return [];
  const list = context.manifests.find(resource.range, ['spec', direction]);
  return [
    {
      message: `Its rules deny some ${direction}, and the end of the tier \`default\` denies all the rest of ${endpointsText(closed, context)}: no other policy of the tier allows them any`,
      advice: 'Put it into an earlier tier whose default action is Pass, or end it with a rule `Pass`.',
      range: resource.nameRange,
      object: label,
      fixes: [
        ...movesToPassingTier(policy, context),
        ...fixOf('Add a last rule `Pass`: later policies of the tier are not asked', addItem(list, { action: 'Pass' })),
      ],
    },
  ];
}

export const denyOnlyClosesAll: Lint = {
  code: 'deny-only-closes-all',
  severity: 'warning',
  title: 'A policy that denies some flows closes all others',
  docs: {
    why: 'Where a policy of the tier `default` applies to a pod in a direction, the end of the tier denies what no rule allowed. A policy of Deny rules alone, meant to block a few addresses, thus blocks everything.',
    fix: 'Put the policy into a tier before `default` whose default action is Pass: what it does not deny is left to the policies after it. A last rule `Pass` does the same, but also skips the later policies of its own tier.',
    source: {
      title: 'Calico: policy tiers',
      url: 'https://docs.tigera.io/calico/latest/network-policy/policy-tiers/tiered-policy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: block-feed }
spec:
  namespaceSelector: all()
  types: [Egress]
  egress:
    - action: Deny
      destination: { nets: [203.0.113.0/24] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: block-feed }
spec:
  tier: security
  namespaceSelector: all()
  types: [Egress]
  egress:
    - action: Deny
      destination: { nets: [203.0.113.0/24] }
---
{ apiVersion: projectcalico.org/v3, kind: Tier, metadata: { name: security }, spec: { order: 100, defaultAction: Pass } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
  },
  check: (context) =>
    context.calico.flatMap((policy) => DIRECTIONS.flatMap((direction) => finding(policy, direction, context))),
};
