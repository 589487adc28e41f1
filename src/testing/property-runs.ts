// How often and with which seed property tests run: always the same in the gate, more and other ones on request.
import type { Parameters } from 'fast-check';

/** `SLUICE_RUNS` multiplies the runs, `SLUICE_SEED` starts elsewhere: `SLUICE_RUNS=10 SLUICE_SEED=7 npx vitest run`. */
export function runs<T>(count: number): Parameters<T> {
  const times = Number(process.env.SLUICE_RUNS ?? 1);
  return { numRuns: Math.max(1, Math.round(count * times)), seed: Number(process.env.SLUICE_SEED ?? 1) };
}

/** Time for a test that takes `seconds` in the gate, in milliseconds, as many times over as it runs. */
export function timeFor(seconds: number): number {
  return 1000 * seconds * Math.max(1, Number(process.env.SLUICE_RUNS ?? 1));
}
