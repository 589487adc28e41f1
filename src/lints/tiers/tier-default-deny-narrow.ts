// `tier-default-deny-narrow`: a tier whose policies speak of a few flows, and whose end denies all others.

import { addItem, fixOf, setEntry } from '../../documents/write-edits.ts';
import { endpointsText } from '../endpoint-words.ts';
import { isTerminal, policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { isCatchAll } from '../rule-cover.ts';
import { BUILT_IN_TIERS, tiersOf } from '../tier-objects.ts';
import { labelOf, policyName, quotedList } from '../wording.ts';

interface Shut {
  readonly direction: Direction;
  readonly classes: readonly number[];
  /** The policies of the tier that govern them. */
  readonly policies: readonly PlacedPolicy[];
  /** Policies of later tiers that would have a say. */
  readonly unasked: readonly PlacedPolicy[];
}

/** A policy without rules means to close; one with a rule for everything leaves nothing to the end of the tier. */
function isNarrow({ policy }: PlacedPolicy, direction: Direction, context: LintContext): boolean {
  const rules = (policy[direction] ?? []).filter(isTerminal);
  return rules.length > 0 && !rules.some((rule) => isCatchAll(rule, context.snapshot.matrix.families));
}

const onlyDenies = ({ policy }: PlacedPolicy, direction: Direction): boolean =>
  (policy[direction] ?? []).every(({ action }) => action === 'deny' || action === 'log');

function shutBy(tier: string, direction: Direction, context: LintContext): readonly Shut[] {
  const all = policiesInOrder(context).filter(({ policy }) => policy[direction]);
  const own = all.filter(({ policy }) => policy.tier === tier);
  const last = own.at(-1);
  const later = all.filter(({ policy, index }) => policy.tier !== tier && last && index > last.index);
  const found = new Map<string, { -readonly [K in keyof Shut]: Shut[K] }>();
  const classes = new Set(own.flatMap(({ subjects }) => [...subjects]));
  for (const id of classes) {
    const policies = own.filter(({ subjects }) => subjects.has(id));
    if (!policies.every((policy) => isNarrow(policy, direction, context))) continue;
    const unasked = later.filter(({ subjects, resource }) => subjects.has(id) && resource);
    const key = `${policies.map(({ index }) => index)}/${unasked.map(({ index }) => index)}`;
    const known = found.get(key);
    found.set(key, { direction, policies, unasked, classes: [...(known?.classes ?? []), id] });
  }
  return [...found.values()];
}

function finding(tier: ReturnType<typeof tiersOf>[number], shut: Shut, context: LintContext): readonly Finding[] {
  const { direction, classes, policies, unasked } = shut;
  const [policy] = policies;
  if (!policy?.resource) return [];
  // Who allows a few flows and has no policy elsewhere may well mean to close the rest.
  const isSure = unasked.length > 0 || policies.every((one) => onlyDenies(one, direction));
  const consequence =
    unasked.length > 0
      ? `, so ${quotedList(unasked.map((one) => policyName(one.policy)))} in later tiers ${unasked.length === 1 ? 'is' : 'are'} not asked`
      : '';
  const list = context.manifests.find(policy.resource.range, ['spec', direction]);
  return [
    {
      ...(isSure ? {} : { severity: 'info' as const }),
      message: `All other ${direction} of ${endpointsText(classes, context)} is denied at the end of the tier \`${tier.meta.name}\`: its policies (${quotedList(policies.map((one) => policyName(one.policy)))}) speak of some flows only${consequence}`,
      advice: 'Let the tier pass on what it does not speak of, or end the policy with a rule `Pass`.',
      range: policy.resource.nameRange,
      object: labelOf(policy.resource),
      related: [{ message: 'the tier, whose default action is Deny', range: tier.nameRange }],
      fixes: [
        ...fixOf(
          'Write `defaultAction: Pass` in the tier',
          setEntry(context.manifests.find(tier.range, ['spec']), 'defaultAction', 'Pass'),
        ),
        ...fixOf('Add a last rule `Pass`', addItem(list, { action: 'Pass' })),
      ],
    },
  ];
}

const objects = `---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: { matchLabels: { app: web } }, ingress: [{ from: [{ podSelector: {} }] }] }
`;

const policy = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: security.block-bad }
spec:
  tier: security
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { nets: [203.0.113.0/24] }
---
apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: security }
`;

export const tierDefaultDenyNarrow: Lint = {
  code: 'tier-default-deny-narrow',
  severity: 'warning',
  title: 'The end of a tier denies what its few rules do not speak of',
  docs: {
    why: 'At the end of a tier with the default action Deny everything is denied that no rule of it matched, for each endpoint and direction that some policy of it governs. Later tiers are not asked.',
    fix: 'Set `defaultAction: Pass` on the tier, or end the policy with a rule `Pass` for what it does not speak of.',
    source: {
      title: 'Calico: policy tiers',
      url: 'https://docs.tigera.io/calico/latest/network-policy/policy-tiers/tiered-policy',
    },
    bad: `${policy}spec: { order: 100 }
${objects}`,
    good: `${policy}spec: { order: 100, defaultAction: Pass }
${objects}`,
  },
  check: (context) =>
    tiersOf(context)
      .filter(({ defaultAction, meta }) => defaultAction === 'Deny' && !BUILT_IN_TIERS.has(meta.name))
      .flatMap((tier) =>
        DIRECTIONS.flatMap((direction) =>
          shutBy(tier.meta.name, direction, context).flatMap((shut) => finding(tier, shut, context)),
        ),
      ),
};
