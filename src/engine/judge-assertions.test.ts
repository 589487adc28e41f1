// Assertions against a cluster: each holds or not for all the pods and ports that it means.
import { expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { EngineSession } from './engine-session.ts';

const shop = cluster`shop: web{app=web}:80*2 db{app=db}:5432,9090 old{app=db}:5432`;
const rule = policy('shop/db')`
  podSelector: {matchLabels: {app: db}}
  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]
`;
const service: SourceFile = {
  path: 'svc.yaml',
  text: 'apiVersion: v1\nkind: Service\nmetadata: {name: db, namespace: shop}\nspec: {selector: {app: db}, ports: [{port: 5432}]}\n',
};

function judged(...items: string[]) {
  const text = `apiVersion: sluice/v1\nkind: Assertions\nassertions:\n${items.map((item) => `  - { name: a, ${item} }\n`).join('')}`;
  const session = new EngineSession(() => 0);
  const { assertions, report } = session.load([...shop, rule, service, { path: 'p.flows.yaml', text }], defaultOptions);
  expect(report.unused).toEqual([]);
  return {
    ...assertions,
    drawn: assertions.results.map(
      (one) => `${one.holds ? 'holds' : 'broken'}: ${one.fault ?? one.verdict} @${one.location.line}`,
    ),
  };
}

it.each([
  ['from: shop/web, to: shop/Pod/db, port: TCP/5432, expect: allowed', 'holds: allowed'],
  ['from: shop/web, to: shop/Pod/db, port: TCP/9090, expect: allowed', 'broken: denied'],
  ['from: shop/web, to: shop/Pod/db, expect: denied', 'broken: mixed'],
  ['from: shop/web, to: shop/Pod/old, expect: allowed', 'holds: allowed'],
  ['from: internet, to: shop/Pod/db, expect: denied', 'holds: denied'],
  ['from: shop/web, to: svc:shop/db, port: TCP/5432, expect: allowed', 'holds: allowed'],
  ['from: shop/Pod/db, to: shop/web, port: ICMP, expect: allowed', 'holds: allowed'],
  ['from: shop/web, to: 192.0.2.1, expect: allowed', 'holds: allowed'],
])('judges %s', (item, drawn) => expect(judged(item).drawn).toEqual([`${drawn} @4`]));

it('says what a name means that means nothing, and which are broken', () => {
  const { broken, problems, drawn } = judged('from: shop/wep, to: shop/web, port: TCP/80, expect: allowed');
  expect(broken).toBe(1);
  expect(drawn[0]).toMatch(
    /^broken: no pod, workload, set, host endpoint or address is called `shop\/wep`; did you mean/,
  );
  expect(problems.map(({ code, location }) => `${code} @${location.line}`)).toEqual(['assertion-unknown @4']);
});

it('knows the nodes at both ends, and a port to explain that is not as expected', () => {
  const [result] = judged('from: shop/web, to: shop/Pod/db, expect: allowed').results;
  expect(result).toMatchObject({
    src: 'workload:shop/Deployment/web',
    dst: 'workload:shop/Pod/db',
    query: { from: 'shop/web', to: 'shop/Pod/db', protocol: 'TCP', port: 9090 },
  });
});

it('follows every edit', () => {
  const text =
    'apiVersion: sluice/v1\nkind: Assertions\nassertions: [{ name: a, from: shop/web, to: shop/Pod/db, port: TCP/9090, expect: denied }]\n';
  const session = new EngineSession(() => 0);
  const before = session.load([...shop, rule, { path: 'p.flows.yaml', text }], defaultOptions);
  const after = session.edit([{ path: rule.path, text: rule.text.replace('5432', '9090') }]);
  expect([before.assertions.broken, after.assertions.broken]).toEqual([0, 1]);
});
