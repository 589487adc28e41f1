// `egress-not-governed`: namespaces whose ingress is closed, and whose egress nobody thought of.
import { policiesInOrder } from '../evaluation-order.ts';
import { coverageOf, type NamespaceCoverage } from '../governed-pods.ts';
import type { Finding, Lint } from '../lint.ts';
import { labelOf, listed } from '../wording.ts';

const forgotEgress = ({ governed, open }: NamespaceCoverage): boolean =>
  governed.ingress.length > 0 && governed.egress.length === 0 && open.egress.length > 0;

export const egressNotGoverned: Lint = {
  code: 'egress-not-governed',
  severity: 'info',
  title: 'Namespaces whose ingress is governed, and whose egress is not',
  docs: {
    why: 'Who takes over a pod needs its egress: to fetch tools, to move on to other pods, to carry data away. Policies for ingress alone leave all of that open, but for what the other end closes.',
    fix: 'Govern egress as well: a default deny for it, DNS over UDP and TCP, and what each workload needs.',
    source: {
      title: 'Kubernetes: default deny all egress traffic',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
  },
  check(context): readonly Finding[] {
    const found = coverageOf(context).filter(forgotEgress);
    const names = new Set(found.map(({ namespace }) => namespace));
    const isTheirs = (namespace: string): boolean => namespace === '' || names.has(namespace);
    const first = policiesInOrder(context).find(({ policy }) => policy.ingress && isTheirs(policy.namespace))?.resource;
    if (!first || found.length === 0) return [];
    return [
      {
        message: `Policies govern the ingress of ${listed([...names])} and no egress there: the pods may send anything anywhere, the Internet included`,
        advice: 'Govern egress as well: allow DNS and what each workload needs, and close the rest.',
        range: first.nameRange,
        object: labelOf(first),
      },
    ];
  },
};
