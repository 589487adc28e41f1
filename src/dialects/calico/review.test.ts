// What Calico's readings refuse, warn of and take instead.
import { describe, expect, it } from 'vitest';
import type { PendingView, Semantics } from '../../model/semantics.ts';
import { decodeFiles } from '../../testing/decode-files.ts';
import { objectName } from './object-name.ts';
import { review } from './review.ts';

const api = 'apiVersion: projectcalico.org/v3';
const policy = (kind: string, name: string, spec = '') =>
  `{${api}, kind: ${kind}, metadata: {name: ${name}, namespace: shop}, spec: {${spec}}}`;
const global = (name: string, spec = '') =>
  `{${api}, kind: GlobalNetworkPolicy, metadata: {name: ${name}}, spec: {${spec}}}`;
const tier = (name: string, spec = '') => `{${api}, kind: Tier, metadata: {name: ${name}}, spec: {${spec}}}`;

function reviewed(
  documents: readonly string[],
  semantics: Semantics = 'calico-3.32',
  pending: PendingView = 'enforced',
) {
  const text = documents.join('\n---\n');
  const { resources, diagnostics } = review(decodeFiles([{ path: 'a.yaml', text }]), semantics, pending);
  return {
    kept: resources.map(objectName),
    said: diagnostics.map(({ code, severity, gap, range }) => {
      const place = text.slice(range.start, range.end);
      return `${severity}${gap ? ` ${gap}` : ''} ${code}: ${place}`;
    }),
  };
}

describe('fields of Calico Enterprise', () => {
  const documents = [
    global('p', 'types: [Egress], egress: [{action: Allow, destination: {domains: [a.test]}}]'),
    `{${api}, kind: GlobalNetworkSet, metadata: {name: s}, spec: {allowedEgressDomains: [a.test]}}`,
  ];

  it.each(['calico-3.32', 'calico-3.31'] as const)('are rejected by %s', (semantics) =>
    expect(reviewed(documents, semantics)).toEqual({
      kept: [],
      said: ['error rejected enterprise-field: domains', 'error rejected enterprise-field: allowedEgressDomains'],
    }),
  );

  it.each(['calico-enterprise', 'kubernetes'] as const)('are none of the business of %s', (semantics) =>
    expect(reviewed(documents, semantics)).toEqual({
      kept: ['GlobalNetworkPolicy p', 'GlobalNetworkSet s'],
      said: [],
    }),
  );
});

describe('names of policies up to 3.31', () => {
  it.each([
    ['default', 'p', true],
    ['default', 'default.p', true],
    ['default', 'other.p', false],
    ['security', 'security.p', true],
    ['security', 'p', false],
    ['security', 'default.p', false],
  ])('in the tier %s: %s', (name, policyName, isKept) => {
    const documents = [tier('security', 'order: 1'), policy('NetworkPolicy', policyName, `tier: ${name}`)];
    const tierName = 'Tier security';
    expect(reviewed(documents).kept).toEqual([tierName, `CalicoNetworkPolicy shop/${policyName}`]);
    expect(reviewed(documents, 'calico-3.31')).toEqual(
      isKept
        ? { kept: [tierName, `CalicoNetworkPolicy shop/${policyName}`], said: [] }
        : { kept: [tierName], said: [`error rejected policy-name: ${policyName}`] },
    );
  });
});

describe('tiers', () => {
  it('warns of one that nobody declares', () =>
    expect(reviewed([global('p', 'tier: missing'), global('q', 'tier: kube-admin')])).toEqual({
      kept: ['GlobalNetworkPolicy p', 'GlobalNetworkPolicy q'],
      said: ['warning tier-missing: missing'],
    }));

  it('calls it an error where one is called nearly the same', () =>
    expect(
      reviewed([tier('security', 'order: 1'), global('p', 'tier: "securty"'), global('q', 'tier: defualt')]).said,
    ).toEqual(['error tier-missing: "securty"', 'error tier-missing: defualt']));

  it('knows the built-in ones of its release', () =>
    expect(reviewed([global('kube-admin.q', 'tier: kube-admin')], 'calico-3.31').said).toEqual([
      'warning tier-missing: kube-admin',
    ]));

  // What is built in under every reading is held to its form where objects are decoded.
  it.each([
    ['calico-3.31', 'order: 1000, defaultAction: Pass', []],
    ['calico-3.31', 'order: 1000', ['error rejected built-in-tier']],
    ['calico-3.31', 'order: 5, defaultAction: Pass', ['error rejected built-in-tier']],
    ['calico-3.32', 'order: 5', []],
  ] as const)('lets nobody change a built-in one of its release: %s {%s}', (semantics, spec, said) => {
    const found = reviewed([tier('adminnetworkpolicy', spec)], semantics);
    expect(found.said.map((line) => line.replace(/:.*/s, ''))).toEqual(said);
    expect(found.kept).toHaveLength(1 - said.length);
  });
});

describe('staged policies', () => {
  const kubernetes =
    '{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: k, namespace: shop}, spec: {podSelector: {}}}';
  const documents = [
    policy('NetworkPolicy', 'set'),
    policy('NetworkPolicy', 'gone'),
    policy('NetworkPolicy', 'ignored'),
    policy('NetworkPolicy', 'untouched'),
    kubernetes,
    policy('StagedNetworkPolicy', 'set'),
    policy('StagedNetworkPolicy', 'learnt', 'stagedAction: Learn'),
    policy('StagedNetworkPolicy', 'gone', 'stagedAction: Delete'),
    policy('StagedNetworkPolicy', 'ignored', 'stagedAction: Ignore'),
    policy('StagedKubernetesNetworkPolicy', 'k', 'podSelector: {}'),
    `{${api}, kind: StagedGlobalNetworkPolicy, metadata: {name: untouched}}`,
  ];
  const enforced = ['set', 'gone', 'ignored', 'untouched'].map((name) => `CalicoNetworkPolicy shop/${name}`);

  it('have no effect while they are not previewed, and say so', () => {
    const { kept, said } = reviewed(documents);
    expect(kept).toEqual([...enforced, 'NetworkPolicy shop/k']);
    expect(said).toEqual(
      ['set', 'learnt', 'gone', 'ignored', 'k', 'untouched'].map((name) => `info staged-only: ${name}`),
    );
  });

  it('stand beside the enforced ones in Calico’s preview, without deletions', () =>
    expect(reviewed(documents, 'calico-3.32', 'calico')).toEqual({
      kept: [
        ...enforced,
        'NetworkPolicy shop/k',
        'StagedNetworkPolicy shop/set',
        'StagedNetworkPolicy shop/learnt',
        'StagedNetworkPolicy shop/ignored',
        'StagedKubernetesNetworkPolicy shop/k',
        'StagedGlobalNetworkPolicy untouched',
      ],
      said: ['info staged-deletion: gone'],
    }));

  it('once promoted replace and delete those of their name and kind', () =>
    expect(reviewed(documents, 'calico-3.32', 'promoted')).toEqual({
      kept: [
        'CalicoNetworkPolicy shop/ignored',
        'CalicoNetworkPolicy shop/untouched',
        'StagedNetworkPolicy shop/set',
        'StagedNetworkPolicy shop/learnt',
        'StagedKubernetesNetworkPolicy shop/k',
        'StagedGlobalNetworkPolicy untouched',
      ],
      said: [],
    }));

  it.each([
    ['calico-3.31', ['StagedNetworkPolicy shop/default.p']],
    ['calico-3.32', ['CalicoNetworkPolicy shop/p', 'StagedNetworkPolicy shop/default.p']],
  ] as const)('%s tells whether `p` and `default.p` are one', (semantics, kept) =>
    expect(
      reviewed([policy('NetworkPolicy', 'p'), policy('StagedNetworkPolicy', 'default.p')], semantics, 'promoted').kept,
    ).toEqual(kept),
  );
});
