// The published schema.
import { expect, it } from 'vitest';
import { drawnExplanation } from '../testing/draw-explanation.ts';
import { explainJson } from './explain-json.ts';

it('has the fields of sluice/explain/v1', () =>
  expect(JSON.parse(explainJson.export(drawnExplanation()))).toMatchObject({
    schema: 'sluice/explain/v1',
    verdict: 'denied',
    egress: { verdict: 'allowed', deciding: 0, steps: [{ tier: 'default', outcome: 'default-allow' }] },
    ingress: {
      deciding: 1,
      steps: [
        { policy: 'NetworkPolicy/shop/db', outcome: 'no-match', rule: 1, file: 'policies/db.yaml', line: 4, column: 1 },
        { outcome: 'end-of-tier' },
      ],
    },
    missing: [{ code: 'address' }],
  }));
