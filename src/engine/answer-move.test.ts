// Moves of every kind of policy, and of tiers: what they write, where it stands then, and what is refused with which words.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { defaultOptions, type EngineOptions } from './engine-options.ts';
import { EngineSession } from './engine-session.ts';
import type { MoveTarget } from './move-request.ts';

const tier = (name: string, order: number) =>
  `apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: ${name} }\nspec: { order: ${order} }\n`;
const global = (name: string, spec: string, kind = 'GlobalNetworkPolicy') =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`;
const admin = (name: string, spec: string, kind = 'ClusterNetworkPolicy', version = 'v1alpha2') =>
  `apiVersion: policy.networking.k8s.io/${version}\nkind: ${kind}\nmetadata: { name: ${name} }\nspec:\n  subject: { namespaces: {} }\n${spec}`;
const kubernetes = (name: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { podSelector: {} }\n`;

/** Asks for the move; gives the documents it would change, what stands in the tier then, and in which order. */
function move(documents: readonly string[], target: MoveTarget, options: Partial<EngineOptions> = {}) {
  const session = new EngineSession(() => 0);
  const text = documents.join('---\n');
  session.load([{ path: 'all.yaml', text }], { ...defaultOptions, ...options });
  const answer = session.move({ ...target, ports: 'all' });
  if ('refusal' in answer) return answer.refusal;
  const after = applyEdits(text, answer.edits);
  const changed = after.split('---\n').filter((document) => !documents.includes(document));
  session.edit([{ path: 'all.yaml', text: after }]);
  const { policies, tiers } = session.draft.snapshot;
  const stands =
    target.type === 'tier'
      ? tiers.map(({ name }) => name)
      : policies.filter((one) => one.tier === target.tier).map(({ name }) => name);
  return { label: answer.label, changed, stands };
}

const three = ['a', 'b', 'c'].map((name, at) => global(name, `{ tier: security, order: ${10 * (at + 1)} }`));
const security = tier('security', 100);
const platform = tier('platform', 200);
const toSecurity = { type: 'policy', tier: 'security' } as const;

describe('a Calico policy', () => {
  it('gets a number between its neighbours', () => {
    expect(
      move([security, ...three], { ...toSecurity, id: 'GlobalNetworkPolicy//c', before: 'GlobalNetworkPolicy//b' }),
    ).toEqual({
      label: 'Move c before b in tier security',
      changed: [global('c', '{ tier: security, order: 15 }')],
      stands: ['a', 'c', 'b'],
    });
  });

  it('goes behind all others', () => {
    expect(move([security, ...three], { ...toSecurity, id: 'GlobalNetworkPolicy//a' })).toMatchObject({
      changed: [global('a', '{ tier: security, order: 40 }')],
      stands: ['b', 'c', 'a'],
    });
  });

  it('gives others an order only where it must', () => {
    const unordered = ['a', 'b', 'c'].map((name) => global(name, '{ tier: security }'));
    expect(
      move([security, ...unordered], { ...toSecurity, id: 'GlobalNetworkPolicy//a', before: 'GlobalNetworkPolicy//c' }),
    ).toMatchObject({ changed: [global('b', '{ order: 10, tier: security }')], stands: ['b', 'a', 'c'] });
  });

  it('goes to another tier, and keeps its order where that fits', () => {
    expect(
      move([security, platform, ...three], { type: 'policy', tier: 'platform', id: 'GlobalNetworkPolicy//b' }),
    ).toEqual({
      label: 'Move b in tier platform',
      changed: [global('b', '{ tier: platform, order: 20 }')],
      stands: ['b'],
    });
  });

  it('takes the name of the tier along where it has it, and where the release asks for it', () => {
    const prefixed = global('security.a', '{ tier: security, order: 10 }');
    const to = { type: 'policy', tier: 'platform' } as const;
    const renamed = [global('platform.a', '{ tier: platform, order: 10 }')];
    const id = 'GlobalNetworkPolicy//security.a';
    expect(move([security, platform, prefixed], { ...to, id })).toMatchObject({
      label: 'Move security.a in tier platform, as platform.a',
      changed: renamed,
    });
    expect(move([security, platform, prefixed], { ...to, id }, { semantics: 'calico-3.31' })).toMatchObject({
      changed: renamed,
    });
    const plain = global('a', '{ order: 10 }');
    expect(
      move([platform, plain], { ...to, id: 'GlobalNetworkPolicy//a' }, { semantics: 'calico-3.31' }),
    ).toMatchObject({
      changed: renamed,
    });
    expect(move([platform, plain], { ...to, id: 'GlobalNetworkPolicy//a' })).toMatchObject({
      changed: [global('a', '{ tier: platform, order: 10 }')],
    });
  });

  it('stands before or behind the policies of Kubernetes, not among them', () => {
    const all = [kubernetes('k'), kubernetes('l'), global('m', '{ order: 2000 }')];
    const to = { type: 'policy', tier: 'default', id: 'GlobalNetworkPolicy//m' } as const;
    expect(move(all, { ...to, before: 'NetworkPolicy/shop/k' })).toMatchObject({
      changed: [global('m', '{ order: 500 }')],
      stands: ['m', 'k', 'l'],
    });
    expect(move(all, { ...to, before: 'NetworkPolicy/shop/l' })).toMatch(/keep it: it can stand before or behind all/);
  });

  it('before DNAT stays among those', () => {
    const early = global(
      'a',
      '{ tier: security, order: 1, preDNAT: true, applyOnForward: true, ingress: [{ action: Allow }] }',
    );
    expect(move([security, early, ...three.slice(1)], { ...toSecurity, id: 'GlobalNetworkPolicy//a' })).toMatch(
      /before DNAT/,
    );
  });

  it('staged, moves in its own manifest', () => {
    const staged = global('s', '{ tier: security, order: 99 }', 'StagedGlobalNetworkPolicy');
    expect(
      move(
        [security, ...three, staged],
        { ...toSecurity, id: 'GlobalNetworkPolicy//s', before: 'GlobalNetworkPolicy//a' },
        { pending: 'promoted' },
      ),
    ).toMatchObject({
      changed: [global('s', '{ tier: security, order: 5 }', 'StagedGlobalNetworkPolicy')],
      stands: ['s', 'a', 'b', 'c'],
    });
  });

  it('is left alone where an edit of it would change others', () => {
    const shared = `apiVersion: v1\nkind: List\nitems:\n- { apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: x }, spec: &spec { tier: security, order: 5 } }\n- { apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: w }, spec: *spec }\n`;
    expect(move([security, shared, ...three], { ...toSecurity, id: 'GlobalNetworkPolicy//x' })).toMatch(
      /more than its place/,
    );
    expect(move([security, shared, ...three], { ...toSecurity, id: 'GlobalNetworkPolicy//w' })).toMatch(
      /no simple place/,
    );
  });
});

describe('policies of administrators', () => {
  const priority = (number: number, level = 'Admin') =>
    `  tier: ${level}\n  priority: ${number}\n  ingress: [{ action: Deny, from: [{ namespaces: {} }] }]\n`;
  const cluster = [admin('one', priority(5)), admin('two', priority(6)), admin('low', priority(5, 'Baseline'))];
  it('have whole numbers, and others move where there is no room', () => {
    expect(
      move([...cluster, admin('three', priority(7))], {
        type: 'policy',
        tier: 'kube-admin',
        id: 'ClusterNetworkPolicy//three',
        before: 'ClusterNetworkPolicy//two',
      }),
    ).toMatchObject({ changed: [admin('two', priority(10))], stands: ['one', 'three', 'two'] });
  });

  it('change between Admin and Baseline', () => {
    expect(move(cluster, { type: 'policy', tier: 'kube-admin', id: 'ClusterNetworkPolicy//low' })).toMatchObject({
      changed: [admin('low', priority(10))],
      stands: ['one', 'two', 'low'],
    });
    expect(
      move([...cluster, kubernetes('k')], { type: 'policy', tier: 'default', id: 'ClusterNetworkPolicy//low' }),
    ).toMatch(/kube-admin and kube-baseline only/);
  });

  it('of the first version stay in their tier', () => {
    const old = (name: string, number: number) =>
      admin(
        name,
        `  priority: ${number}\n  ingress: [{ action: Deny, from: [{ namespaces: {} }] }]\n`,
        'AdminNetworkPolicy',
        'v1alpha1',
      );
    const target = { type: 'policy', tier: 'adminnetworkpolicy', id: 'AdminNetworkPolicy//a' } as const;
    expect(move([old('a', 3), old('b', 4)], target, { semantics: 'kubernetes' })).toMatchObject({
      changed: [old('a', 10)],
      stands: ['b', 'a'],
    });
    expect(move([old('a', 3)], { ...target, tier: 'kube-admin' }, { semantics: 'kubernetes' })).toMatch(
      /adminnetworkpolicy only/,
    );
  });
});

describe('what does not move', () => {
  it('says why', () => {
    expect(move([kubernetes('k')], { type: 'policy', tier: 'default', id: 'NetworkPolicy/shop/k' })).toMatch(
      /have no order/,
    );
    expect(move([kubernetes('k')], { type: 'policy', tier: 'default', id: 'NetworkPolicy/shop/gone' })).toMatch(
      /no longer/,
    );
    expect(move([security], { type: 'tier', id: 'default' })).toMatch(/built in/);
    expect(move(three, { type: 'tier', id: 'security' })).toMatch(/No manifest declares/);
  });
});

it('tiers get an order between their neighbours', () => {
  expect(move([security, platform, ...three], { type: 'tier', id: 'platform', before: 'security' })).toEqual({
    label: 'Move tier platform before security',
    changed: [tier('platform', 50)],
    stands: ['platform', 'security', 'kube-admin', 'default', 'kube-baseline'],
  });
});
