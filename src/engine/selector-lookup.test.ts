// Reverse lookup: what each selector of a file finds, in every family, and what one that finds nothing comes nearest to.
import { expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { applyEdits } from '../documents/text-edit.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { lookupSelectors } from './selector-lookup.ts';
import { createSnapshot } from './snapshot.ts';

const shop = cluster`
  shop{team=red}: web{app=web,tier=front}*3 db{app=db} proxy{app=proxy}!host
  dev{team=blue}: cli{app=cli}*2
`;

const set: SourceFile = {
  path: 'set.yaml',
  text: 'apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: bad, labels: {app: web}}\nspec: {nets: [192.0.2.0/24]}\n',
};

function lookup(file: SourceFile, selector?: string) {
  const snapshot = createSnapshot([...shop, set, file], defaultOptions);
  return lookupSelectors(snapshot, { file: file.path, ...(selector === undefined ? {} : { selector }) }, 7);
}

/** `path: 3 pods, 1 set`, or what it comes near to. */
function counts(file: SourceFile): string[] {
  return lookup(file).selectors.map(({ path, pods, hosts, onHosts, sets, namespaces, near }) => {
    const all = { pods, hosts, onHosts, sets, namespaces };
    const said = Object.entries(all).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : []));
    return `${path}: ${near ? near.message : said.join(', ')}`;
  });
}

const kubernetes = policy('shop/web')`
  podSelector: {matchLabels: {app: web}}
  ingress:
    - from:
        - podSelector: {}
        - namespaceSelector: {matchLabels: {team: blue}}
          podSelector: {matchExpressions: [{key: app, operator: Exists}]}
`;

it('counts what NetworkPolicies select, with the namespace they look in', () => {
  expect(counts(kubernetes)).toEqual([
    'spec.podSelector: 3 pods',
    'spec.ingress[0].from[0].podSelector: 4 pods, 1 onHosts',
    'spec.ingress[0].from[1].namespaceSelector: 2 pods, 1 namespaces',
    'spec.ingress[0].from[1].podSelector: 2 pods',
  ]);
});

const calico = (selector: string, rest = ''): SourceFile => ({
  path: 'calico.yaml',
  text: `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: web}\nspec:\n  selector: ${selector}\n  types: [Ingress]\n${rest}`,
});

it('counts what Calico selects, sets included where rules ask', () => {
  const rule = "  ingress: [{action: Allow, source: {selector: app == 'web', notSelector: has(canary)}}]\n";
  expect(counts(calico('has(tier)', `  namespaceSelector: team == 'red'\n${rule}`))).toEqual([
    'spec.selector: 3 pods',
    'spec.namespaceSelector: 3 pods, 1 namespaces',
    'spec.ingress[0].source.selector: 3 pods, 1 sets',
    'spec.ingress[0].source.notSelector: `has(canary)` matches nothing: no pod here has the label `canary`',
  ]);
});

it('counts what admin policies select', () => {
  const text =
    'apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: {name: base}\nspec:\n  tier: Admin\n  priority: 1\n  subject: {namespaces: {matchLabels: {team: red}}}\n  ingress: [{action: Deny, from: [{pods: {podSelector: {matchLabels: {app: cli}}}}]}]\n';
  expect(counts({ path: 'admin.yaml', text })).toEqual([
    'spec.subject.namespaces: 4 pods, 1 onHosts, 1 namespaces',
    'spec.ingress[0].from[0].pods.podSelector: 2 pods',
  ]);
});

it.each([
  ["app == 'wbe'", "`app == 'wbe'` matches nothing; `app == 'web'` is on 3 pods"],
  ["ap == 'web'", "`ap == 'web'` matches nothing; the label `app` is on 7 pods"],
  ["app == 'billing'", "`app == 'billing'` matches nothing; the values of `app` here: `web`, `cli`, `db`, `proxy`"],
  ["app == 'db' && tier == 'front'", "No pod fits `app == 'db'` and `tier == 'front'` together"],
])('says what %s comes nearest to', (selector, message) => {
  expect(counts(calico(selector))).toEqual([`spec.selector: ${message}`]);
});

it.each([
  [calico("app == 'wbe'"), "Write `app == 'web'`, which is on 3 pods", "app == 'web'"],
  [calico("ap == 'web' && has(tier)"), 'Write the label `app`, which is on 7 pods', "app == 'web' && has(tier)"],
  [policy('shop/db')`{podSelector: {matchLabels: {app: "dbb"}}}`, 'Write `app: db`, which is on 1 pod', 'app: "db"'],
  [
    policy('shop/db')`{podSelector: {matchExpressions: [{key: app, operator: In, values: [dbb, wbe]}]}}`,
    'Write `app In [db, wbe]`, which is on 1 pod',
    'values: [db, wbe]',
  ],
])('writes the nearest miss (%#)', (file, title, written) => {
  const [fix] = lookup(file).selectors.flatMap(({ near }) => near?.fix ?? []);
  expect(fix?.title).toBe(title);
  expect(applyEdits(file.text, fix?.edits ?? [])).toContain(written);
});

it('says where the pods are that a selector looks for in another namespace', () => {
  expect(counts(policy('shop/cli')`{podSelector: {matchLabels: {app: cli}}}`)).toEqual([
    'spec.podSelector: `app: cli` fits 2 pods of namespace `dev`, and none in `shop`, where this looks',
  ]);
});

it('lists what one selector finds, for a policy that is not valid too', () => {
  const broken = calico("team == 'red' || app == 'web'", '  order: late\n');
  const { found, selectors } = lookup(broken, 'GlobalNetworkPolicy//web spec.selector');
  expect(found?.nodes).toEqual([
    {
      id: 'workload:shop/Deployment/web',
      kind: 'Deployment',
      namespace: 'shop',
      name: 'web',
      pods: 3,
      isOnHost: false,
    },
  ]);
  expect(selectors.map(({ location }) => location.line)).toEqual([5]);
  expect(lookup(broken, 'gone').found).toBeUndefined();
  expect(lookup({ path: 'other.yaml', text: 'a: 1' }).selectors).toEqual([]);
});
