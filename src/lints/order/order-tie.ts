// `order-tie`: policies that disagree, and of which only the name says which is asked first.
import { groupBy } from '../../base/group-by.ts';
import { isTerminal, policiesInOrder, rulesOverlap } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type LintContext, PairBudget, type PlacedPolicy } from '../lint-context.ts';
import { labelOf, policyName, quotedList } from '../wording.ts';

/** Pairs of rules compared in all. */
const PAIRS = 20_000;

const actionsOf = ({ policy }: PlacedPolicy): ReadonlySet<string> =>
  new Set([...(policy.ingress ?? []), ...(policy.egress ?? [])].filter(isTerminal).map(({ action }) => action));

/** Whether some flow is treated differently by two policies, whichever is asked first. */
function disagree(a: PlacedPolicy, b: PlacedPolicy, budget: PairBudget, context: LintContext): boolean {
  if (!a.subjects.intersects(b.subjects)) return false;
  return DIRECTIONS.some((direction) =>
    (a.policy[direction] ?? []).some((rule) =>
      (b.policy[direction] ?? []).some(
        (other) =>
          isTerminal(rule) &&
          isTerminal(other) &&
          rule.action !== other.action &&
          budget.take() &&
          rulesOverlap([rule, other], [a, b], direction, context),
      ),
    ),
  );
}

function finding(policy: PlacedPolicy, earlier: readonly PlacedPolicy[], context: LintContext): readonly Finding[] {
  const { resource } = policy;
  if (!resource || earlier.length === 0) return [];
  const { order, tier } = policy.policy;
  const has = Number.isFinite(order) ? `have order ${order}` : 'have no order';
  const names = quotedList(earlier.map((one) => policyName(one.policy)));
  const isNamed = earlier.every((one) => one.policy.tieBreak !== undefined) && policy.policy.tieBreak !== undefined;
  return [
    {
      message: isNamed
        ? `This policy and ${names} ${has} in the tier \`${tier}\` and treat the same flows differently: only by the name ${names} ${earlier.length === 1 ? 'is' : 'are'} asked first`
        : `This policy and ${names} ${has} in the tier \`${tier}\` and treat the same flows differently: nothing says which is asked first`,
      advice: isNamed
        ? 'Give them different orders: versions up to 3.31 and from 3.32 on compare names in different ways.'
        : 'Give them different priorities.',
      range: context.manifests.rangeOf(resource.range, ['spec', 'order']) ?? resource.nameRange,
      object: labelOf(resource),
      related: earlier.slice(0, 5).map((one) => ({
        message: 'has the same order',
        range: one.resource?.nameRange ?? one.policy.range,
      })),
    },
  ];
}

export const orderTie: Lint = {
  code: 'order-tie',
  severity: 'warning',
  title: 'Policies that disagree have the same order',
  docs: {
    why: 'Of policies with the same order, or without one, the name decides which is asked first, and versions of Calico compare names in different ways: a rename or an upgrade can turn a Deny into an Allow.',
    fix: 'Give each policy of the tier an order of its own, the lower one to what must decide first.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: deny-outside, namespace: shop }
spec:
  order: 100
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { nets: [10.1.0.0/16] }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: allow-ops, namespace: shop }
spec:
  order: 100
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { nets: [10.1.2.0/24] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: deny-outside, namespace: shop }
spec:
  order: 200
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { nets: [10.1.0.0/16] }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: allow-ops, namespace: shop }
spec:
  order: 100
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { nets: [10.1.2.0/24] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
  },
  check(context) {
    const budget = new PairBudget(PAIRS);
    const ties = groupBy(policiesInOrder(context), ({ policy }) => `${policy.tier} ${policy.order}`);
    return [...ties.values()].flatMap((tied) => {
      // Who only allows agrees with who only allows.
      if (new Set(tied.flatMap((policy) => [...actionsOf(policy)])).size < 2) return [];
      return tied.flatMap((policy, at) =>
        finding(
          policy,
          tied.slice(0, at).filter((other) => disagree(other, policy, budget, context)),
          context,
        ),
      );
    });
  },
};
