// `redundant-policy`: a policy of Allow rules without which every flow would be judged as it is.
import type { Finding, Lint } from '../lint.ts';
import { type RedundantPolicy, redundancyOf } from '../redundancy.ts';
import { labelOf, policyName, quotedList } from '../wording.ts';

function finding({ policy, covered }: RedundantPolicy): readonly Finding[] {
  const { resource } = policy;
  if (!resource) return [];
  const names = quotedList(covered.map((one) => policyName(one.policy)));
  return [
    {
      message: `Without it every flow of the manifests would be judged as it is: ${names} ${covered.length === 1 ? 'allows' : 'allow'} the same, and what it applies to is governed all the same`,
      advice: 'Remove it, or narrow the others if they are to allow less.',
      range: resource.nameRange,
      object: labelOf(resource),
      related: covered.slice(0, 5).map((one) => ({
        message: 'allows the same',
        range: one.resource?.nameRange ?? one.policy.range,
      })),
    },
  ];
}

export const redundantPolicy: Lint = {
  code: 'redundant-policy',
  severity: 'info',
  title: 'A policy without which every flow would be judged as it is',
  docs: {
    why: 'Policies that allow what others allow anyway make it hard to tell which of them opens a flow, and a flow that was to be closed stays open.',
    fix: 'Remove the policy; or, if it says what is meant, narrow the wider one.',
    source: {
      title: 'Kubernetes: network policies add up',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web-to-db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 5432 }] }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: team, namespace: shop }
spec:
  podSelector: { matchLabels: { team: shop } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: { matchLabels: { team: shop } } }] }]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web, team: shop } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db, team: shop } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: job, namespace: shop, labels: { app: job } } }
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: job-to-db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: { matchLabels: { app: job } } }], ports: [{ port: 5432 }] }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: team, namespace: shop }
spec:
  podSelector: { matchLabels: { team: shop } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: { matchLabels: { team: shop } } }] }]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web, team: shop } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db, team: shop } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: job, namespace: shop, labels: { app: job } } }
`,
  },
  check: (context) => redundancyOf(context).policies.flatMap(finding),
};
