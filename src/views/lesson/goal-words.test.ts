// What is said of goals: the end that stops a flow, the share of pairs, limits, and the news.
import { describe, expect, it } from 'vitest';
import type { AssertionResult } from '../../engine/assertion-report.ts';
import type { DirectionTrace, Explanation, StepOutcome } from '../../engine/explanation.ts';
import { goalNews, goalState, limitWords, oddWords, whyLines } from './goal-words.ts';

const location = { file: 'a', line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 1 };

const goal = (name: string, change: Partial<AssertionResult> = {}): AssertionResult => ({
  ...{ name, from: 'a', to: 'b', src: 'a', dst: 'b', port: 'TCP/80', expect: 'allowed', verdict: 'denied' },
  ...{ holds: false, pairs: 1, oddPairs: 1, odd: [], query: { from: 'a', to: 'b', protocol: 'TCP' }, location },
  ...change,
});

function end(direction: DirectionTrace['direction'], chain: string, outcome: StepOutcome = 'allow'): DirectionTrace {
  const verdict = chain.endsWith('denied') ? 'denied' : 'allowed';
  const step = { code: 'rule-allows' as const, tier: 'default', outcome, reason: '' };
  return { direction, endpoint: 'a', verdict, chain, steps: [step] as never, deciding: 0 };
}

const explained = (egress: DirectionTrace, ingress: DirectionTrace): Explanation => ({
  ...{ snapshot: 1, from: 'a', to: 'b', src: 'a', dst: 'b', fromLabel: 'a', toLabel: 'b', protocol: 'TCP' },
  ...{ traffic: 'TCP 80', verdict: 'denied', summary: '', egress, ingress, missing: [] },
});

describe('why a goal does not hold', () => {
  const shut = end('egress', 'default: deny-all → no rule matches → denied');
  const open = end('ingress', 'default: web rule 1 → allowed');
  const outside = end('egress', 'Internet is no pod → allowed', 'exempt');

  it('names the end that stops a flow that must be open', () => {
    expect(whyLines('allowed', explained(shut, open))).toEqual([{ end: 'egress', chain: shut.chain }]);
  });
  it('names the ends that let a flow pass that must be closed, but for those no policy speaks of', () => {
    expect(whyLines('denied', explained(outside, open))).toEqual([{ end: 'ingress', chain: open.chain }]);
    const alike = [end('egress', 'no policy → allowed'), end('ingress', 'no policy → allowed')] as const;
    expect(whyLines('denied', explained(...alike))).toEqual([{ end: 'both ends', chain: 'no policy → allowed' }]);
  });
  it('says nothing before it is known', () => expect(whyLines('allowed', undefined)).toEqual([]));
  it('counts the pairs of a goal that speaks of several', () => {
    const odd = {
      src: 'a',
      dst: 'b',
      from: 'dev/Deployment/a',
      to: 'internet',
      ports: 'TCP/80',
      verdict: 'denied',
    } as const;
    expect(oddWords(goal('all', { pairs: 6, oddPairs: 2, odd: [odd] }))).toBe(
      '2 of 6 pairs are not so, such as dev/a → internet TCP/80',
    );
    expect(oddWords(goal('one', { odd: [odd] }))).toBeUndefined();
  });
});

it('tells apart what holds, what does not, and what cannot be judged', () => {
  expect([goal('a', { holds: true }), goal('b'), goal('c', { fault: 'no such pod' })].map(goalState)).toEqual([
    'holds',
    'not yet',
    'not known',
  ]);
});

it('tells limits with their numbers', () => {
  expect(limitWords({ of: 'policies', most: 1, used: 1, holds: true })).toBe('1 policy of at most 1');
  expect(limitWords({ of: 'flips', most: 0, used: 0, holds: true })).toBe('nothing that is enforced changes');
  expect(limitWords({ of: 'flips', most: 0, used: 1, holds: false })).toBe(
    'nothing that is enforced changes: 1 flow did',
  );
  expect(limitWords({ of: 'flips', most: 2, used: 3, holds: false })).toBe('3 enforced flows changed, at most 2');
  expect(limitWords({ of: 'rules', most: 2, used: 3, holds: false })).toBe('3 rules, at most 2');
});

it('tells which goals began or ceased to hold, and nothing else', () => {
  const before = [goal('web reaches api'), goal('nobody reaches db', { holds: true })];
  const now = [goal('web reaches api', { holds: true }), goal('nobody reaches db')];
  expect(goalNews(before, now, false)).toBe('Holds now: web reaches api. No longer holds: nobody reaches db.');
  expect(goalNews(before, before, false)).toBe('');
  expect(
    goalNews(now, [goal('web reaches api', { holds: true }), goal('nobody reaches db', { holds: true })], true),
  ).toBe('Holds now: nobody reaches db. All goals hold.');
});
