// `order-vs-k8s`: a Deny that comes too late, because policies of Kubernetes have allowed the flow by then.

import { fixOf, setEntry } from '../../documents/write-edits.ts';
import { policiesInOrder, rulesOverlap } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type LintContext, PairBudget, type PlacedPolicy } from '../lint-context.ts';
import { labelOf, policyName, quotedList, rulesText } from '../wording.ts';

/** Pairs of rules compared in all. */
const PAIRS = 20_000;

/** Calico reference, "NetworkPolicy", order: where policies of Kubernetes stand in the tier `default`. */
const KUBERNETES_ORDER = 1000;
/** Before them, with room on both sides. */
const EARLIER = 900;

const isKubernetes = ({ resource }: PlacedPolicy): boolean => resource?.kind === 'NetworkPolicy';
const isCalico = ({ resource }: PlacedPolicy): boolean =>
  resource !== undefined && 'spec' in resource && 'doNotTrack' in resource.spec;

interface Late {
  readonly denies: ReadonlySet<number>;
  readonly by: readonly PlacedPolicy[];
}

/** Deny rules whose flows earlier policies of Kubernetes allow, in part at least. */
function late(
  policy: PlacedPolicy,
  kubernetes: readonly PlacedPolicy[],
  budget: PairBudget,
  context: LintContext,
): Late {
  const denies = new Set<number>();
  const by = kubernetes.filter((other) => {
    if (other.index > policy.index || !other.subjects.intersects(policy.subjects)) return false;
    return DIRECTIONS.some((direction) =>
      (policy.policy[direction] ?? []).some((deny) => {
        const isLate = (other.policy[direction] ?? []).some(
          (allow) =>
            deny.action === 'deny' && budget.take() && rulesOverlap([deny, allow], [policy, other], direction, context),
        );
        if (isLate) denies.add(deny.number);
        return isLate;
      }),
    );
  });
  return { denies, by };
}

export const orderVsK8s: Lint = {
  code: 'order-vs-k8s',
  severity: 'info',
  title: 'A Deny comes after the policies of Kubernetes that allow the flow',
  docs: {
    why: 'In the tier `default` Calico asks policies of Kubernetes at order 1000. What they allow is allowed: a Deny with a higher order, or with none, does not see it any more.',
    fix: 'Give the Deny an order below 1000, or put it into a tier that comes before `default`.',
    source: {
      title: 'Calico: policy tiers',
      url: 'https://docs.tigera.io/calico/latest/network-policy/policy-tiers/tiered-policy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: deny-batch }
spec:
  namespaceSelector: all()
  types: [Ingress]
  ingress:
    - action: Deny
      source: { selector: app == 'batch' }
    - action: Pass
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: {}
  ingress:
    - from: [{ podSelector: {} }]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: batch, namespace: shop, labels: { app: batch } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: deny-batch }
spec:
  order: 900
  namespaceSelector: all()
  types: [Ingress]
  ingress:
    - action: Deny
      source: { selector: app == 'batch' }
    - action: Pass
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: {}
  ingress:
    - from: [{ podSelector: {} }]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: batch, namespace: shop, labels: { app: batch } } }
`,
  },
  check(context) {
    const budget = new PairBudget(PAIRS);
    const all = policiesInOrder(context).filter(({ policy }) => policy.tier === 'default');
    const kubernetes = all.filter(isKubernetes);
    return all.filter(isCalico).flatMap((policy): Finding[] => {
      const { resource } = policy;
      const { order } = policy.policy;
      if (order < KUBERNETES_ORDER || !resource) return [];
      const { denies, by } = late(policy, kubernetes, budget, context);
      if (by.length === 0) return [];
      const numbers = [...denies].sort((a, b) => a - b);
      const has = Number.isFinite(order) ? `order ${order}` : 'no order';
      return [
        {
          message: `The Deny of ${rulesText(numbers)} comes after ${quotedList(by.map((one) => policyName(one.policy)))}: policies of Kubernetes have order ${KUBERNETES_ORDER}, this one has ${has}, and what they allow stays allowed`,
          advice: `To deny it all the same, write an order below ${KUBERNETES_ORDER}, or an earlier tier.`,
          range: context.manifests.rangeOf(resource.range, ['spec', 'order']) ?? resource.nameRange,
          object: labelOf(resource),
          fixes: fixOf(
            `Write \`order: ${EARLIER}\``,
            setEntry(context.manifests.find(resource.range, ['spec']), 'order', EARLIER),
          ),
        },
      ];
    });
  },
};
