// What of a manifest is marked: labels, expressions, ports and ranges of the rule that decides, and what kept others from matching.
import { expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { explain } from './explain.ts';
import type { Direction } from './results.ts';
import { createSnapshot } from './snapshot.ts';

const shop = cluster`
  shop{team=red}: web{app=web,tier=front}:80@10.0.0.1 db{app=db}:sql=5432@10.0.0.2
  dev{team=blue}: cli{app=cli}@10.0.0.3
`;

/** `code matched · matched ! missed`, for each step with marks. */
function marked(file: SourceFile, from: string, to: string, port: number, direction: Direction = 'ingress'): string[] {
  const snapshot = createSnapshot([...shop, file], defaultOptions);
  const answer = explain(snapshot, { from, to, protocol: 'TCP', port });
  if ('error' in answer) return [answer.error];
  return answer[direction].steps.flatMap(({ code, marks, isDecisive }) => {
    if (!marks) return [];
    const words = (kind: string) =>
      marks.filter((mark) => mark.kind === kind).map(({ start, end }) => file.text.slice(start, end));
    const missed = words('missed').map((word) => ` ! ${word}`);
    return [
      `${isDecisive ? '> ' : ''}${code}: ${words('matched').join(' · ')}${missed.join('')}`.replaceAll(/\s+/g, ' '),
    ];
  });
}

const kubernetes = policy('shop/db')`
  podSelector: {matchLabels: {app: db}}
  ingress:
    - from:
        - namespaceSelector: {matchLabels: {team: red}}
          podSelector:
            matchExpressions:
              - {key: tier, operator: In, values: [front, edge]}
        - ipBlock: {cidr: 10.0.0.0/24}
      ports:
        - port: sql
        - port: 80
`;

it('marks each condition of each peer that matches, and the port, also where it has a name', () => {
  expect(marked(kubernetes, 'shop/web', 'shop/db', 5432)).toEqual([
    '> rule-allows: key: tier · operator: In · values: [front, edge] · team: red · cidr: 10.0.0.0/24 · port: sql',
  ]);
});

it('marks why a policy applies, and what of its rules does not fit', () => {
  expect(marked(kubernetes, 'dev/cli', 'shop/db', 443)).toEqual(['> no-rule-matches: app: db ! port: sql ! port: 80']);
  expect(marked(kubernetes, 'dev/cli', 'shop/web', 80)).toEqual(['not-selected: ! app: db']);
});

const calico: SourceFile = {
  path: 'calico.yaml',
  text: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: web }
spec:
  selector: app in {'web', 'api'} && has(tier)
  namespaceSelector: team == 'red'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { namespaceSelector: "team == 'blue' || team == 'green'" }
      protocol: TCP
      destination: { ports: ["1:100", 443] }
    - action: Allow
      source: { selector: app == 'db' && !has(canary), nets: [10.0.0.0/8, 192.0.2.0/24] }
`,
};

it('marks the parts of Calico expressions, ranges of ports and of addresses', () => {
  expect(marked(calico, 'dev/cli', 'shop/web', 80)).toEqual([
    '> rule-denies: team == \'blue\' · protocol: TCP · "1:100"',
  ]);
  expect(marked(calico, 'shop/db', 'shop/web', 8080)).toEqual([
    "> rule-allows: app == 'db' · !has(canary) · 10.0.0.0/8",
  ]);
  expect(marked(calico, 'dev/cli', 'shop/web', 8080)).toEqual([
    "> no-rule-matches: app in {'web', 'api'} · has(tier) · team == 'red' ! \"1:100\" ! 443 ! app == 'db'",
  ]);
});

const admin: SourceFile = {
  path: 'admin.yaml',
  text: `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: { name: base }
spec:
  tier: Admin
  priority: 5
  subject: { namespaces: { matchLabels: { team: red } } }
  ingress:
    - action: Deny
      from:
        - pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: cli } } }
      protocols:
        - tcp: { destinationPort: { range: { start: 1, end: 100 } } }
        - tcp: { destinationPort: { number: 443 } }
`,
};

it('marks what admin policies write', () => {
  expect(marked(admin, 'dev/cli', 'shop/web', 80)).toEqual([
    '> rule-denies: namespaceSelector: {} · app: cli · tcp: { destinationPort: { range: { start: 1, end: 100 } } }',
  ]);
});
