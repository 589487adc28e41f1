// NetworkSet: addresses of a namespace.
import { expect, it } from 'vitest';
import { decodeText, failingFixes, manifestOf, stylesOf } from '../../testing/decode-text.ts';

it('takes single addresses, both families and host bits, which are dropped', () => {
  const { resources, said } = decodeText(
    manifestOf('NetworkSet', 'nets: [10.0.0.7, 10.1.2.3/16, "fd00::1", 0.0.0.0/0]'),
  );
  expect(said).toEqual([]);
  expect(resources).toMatchObject([
    {
      kind: 'NetworkSet',
      meta: { namespace: 'shop' },
      nets: [{ text: '10.0.0.7/32' }, { text: '10.1.0.0/16' }, { text: 'fd00::1/128' }, { text: '0.0.0.0/0' }],
    },
  ]);
});

it('refuses what is no address, and the label that Calico gives', () => {
  const text = manifestOf('NetworkSet', 'nets: [10.0.0.0/33]').replace(
    '  name: p\n',
    '  name: p\n  labels: {projectcalico.org/namespace: a}\n',
  );
  expect(decodeText(text).said).toEqual([
    'error: metadata.labels: projectcalico.org/namespace is not a valid label name @ projectcalico.org/namespace',
    'error: spec.nets[0]: Invalid value: "10.0.0.0/33": invalid CIDR @ 10.0.0.0/33',
  ]);
  expect(stylesOf(text).flatMap(failingFixes)).toEqual([]);
});

it('notes domains, which only Enterprise knows', () =>
  expect(decodeText(manifestOf('NetworkSet', 'allowedEgressDomains: [a.example]')).resources).toMatchObject([
    { domains: ['a.example'], enterpriseFields: [{ path: 'spec.allowedEgressDomains' }] },
  ]));
