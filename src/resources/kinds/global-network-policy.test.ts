// GlobalNetworkPolicy: what it has beyond a policy of a namespace.
import { expect, it } from 'vitest';
import { decodeText, manifestOf } from '../../testing/decode-text.ts';

it('selects namespaces, and governs hosts', () => {
  const text = manifestOf('GlobalNetworkPolicy', 'namespaceSelector: has(team)\npreDNAT: true\napplyOnForward: true');
  const { resources, said } = decodeText(text);
  expect(said).toEqual([]);
  expect(resources).toMatchObject([
    {
      kind: 'GlobalNetworkPolicy',
      meta: { namespace: '' },
      spec: { namespaceSelector: { text: 'has(team)' }, preDNAT: true, applyOnForward: true, doNotTrack: false },
    },
  ]);
});

it('needs the namespace of a service', () => {
  const text = manifestOf('GlobalNetworkPolicy', 'ingress: [{action: Allow, source: {services: {name: db}}}]');
  expect(decodeText(text).diagnostics).toMatchObject([{ code: 'required-field', gap: 'rejected' }]);
});
