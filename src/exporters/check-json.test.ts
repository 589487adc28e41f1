// The published schema.
import { expect, it } from 'vitest';
import { drawAssertion, drawCheck } from '../testing/draw-check.ts';
import { checkJson } from './check-json.ts';

it('has the fields of sluice/check/v1', () => {
  const result = JSON.parse(checkJson.export(drawCheck(drawAssertion('a', true), drawAssertion('b', false, 7))));
  expect(result).toMatchObject({
    schema: 'sluice/check/v1',
    summary: { assertions: 2, hold: 1, broken: 1 },
    assertions: [
      { name: 'a', from: 'shop/web', to: 'shop/db', port: 'TCP/80', expect: 'allowed', holds: true, line: 4 },
      {
        holds: false,
        verdict: 'denied',
        differing: { pairs: 1, first: [{ from: 'shop/web', to: 'shop/db', ports: 'TCP/80', verdict: 'denied' }] },
        trace: { verdict: 'denied', ingress: { verdict: 'denied', file: 'p.yaml', line: 3 } },
      },
    ],
    incomplete: false,
  });
});
