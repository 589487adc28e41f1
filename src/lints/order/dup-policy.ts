// `dup-policy`: a policy under another name that does the very same.
import { groupBy } from '../../base/group-by.ts';
import type { Policy, Rule } from '../../model/policy.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, PairBudget, type PlacedPolicy } from '../lint-context.ts';
import { isSameRule, same } from '../rule-cover.ts';
import { labelOf, policyName } from '../wording.ts';

/** Pairs of policies compared in all; most differ in their outline. */
const PAIRS = 20_000;

/** Policies stay the same as long as their texts do. */
const outlines = new WeakMap<Policy, string>();

const ruleOutline = ({ action, matches }: Rule): string =>
  `${action}:${matches.map(({ who, traffic }) => `${who},${traffic.map(({ text }) => text)}`).join()}`;

/** Equal for policies that do the same; unequal for most others. */
function outlineOf(policy: Policy): string {
  const known = outlines.get(policy);
  if (known !== undefined) return known;
  const rules = DIRECTIONS.map((direction) => policy[direction]?.map(ruleOutline).join(';') ?? 'none');
  const outline = [policy.tier, policy.namespace, policy.staged === true, ...rules].join('|');
  outlines.set(policy, outline);
  return outline;
}

function isSame(a: Policy, b: Policy): boolean {
  return (
    same(a.subject, b.subject) &&
    DIRECTIONS.every((direction) => {
      const [here, there] = [a[direction], b[direction]];
      if (!here || !there) return here === there;
      return (
        here.length === there.length &&
        here.every((rule, at) => {
          const other = there[at];
          return other !== undefined && isSameRule(rule, other);
        })
      );
    })
  );
}

function finding({ resource }: PlacedPolicy, first: PlacedPolicy): readonly Finding[] {
  if (!resource) return [];
  return [
    {
      message: `This policy applies to the same and says the same as \`${policyName(first.policy)}\`, so it adds nothing`,
      advice: 'Remove one of the two, or write what this one was copied for.',
      range: resource.nameRange,
      object: labelOf(resource),
      related: [{ message: 'says the same', range: first.resource?.nameRange ?? first.policy.range }],
    },
  ];
}

export const dupPolicy: Lint = {
  code: 'dup-policy',
  severity: 'info',
  title: 'A policy does what another one does already',
  docs: {
    why: 'Two policies of a tier that apply to the same and have the same rules do what one of them does. Who changes one of them later finds that the other still allows what it allowed.',
    fix: 'Remove one of the two policies, or write what it was copied for.',
    source: {
      title: 'Kubernetes: network policies add up',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: { matchLabels: { app: gateway } } }] }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web-copy, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: { matchLabels: { app: gateway } } }] }]
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: { matchLabels: { app: gateway } } }] }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web-metrics, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: { matchLabels: { app: prometheus } } }] }]
`,
  },
  check(context) {
    const budget = new PairBudget(PAIRS);
    const groups = groupBy(policiesInOrder(context), ({ policy }) => outlineOf(policy));
    return [...groups.values()].flatMap((alike) =>
      alike.flatMap((placed, at) => {
        const first = alike.slice(0, at).find((other) => budget.take() && isSame(other.policy, placed.policy));
        return first ? finding(placed, first) : [];
      }),
    );
  },
};
