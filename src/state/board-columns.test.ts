// Columns of the board: all tiers, every policy where it stands or would stand, and what a filter and a move make of them.
import { expect, it } from 'vitest';
import type { InactiveSummary, PolicySummary } from '../engine/policy-results.ts';
import { emptyReport } from '../testing/fake-engine-client.ts';
import { type BoardColumn, boardOf, filterBoard, moveTo, placeByOrder, policiesApplying } from './board-columns.ts';

const location = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 1 };
const policy = (name: string, tier: string, order?: number): PolicySummary => ({
  ...{ id: `GlobalNetworkPolicy//${name}`, kind: 'GlobalNetworkPolicy', namespace: '', name, tier },
  ...(order === undefined ? {} : { order }),
  ...{
    directions: [],
    ruleCount: 0,
    actions: {},
    appliesToPods: 0,
    appliesToHosts: 0,
    appliesTo: [],
    appliesToNodes: 0,
  },
  location,
});
const inactive = (name: string, tier?: string, order?: number): InactiveSummary => ({
  ...{ id: `StagedGlobalNetworkPolicy//${name}`, kind: 'StagedGlobalNetworkPolicy', namespace: '', name },
  reason: tier === undefined ? 'invalid' : 'staged',
  ...(tier === undefined ? {} : { tier }),
  ...(order === undefined ? {} : { order }),
  location,
});

const report = {
  ...emptyReport(1),
  tiers: ['security', 'default'].map((name) => ({ name, title: name, unmatched: 'deny' as const })),
  policies: [policy('a', 'security', 10), policy('b', 'security', 20), policy('c', 'security')],
  inactive: [inactive('s', 'security', 10), inactive('t', 'gone', 1), inactive('broken')],
};

const drawn = (columns: readonly BoardColumn[]): string[] =>
  columns.map(
    ({ tier, cards }) => `${tier.name}: ${cards.map((card) => `${card.policy.name}${card.state[0]}`).join(' ')}`,
  );

it('holds every tier, and what takes no part behind those of its order', () => {
  const { columns, nowhere } = boardOf(report);
  expect(drawn(columns)).toEqual(['security: aa ss ba ca', 'default: ', 'gone: ts']);
  expect(nowhere.map(({ name }) => name)).toEqual(['broken']);
});

it('leaves what the filter wants, and says of how many', () => {
  const { columns } = boardOf(report);
  expect(drawn(filterBoard(columns, { text: 'staged S', applying: undefined }))[0]).toBe('security: ss');
  const detail = {
    ingressPolicies: [{ id: 'GlobalNetworkPolicy//a' }],
    egressPolicies: [{ id: 'GlobalNetworkPolicy//c' }],
  };
  const applying = policiesApplying({ ...emptyDetail, ...detail });
  const filtered = filterBoard(columns, { text: '', applying });
  expect(drawn(filtered)).toEqual(['security: aa ca', 'default: ', 'gone: ']);
  expect(filtered[0]?.of).toBe(4);
});

const emptyDetail = {
  ...{ snapshot: 1, id: 'x', label: 'x', reachedBy: [], reaches: [], reachedByTotal: 0, reachesTotal: 0 },
  ...{ ingressPolicies: [], egressPolicies: [], namedAsPeerBy: [] },
};

it('moves before the next that takes part', () => {
  const [security] = boardOf(report).columns;
  if (!security) throw new Error('no column');
  const before = (id: string, place: number) => moveTo(`GlobalNetworkPolicy//${id}`, security, place);
  expect(before('c', 0)).toMatchObject({ tier: 'security', before: 'GlobalNetworkPolicy//a' });
  expect(before('c', 1)).toMatchObject({ before: 'GlobalNetworkPolicy//b' });
  expect(before('a', 2)).toMatchObject({ before: 'GlobalNetworkPolicy//c' });
  expect(before('a', 3)).not.toHaveProperty('before');
});

it('places by order in another tier', () => {
  const [security] = boardOf(report).columns;
  if (!security) throw new Error('no column');
  expect([5, 10, 15, undefined].map((order) => placeByOrder(security, order))).toEqual([0, 2, 2, 4]);
});
