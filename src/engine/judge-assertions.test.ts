// Assertions against a cluster: each holds or not for all the pods and ports that it means.
import { expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { NO_LIMITS } from './answer-limits.ts';
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
  return judgedText(items.map((item) => `  - { name: a, ${item} }\n`).join(''));
}

function judgedText(list: string, head = '') {
  const text = `apiVersion: sluice/v1\nkind: Assertions\n${head}assertions:\n${list}`;
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

it.each([
  ["from: 'sh*/w*', to: '*/[app=db]', port: TCP/5432, expect: allowed", 'holds: allowed'],
  ["from: 'shop/[app=web]', to: 'shop/[app=db]', port: [TCP/5432, TCP/5433], expect: allowed", 'broken: mixed'],
  [
    "from: '[kubernetes.io/metadata.name=shop]/*/web', to: [shop/Pod/db, shop/old], port: TCP/5432-5433, expect: denied",
    'broken: mixed',
  ],
  ["from: 'shop/[app=db]', to: 'shop/[app=db]', port: all, expect: denied", 'holds: denied'],
  ["from: '*', to: 'shop/[app=db]', port: all, expect: denied", 'broken: mixed'],
  ["from: 'shop/fron*', to: shop/web, expect: allowed", 'broken: no workload fits `shop/fron*`'],
  ["from: 'shop/we*r', to: 'shp*/x', expect: allowed", 'broken: no workload fits `shop/we*r`; the nearest is `web`'],
  ["from: shop/web, to: 'shp*/x', expect: allowed", 'broken: no namespace fits `shp*/x`; the nearest is `shop`'],
  ["from: shop/web, to: 'shop/o*ld', expect: denied", 'broken: allowed'],
  [
    "from: shop/web, to: 'shop/[app=bd]', expect: allowed",
    'broken: no pod fits `shop/[app=bd]`; the nearest is `app=db`',
  ],
  [
    'from: shop/web, to: shop, expect: allowed',
    'broken: `shop` is a namespace; write `shop/*` for all of its workloads',
  ],
  [
    'from: svc:shop/db, to: shop/web, expect: allowed',
    'broken: a flow comes from a pod, not from a service; name a pod behind it',
  ],
  [
    'from: shop/web, to: svc:shop/db, port: TCP/1, expect: allowed',
    'broken: service shop/db has no port TCP/1; it has TCP/5432',
  ],
  [
    'from: internet, to: 10.0.0.0/8, expect: allowed',
    'broken: both ends are outside of the pods, so no policy here governs the flow',
  ],
])('judges patterns: %s', (item, drawn) => expect(judged(item).drawn).toEqual([`${drawn} @4`]));

it('tells which pairs are not as expected, and on which ports', () => {
  const [result] = judged("from: 'shop/*', to: 'shop/[app=db]', expect: denied").results;
  expect(result).toMatchObject({ verdict: 'mixed', pairs: 4, oddPairs: 2 });
  expect(result?.odd.map(({ from, to, ports, verdict }) => `${from} ${to} ${ports} ${verdict}`)).toEqual([
    'shop/Deployment/web shop/Pod/db TCP/5432 allowed',
    'shop/Deployment/web shop/Pod/old TCP/5432 allowed',
  ]);
  expect(result?.query).toMatchObject({ from: 'shop/Deployment/web', to: 'shop/Pod/db', port: 5432 });
});

it('knows from others what else the file allows, port by port', () => {
  const others = '  - { from: others, to: group:data, expect: denied }\n';
  const groups = "groups: { data: ['shop/[app=db]'] }\n";
  const drawn = (list: string) => judgedText(list, groups).drawn.at(-1);
  expect(drawn(others)).toBe('broken: mixed @5');
  expect(drawn(`  - { from: shop/web, to: shop/Pod/db, port: TCP/5432, expect: allowed }\n${others}`)).toBe(
    'broken: mixed @6',
  );
  expect(drawn(`  - { from: 'shop/w*', to: group:data, port: TCP/5432, expect: allowed }\n${others}`)).toBe(
    'holds: denied @6',
  );
  expect(drawn(`  - { from: 'shop/w*', to: group:data, port: TCP/9090, expect: allowed }\n${others}`)).toBe(
    'broken: mixed @6',
  );
});

it('says where it stopped, and passes nothing that it did not look at', () => {
  const text =
    "apiVersion: sluice/v1\nkind: Assertions\nassertions: [{ from: 'shop/[app=db]', to: '*', port: ICMP, expect: denied }, { from: shop/web, to: shop/db, expect: allowed }]\n";
  const session = new EngineSession(() => 0, { ...NO_LIMITS, assertedPairs: 1 });
  const { assertions } = session.load([...shop, rule, { path: 'p.flows.yaml', text }], defaultOptions);
  expect(assertions.results.map(({ holds }) => holds)).toEqual([false, false]);
  expect(assertions.unjudged + assertions.broken).toBe(2);
  expect(assertions.problems.map(({ code }) => code)).toContain('assertion-partial');
  const many = { ...NO_LIMITS, assertedPairs: 2 };
  const next = new EngineSession(() => 0, many).load([...shop, rule, { path: 'p.flows.yaml', text }], defaultOptions);
  expect(next.assertions.results.map(({ isPartial }) => isPartial)).toEqual([true, undefined]);
});
