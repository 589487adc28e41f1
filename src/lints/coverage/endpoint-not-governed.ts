// `endpoint-not-governed`: namespaces without any policy, beside others that are closed.
import { endpointsText } from '../endpoint-words.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import { coverageOf, type NamespaceCoverage } from '../governed-pods.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS } from '../lint-context.ts';
import { labelOf, listed } from '../wording.ts';

const hasPolicy = ({ governed }: NamespaceCoverage): boolean =>
  DIRECTIONS.some((direction) => governed[direction].length > 0);

export const endpointNotGoverned: Lint = {
  code: 'endpoint-not-governed',
  severity: 'info',
  title: 'Pods of whole namespaces that no policy governs, beside others that are closed',
  docs: {
    why: 'Pods that no policy governs may be reached by everybody and may reach everybody. Whoever gets hold of one of them is inside.',
    fix: 'Give each namespace a default deny, or let a global one include it.',
    source: {
      title: 'Kubernetes: default policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: tool, namespace: tools, labels: { app: tool } } }
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: tools }
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: tool, namespace: tools, labels: { app: tool } } }
`,
  },
  check(context): readonly Finding[] {
    const all = coverageOf(context);
    const without = all.filter((one) => !hasPolicy(one));
    const first = policiesInOrder(context)[0]?.resource;
    if (!first || without.length === 0 || without.length === all.length) return [];
    const pods = endpointsText(
      without.flatMap(({ open }) => open.ingress),
      context,
    );
    return [
      {
        message: `No policy governs any pod of ${listed(without.map(({ namespace }) => namespace))}: ${pods} may be reached from anywhere and send anything anywhere`,
        advice: 'Give the namespaces a default deny, or load their policies if they are elsewhere.',
        range: first.nameRange,
        object: labelOf(first),
      },
    ];
  },
};
