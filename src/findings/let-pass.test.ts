// Who lets what pass, and what never passes.
import { expect, it } from 'vitest';
import type { IgnoreSummary } from '../engine/results.ts';
import { drawFinding } from '../testing/draw-finding.ts';
import { type FindingConfig, noConfig } from './config.ts';
import { letPass } from './let-pass.ts';

const finding = drawFinding('a', 'warning', { object: 'NetworkPolicy shop/db' });
const { location } = finding;
const comment = (codes: readonly string[], start: number, end: number): IgnoreSummary => {
  return { codes, reason: 'known', start, end, location: { ...location, line: 2 } };
};
const judge = (config: Partial<FindingConfig> | undefined, comments: readonly IgnoreSummary[] = [], one = finding) =>
  letPass([one], {
    config: config && { ...noConfig, path: 'sluice.yaml', ...config },
    comments: new Map(comments.length > 0 ? [['shop/db.yaml', comments]] : []),
    today: '2026-11-22',
    pathOf: (file) => file,
  });
const rule = { rule: 'a', files: undefined, object: undefined, reason: 'soon', expires: undefined, line: 7 };

it('gives the very list where nobody says anything', () => {
  const findings = [finding];
  const none = { config: undefined, comments: new Map(), today: '', pathOf: String };
  expect(letPass(findings, none).kept).toBe(findings);
});

it.each([
  ['its code and place', [comment(['b', 'a'], 20, 20)], 1],
  ['another code', [comment(['b'], 20, 20)], 0],
  ['another place', [comment(['a'], 21, 40)], 0],
])('a comment of %s', (_, comments, count) => {
  const { kept, passed } = judge(undefined, comments);
  expect([kept.length, passed.length]).toEqual([1 - count, count]);
  if (count > 0) expect(passed).toEqual([{ problem: finding, reason: 'known', by: { file: 'shop/db.yaml', line: 2 } }]);
});

it('comments hide neither gaps nor broken pinned flows', () => {
  for (const more of [{ gap: 'rejected' as const }, { code: 'assertion-broken' }])
    expect(judge(undefined, [comment(['a', 'assertion-broken'], 0, 99)], { ...finding, ...more }).kept).toHaveLength(1);
});

it('a configuration wins, is told where it is of no use, and sets severities', () => {
  const by = { file: 'sluice.yaml', line: 7 };
  expect(judge({ ignore: [rule] }, [comment(['a'], 20, 20)]).passed).toEqual([
    { problem: finding, reason: 'soon', by },
  ]);
  expect(judge({ ignore: [{ ...rule, object: 'Pod *' }] }).unused).toHaveLength(1);
  expect(judge({ severities: new Map([['a', 'error']]) }).kept).toMatchObject([{ severity: 'error' }]);
  expect(judge({ severities: new Map([['a', 'off']]) })).toEqual({ kept: [], passed: [], unused: [] });
  const expired = judge({ ignore: [{ ...rule, expires: '2026-11-21' }] }).kept;
  expect(expired).toMatchObject([{ advice: 'It was let pass until 2026-11-21 (sluice.yaml:7).' }]);
});
