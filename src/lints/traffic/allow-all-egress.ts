// `allow-all-egress`: a policy that governs egress and lets everything out.
import { broadAllow, mootAfter } from '../broad-allow.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext, PlacedPolicy } from '../lint-context.ts';
import { isForHosts, saysOpen } from '../purpose.ts';
import { isCatchAll } from '../rule-cover.ts';
import { labelOf } from '../wording.ts';

function finding(placed: PlacedPolicy, context: LintContext): readonly Finding[] {
  const { policy, resource } = placed;
  const rules = policy.egress ?? [];
  const at = rules.findIndex((rule) => rule.action === 'allow' && isCatchAll(rule, context.snapshot.matrix.families));
  const rule = rules[at];
  // Who denies some first means to let out all else.
  if (
    !rule ||
    !resource ||
    saysOpen(policy.name) ||
    isForHosts(placed, context) ||
    rules.slice(0, at).some(({ action }) => action === 'deny')
  )
    return [];
  // Where policies that come later lose their say by it, that is told instead.
  if (broadAllow(placed, 'egress', context) === rule && mootAfter(placed, 'egress', context).length > 0) return [];
  return [
    {
      message: `Egress rule ${rule.number} lets everything out, to anywhere: with it the policy governs egress and restricts nothing`,
      advice: 'Name what these pods need to reach; to leave egress open, do not govern it.',
      range: rule.range,
      object: labelOf(resource),
    },
  ];
}

export const allowAllEgress: Lint = {
  code: 'allow-all-egress',
  severity: 'info',
  title: 'Everything is let out',
  docs: {
    why: 'An egress rule without conditions lets the pods connect to everything, inside the cluster and outside, whatever other policies allow. Data leaves through egress.',
    fix: 'Name the destinations that the pods need, DNS among them. Where egress is to stay open, leave Egress out of the policy’s types.',
    source: {
      title: 'Kubernetes: allow all egress traffic',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-egress-traffic',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Egress]
  egress: [{}]
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Egress]
  egress:
    - to: [{ podSelector: { matchLabels: { app: db } } }]
      ports: [{ protocol: TCP, port: 5432 }]
`,
  },
  check: (context) => policiesInOrder(context).flatMap((placed) => finding(placed, context)),
};
