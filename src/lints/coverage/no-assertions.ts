// `no-assertions`: policies that nothing tests.
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { labelOf } from '../wording.ts';

/** Who has fewer policies sees at a glance what they do. */
const FEW = 4;

const policies = ['api', 'cache', 'db', 'mail', 'web']
  .map(
    (app) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${app}, namespace: shop }\nspec: { podSelector: { matchLabels: { app: ${app} } }, policyTypes: [Ingress] }\n---\n`,
  )
  .join('');
const pod = '{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }\n';

export const noAssertions: Lint = {
  code: 'no-assertions',
  severity: 'info',
  title: 'Policies without a flow that is pinned',
  docs: {
    why: 'A change of a policy, or of a label, can close what an application needs or open what was closed, and nothing tells. Pinned flows are tests: each says what must stay allowed or denied, and is checked with every change.',
    fix: 'Pin the flows that matter: *Pin* in the panel *Explain*, or a file of assertions beside the manifests; `sluice check` fails where one does not hold. Begin with what must work (DNS, the way through the application) and what must never (the Internet to a database).',
    source: {
      title: 'Kubernetes: network policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
    bad: policies + pod,
    good: `${policies}${pod}---
apiVersion: sluice/v1
kind: Assertions
assertions:
  - name: nobody reaches the database
    from: shop/web
    to: shop/web
    port: TCP/5432
    expect: denied
`,
  },
  check(context): readonly Finding[] {
    const all = policiesInOrder(context);
    const first = all[0]?.resource;
    const isPinned = context.snapshot.readings.some(({ decoded }) => (decoded.assertions ?? []).length > 0);
    if (!first || all.length < FEW || isPinned) return [];
    return [
      {
        message: `No flow is pinned, so nothing tells when a change of these ${all.length} policies opens or closes what it should not`,
        advice: 'Pin what must stay allowed and what must stay denied, and let `sluice check` hold changes to it.',
        range: first.nameRange,
        object: labelOf(first),
      },
    ];
  },
};
