// Ways to allow one flow are never shown under another.
import { expect, it } from 'vitest';
import { shownRemedies } from './shown-remedies.ts';

const query = { from: 'shop/web', to: 'shop/db', protocol: 'TCP', port: 5432 } as const;
const remedies = { snapshot: 1, query, remedies: [] } as const;

it('shows what was found for the flow on show', () =>
  expect(shownRemedies({ remedies, explainQuery: { ...query } })).toBe(remedies));

it.each([{ ...query, from: 'shop/job' }, { ...query, port: 80 }, undefined])('shows nothing for %j', (explainQuery) =>
  expect(shownRemedies({ remedies, explainQuery })).toBeUndefined(),
);
