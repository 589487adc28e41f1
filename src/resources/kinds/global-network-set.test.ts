// GlobalNetworkSet: addresses under labels, of no namespace.
import { expect, it } from 'vitest';
import { decodeText, manifestOf } from '../../testing/decode-text.ts';

it('reads its addresses', () => {
  const { resources, said } = decodeText(manifestOf('GlobalNetworkSet', 'nets: [203.0.113.0/24]'));
  expect(said).toEqual([]);
  expect(resources).toMatchObject([
    { kind: 'GlobalNetworkSet', meta: { namespace: '' }, nets: [{ text: '203.0.113.0/24' }], enterpriseFields: [] },
  ]);
});

it('may be empty', () =>
  expect(decodeText(manifestOf('GlobalNetworkSet', '')).resources).toMatchObject([{ nets: [] }]));
