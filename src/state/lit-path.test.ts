// The way of a flow over the board, taken from its explanation.
import { expect, it } from 'vitest';
import type { DirectionTrace, Explanation, TraceStep } from '../engine/explanation.ts';
import { laneStates, litPath } from './lit-path.ts';

const step = (tier: string, name: string | undefined, outcome: TraceStep['outcome']): TraceStep => ({
  tier,
  code: 'no-rule-matches' as const,
  outcome,
  reason: '',
  ...(name === undefined ? {} : { policy: { id: name, kind: 'GlobalNetworkPolicy', namespace: '', name } }),
});
const trace = (direction: DirectionTrace['direction'], steps: TraceStep[], verdict: DirectionTrace['verdict']) => ({
  ...{ direction, steps, verdict, endpoint: 'shop/web', chain: '' },
  deciding: steps.length - 1,
});
const explanation = (egress: DirectionTrace, ingress: DirectionTrace): Explanation => ({
  ...{
    snapshot: 1,
    from: 'a',
    to: 'b',
    src: 'workload:a',
    dst: 'workload:b',
    fromLabel: 'a',
    toLabel: 'b',
    protocol: 'TCP',
    traffic: 'TCP 80',
  },
  ...{ verdict: 'denied', summary: '', egress, ingress, missing: [] },
});

const egress = trace(
  'egress',
  [
    step('security', 'log', 'log'),
    step('security', 'other', 'not-applied'),
    step('security', 'pass', 'pass'),
    step('', undefined, 'default-allow'),
  ],
  'allowed',
);
const ingress = trace(
  'ingress',
  [step('default', 'web', 'no-match'), step('default', undefined, 'end-of-tier')],
  'denied',
);

it('marks what was asked, in turn, by end', () => {
  const path = litPath(explanation(egress, ingress));
  expect(path?.cards.get('security log')).toEqual([{ direction: 'egress', turn: 1, outcome: 'log' }]);
  expect(path?.cards.get('security pass')).toMatchObject([{ turn: 2 }]);
  expect(path?.cards.has('security other')).toBe(false);
  expect(path?.after).toEqual([{ direction: 'egress', turn: 3, outcome: 'default-allow', decided: 'allowed' }]);
  expect(path?.ends.get('default')).toEqual([
    { direction: 'ingress', turn: 2, outcome: 'end-of-tier', decided: 'denied' },
  ]);
});

it('draws a lane for each end through the tiers, up to what decides', () => {
  const path = litPath(explanation(egress, ingress));
  const titles = ['security', 'platform', 'default', 'kube-baseline'];
  expect(path && laneStates(path, 'egress', titles)).toEqual(['asked', 'over', 'over', 'over']);
  expect(path && laneStates(path, 'ingress', titles)).toEqual(['over', 'over', 'decided', 'beyond']);
  const exempt = litPath(explanation(trace('egress', [step('', undefined, 'exempt')], 'allowed'), ingress));
  expect(exempt && laneStates(exempt, 'egress', titles)).toEqual(['beyond', 'beyond', 'beyond', 'beyond']);
});

it('is nothing without an explanation', () => {
  expect(litPath(undefined)).toBeUndefined();
  expect(litPath({ snapshot: 1, error: 'unknown endpoint', suggestions: [] })).toBeUndefined();
});
