// Times and memory of one process, and what a benchmark tells about them.

/** One line of a benchmark at one size. `cold` is the first value, before anything was compiled or kept. */
export interface Figure {
  readonly what: string;
  readonly unit: 'ms' | 's' | 'MB' | 'MB/s' | 'B' | '';
  readonly median: number;
  readonly cold?: number;
  readonly runs: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** A figure of several values, the first of which is cold and does not count among the others. */
export function figure(what: string, unit: Figure['unit'], values: readonly number[]): Figure {
  const [cold = Number.NaN, ...warm] = values;
  return warm.length === 0
    ? { what, unit, median: cold, runs: 1 }
    : { what, unit, median: median(warm), cold, runs: warm.length };
}

/** Milliseconds that `work` takes, and what it returns. */
export function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

const WARM_UPS = 4;
/** Milliseconds after which a figure must do with the runs it has. */
const BUDGET = 10_000;

export interface Work {
  readonly what: string;
  /** What it returns is not looked at. */
  readonly work: (run: number) => unknown;
}

/**
 * Runs all in turn, so that none has the others to thank for being warm: once cold, some times to warm up, which do not
 * count, and then `runs` times; what is slow, less often.
 */
export function interleaved(works: readonly Work[], runs: number): Figure[] {
  const values = works.map((): number[] => []);
  const start = performance.now();
  for (let run = 0; run < 1 + WARM_UPS + runs; run++) {
    if (run > 1 && performance.now() - start > BUDGET * works.length) break;
    works.forEach(({ work }, place) => {
      values[place]?.push(timed(() => work(run)).ms);
    });
  }
  return works.map(({ what }, place) => {
    const own = values[place] ?? [];
    const warm = own.slice(own.length > 1 + WARM_UPS ? 1 + WARM_UPS : 1);
    return figure(what, 'ms', [...own.slice(0, 1), ...warm]);
  });
}

const MB = 1_000_000;

/** MB of the heap after a collection; Node must run with `--expose-gc`. */
export function heapMB(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / MB;
}

/** The most memory that this process has had so far, in MB. */
export function peakMB(): number {
  return (process.resourceUsage().maxRSS * 1024) / MB;
}

export const single = (what: string, unit: Figure['unit'], value: number): Figure => ({
  what,
  unit,
  median: value,
  runs: 1,
});
