// A ServiceAccount is its name and labels.
import { expect, it } from 'vitest';
import { decodeJson } from '../../testing/decode-json.ts';

it('reads name and labels', () =>
  expect(
    decodeJson({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'web', namespace: 'x', labels: { tier: 'front' } },
      secrets: [{ name: 'token' }],
    }),
  ).toMatchObject({
    said: [],
    resources: [
      { kind: 'ServiceAccount', meta: { name: 'web', namespace: 'x', labels: new Map([['tier', 'front']]) } },
    ],
  }));
