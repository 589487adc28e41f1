// `redundant-rule`: an Allow rule without which every flow would be judged as it is.
import { fixOf, removeItem } from '../../documents/write-edits.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext } from '../lint-context.ts';
import { type RedundantRule, redundancyOf } from '../redundancy.ts';
import { capital, labelOf, listed, policyName } from '../wording.ts';

function finding({ policy, direction, rule, covered }: RedundantRule, { manifests }: LintContext): readonly Finding[] {
  const { resource } = policy;
  if (!resource) return [];
  const words = covered.map(({ by, rule: other }) =>
    by === policy ? `rule ${other.number}` : `rule ${other.number} of \`${policyName(by.policy)}\``,
  );
  return [
    {
      message: `${capital(direction)} rule ${rule.number} adds nothing for the endpoints of the manifests: ${listed(words)} ${words.length === 1 ? 'allows' : 'allow'} the same`,
      advice: 'Remove it, or narrow the others if they are to allow less.',
      range: rule.range,
      object: labelOf(resource),
      related: covered.slice(0, 5).map(({ rule: other }) => ({ message: 'allows the same', range: other.range })),
      fixes: fixOf('Remove the rule', removeItem(manifests.find(resource.range, ['spec', direction, rule.range]))),
    },
  ];
}

export const redundantRule: Lint = {
  code: 'redundant-rule',
  severity: 'info',
  title: 'A rule without which every flow would be judged as it is',
  docs: {
    why: 'What several rules allow stays open when one of them is narrowed or removed. Who reads the narrow rule believes that it is what opens the flow.',
    fix: 'Remove the rule that adds nothing; or, if it says what is meant, narrow the wider one.',
    source: {
      title: 'Kubernetes: network policies add up',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: web } } }]
      ports: [{ port: 5432 }]
    - from: [{ podSelector: { matchLabels: { team: shop } } }]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web, team: shop } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: job, namespace: shop, labels: { app: job } } }
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: web } } }]
      ports: [{ port: 5432 }]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web, team: shop } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: job, namespace: shop, labels: { app: job } } }
`,
  },
  check: (context) => redundancyOf(context).rules.flatMap((one) => finding(one, context)),
};
