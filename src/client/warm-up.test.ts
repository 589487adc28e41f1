// The cluster that is evaluated beforehand.
import { expect, it, vi } from 'vitest';
import { EngineSession } from '../engine/engine-session.ts';
import { warmUp } from './warm-up.ts';

it('goes the ways of a real one: pods and policies read and evaluated, without a problem', () => {
  const load = vi.spyOn(EngineSession.prototype, 'load');
  warmUp();
  const report = load.mock.results[0]?.value.report;
  expect(report.counts).toMatchObject({ namespaces: 5, workloads: 50, pods: 500, policies: 20 });
  expect(report.problems).toEqual([]);
});
