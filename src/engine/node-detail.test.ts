// What a node's panel says of policies: which concern it, by which of their words, and what of the node meets these.
import { expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { nodeDetail } from './node-detail.ts';
import type { PolicyReason } from './policy-results.ts';
import { createSnapshot } from './snapshot.ts';

const shop = cluster`
  shop{team=red}: web{app=web,tier=front}*3 db{app=db,tier=back} api{app=api,tier=back}
  dev{team=blue}: cli{app=cli}@10.1.2.3
`;

const kubernetes = policy('shop/db')`
  podSelector: {matchLabels: {app: db}, matchExpressions: [{key: canary, operator: DoesNotExist}]}
  ingress:
    - from: [{podSelector: {matchLabels: {app: web}}}]
    - from:
        - podSelector: {}
        - namespaceSelector: {matchLabels: {team: blue}}
        - ipBlock: {cidr: 10.1.0.0/16}
`;

const calico: SourceFile = {
  path: 'calico.yaml',
  text: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: back}
spec:
  order: 10
  namespaceSelector: team == 'red'
  selector: tier == 'back' || app == 'web'
  types: [Ingress, Egress]
  egress: [{action: Allow, destination: {selector: "role == 'feed'"}}]
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: everywhere}
spec:
  order: 20
  types: [Egress]
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: {name: feed, labels: {role: feed}}
spec: {nets: [192.0.2.0/24]}
`,
};

const drawReason = ({ field, text, met, all, location }: PolicyReason): string =>
  `${location.line} ${field} ${text}${all === undefined ? '' : ` = ${all}`} <- ${met.join(', ')}`;

function draw(id: string): string[] {
  const detail = nodeDetail(
    createSnapshot([...shop, kubernetes, calico], defaultOptions),
    { id, ports: 'declared' },
    1,
  );
  if ('error' in detail) return [detail.error];
  const applying = (['ingressPolicies', 'egressPolicies'] as const).flatMap((list) =>
    detail[list].map(({ id: policyId, reasons, workloads }) => {
      const of = workloads ? ` ${workloads.count}/${workloads.of}` : '';
      return `${list.replace('Policies', '')} ${policyId}${of}: ${reasons?.map(drawReason).join('; ')}`;
    }),
  );
  const naming = detail.namedAsPeerBy.flatMap(({ id: policyId, rules }) =>
    rules.map(
      ({ direction, number, reasons, perhaps }) =>
        `${policyId} ${direction} ${number}${perhaps ? '?' : ''}: ${reasons.map(drawReason).join('; ')}`,
    ),
  );
  return [...applying, ...naming];
}

it('says by which selectors policies apply to a workload, and what labels meet them', () => {
  expect(draw('workload:shop/Pod/db')).toMatchInlineSnapshot(`
    [
      "ingress GlobalNetworkPolicy//back: 6 namespaceSelector team == 'red' <- namespace label team=red; 7 selector tier == 'back' || app == 'web' <- tier=back",
      "ingress NetworkPolicy/shop/db: 7 podSelector app: db, canary DoesNotExist <- app=db, no label canary",
      "egress GlobalNetworkPolicy//back: 6 namespaceSelector team == 'red' <- namespace label team=red; 7 selector tier == 'back' || app == 'web' <- tier=back",
      "egress GlobalNetworkPolicy//everywhere: ",
      "GlobalNetworkPolicy//back egress 1?: ",
      "NetworkPolicy/shop/db ingress 2: 11 podSelector {} = every pod of shop <- ",
    ]
  `);
});

it('of a namespace says to how many workloads, and what all of these have', () => {
  expect(draw('namespace:shop')).toMatchInlineSnapshot(`
    [
      "ingress GlobalNetworkPolicy//back 3/3: 6 namespaceSelector team == 'red' <- namespace label team=red; 7 selector tier == 'back' || app == 'web' <- ",
      "ingress NetworkPolicy/shop/db 1/3: 7 podSelector app: db, canary DoesNotExist <- app=db, no label canary",
      "egress GlobalNetworkPolicy//back 3/3: 6 namespaceSelector team == 'red' <- namespace label team=red; 7 selector tier == 'back' || app == 'web' <- ",
      "egress GlobalNetworkPolicy//everywhere 3/3: ",
      "GlobalNetworkPolicy//back egress 1?: ",
      "NetworkPolicy/shop/db ingress 1: 9 podSelector app: web <- app=web",
      "NetworkPolicy/shop/db ingress 2: 11 podSelector {} = every pod of shop <- ",
    ]
  `);
});

it('says which rules name a node, and by what', () => {
  expect(draw('workload:dev/Pod/cli')).toMatchInlineSnapshot(`
    [
      "egress GlobalNetworkPolicy//everywhere: ",
      "NetworkPolicy/shop/db ingress 2: 12 namespaceSelector team: blue <- namespace label team=blue; 13 addresses 10.1.0.0/16 <- ",
    ]
  `);
  expect(draw('set:feed')).toMatchInlineSnapshot(`
    [
      "GlobalNetworkPolicy//back egress 1: 9 destination.selector role == 'feed' <- role=feed",
    ]
  `);
});
