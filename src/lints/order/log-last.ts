// `log-last`: a policy that ends with Log, and others that are asked afterwards.
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { isCatchAll } from '../rule-cover.ts';
import { labelOf, policyName, quotedList } from '../wording.ts';

function finding(placed: PlacedPolicy, direction: Direction, context: LintContext): readonly Finding[] {
  const { policy, resource, index, subjects } = placed;
  const rule = policy[direction]?.at(-1);
  // Who only logs means to log everything.
  if (rule?.action !== 'log' || !resource || policy[direction]?.every(({ action }) => action === 'log')) return [];
  const { families } = context.snapshot.matrix;
  // Behind a rule for everything it never logs, which is another lint's affair.
  if (policy[direction]?.some((one) => one.action !== 'log' && isCatchAll(one, families))) return [];
  const later = policiesInOrder(context).filter(
    (one) =>
      one.index > index &&
      one.policy.tier === policy.tier &&
      (one.policy[direction] ?? []).some(({ action }) => action === 'allow') &&
      one.subjects.intersects(subjects),
  );
  if (later.length === 0) return [];
  const names = quotedList(later.map((one) => policyName(one.policy)));
  return [
    {
      message: `Rule ${rule.number} (Log) decides nothing, and ${names} ${later.length === 1 ? 'is' : 'are'} asked afterwards: what these allow is logged as well`,
      advice:
        'To log only what is denied in the end, give the policy with this rule the highest order of the tier, or follow it with a rule that denies the same.',
      range: rule.range,
      object: labelOf(resource),
    },
  ];
}

export const logLast: Lint = {
  code: 'log-last',
  severity: 'info',
  title: 'A policy ends with Log, and others are asked afterwards',
  docs: {
    why: 'A rule with the action Log decides nothing. As the last rule it reads like “log what is denied”, but policies of the tier that come later may still allow what was logged.',
    fix: 'Put the Log rule into the policy that is asked last, or write a Deny for the same traffic behind it.',
    source: {
      title: 'Calico: log rules',
      url: 'https://docs.tigera.io/calico/latest/network-policy/policy-rules/log-rules',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  order: 10
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { selector: app == 'gateway' }
    - action: Log
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: monitoring, namespace: shop }
spec:
  order: 20
  selector: all()
  types: [Ingress]
  ingress:
    - action: Allow
      source: { selector: app == 'prometheus' }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  order: 30
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { selector: app == 'gateway' }
    - action: Log
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: monitoring, namespace: shop }
spec:
  order: 20
  selector: all()
  types: [Ingress]
  ingress:
    - action: Allow
      source: { selector: app == 'prometheus' }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
  },
  check: (context) =>
    policiesInOrder(context).flatMap((placed) =>
      DIRECTIONS.flatMap((direction) => finding(placed, direction, context)),
    ),
};
