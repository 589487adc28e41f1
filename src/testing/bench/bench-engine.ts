// How fast the engine answers on resources that were read already: in one process, without a page.
import { diffSnapshots } from '../../engine/diff-snapshots.ts';
import { defaultOptions } from '../../engine/engine-options.ts';
import { EngineSession } from '../../engine/engine-session.ts';
import { explainQuery } from '../../engine/explain-query.ts';
import { pairRowsOf } from '../../engine/pair-rows.ts';
import type { FileReading, LoadedFile } from '../../engine/read-workspace.ts';
import { createSnapshotCache, evaluateReadings, type Snapshot, type SnapshotCache } from '../../engine/snapshot.ts';
import { benchFiles, readFaultless, withFiles } from './bench-workspace.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import { editedPolicies } from './edited-policies.ts';
import { type Figure, figure, heapMB, interleaved, peakMB, single, timed } from './measure.ts';
import { seededRandom } from './seeded-random.ts';
import { podName, workloadAt, workloadCount } from './workload-plan.ts';

const EDITS = 40;
/** Milliseconds after which connectivity is not computed once more. */
const BUDGET = 30_000;

/** Every verdict of every pair: the number of distinct parts of rows, so that nothing is left out. */
function allPairs(snapshot: Snapshot): number {
  const rows = pairRowsOf(snapshot, 'all');
  let parts = 0;
  for (let column = 0; column < snapshot.universe.size; column++) parts += rows.patched(column).parts.length;
  return parts;
}

function connectivityFigures(readings: readonly FileReading[], runs: number): Figure[] {
  const snapshots: number[] = [];
  const both: number[] = [];
  for (let run = 0; run <= runs && (both[0] ?? 0) * run < BUDGET; run++) {
    const { ms, result } = timed(() => evaluateReadings(readings, defaultOptions, createSnapshotCache()));
    snapshots.push(ms);
    both.push(ms + timed(() => allPairs(result)).ms);
  }
  return [
    figure('parsed resources to all pairs', 'ms', both),
    figure('of that, to classes and compiled policies', 'ms', snapshots),
  ];
}

/** Times from a changed text to the impact line, against the unchanged cluster. */
function editFigures(plan: ClusterPlan, readings: readonly FileReading[], base: Snapshot, cache: SnapshotCache) {
  const works = editedPolicies(plan).edits.map(({ edit, change }) => ({
    what: `edit to impact line: ${edit}`,
    work: (run: number) => {
      const head = evaluateReadings(withFiles(readings, [change(run)]), defaultOptions, cache);
      return diffSnapshots(base, head, 'declared').impact;
    },
  }));
  return interleaved(works, EDITS);
}

function explainFigures(plan: ClusterPlan, base: Snapshot): Figure[] {
  const random = seededRandom(plan.seed, 2 ** 27);
  const pod = (): string => {
    const workload = workloadAt(plan, random.below(workloadCount(plan)));
    return `${workload.namespace}/${podName(workload, random.below(workload.pods))}`;
  };
  const work = (): void => {
    const answer = explainQuery(base, { from: pod(), to: pod(), protocol: 'TCP', port: 8080 }, 1);
    if ('error' in answer) throw new Error(answer.error);
  };
  return interleaved([{ what: 'explain one flow', work }], 20);
}

/** Two sets of manifests that differ in one policy of twenty. */
function diffFigures(readings: readonly FileReading[], base: Snapshot, cache: SnapshotCache, runs: number): Figure[] {
  const policies = readings.filter(({ file }) => file.text.includes('8080') && !file.path.startsWith('edited/'));
  const changed = policies.filter((_, place) => place % 20 === 0);
  const after = changed.map(({ file }) => ({ ...file, text: file.text.replaceAll('8080', '9090') }));
  const head = evaluateReadings(withFiles(readings, after), defaultOptions, cache);
  const works = [
    { what: 'diff where one policy of 20 differs: impact', work: () => diffSnapshots(base, head, 'declared').impact },
    { what: 'the same, flips by workload', work: () => diffSnapshots(base, head, 'declared').byNode },
  ];
  return interleaved(works, runs);
}

/** What the page asks for with each edit: the impact line, and the report of all that is in the cluster. */
function sessionFigures(plan: ClusterPlan, files: readonly LoadedFile[]): Figure[] {
  const session = new EngineSession(() => performance.now());
  const load = timed(() => session.load(files, defaultOptions));
  const [first] = editedPolicies(plan).edits;
  const work = (run: number): unknown => session.edit(first ? [first.change(run)] : []);
  return [
    single('session: load, with the report', 'ms', load.ms),
    ...interleaved([{ what: 'session: edit of a port, with the report', work }], EDITS),
  ];
}

export function benchEngine(plan: ClusterPlan, runs: number): Figure[] {
  const files = benchFiles(plan);
  const { ms, result: readings } = timed(() => readFaultless(files));
  const loaded = heapMB();
  const connectivity = connectivityFigures(readings, runs);
  const cache = createSnapshotCache();
  const base = evaluateReadings(readings, defaultOptions, cache);
  allPairs(base);
  const held = heapMB();
  return [
    single('classes', '', base.universe.classes.length),
    single('policies read in full', 'ms', ms),
    ...connectivity,
    ...editFigures(plan, readings, base, cache),
    ...explainFigures(plan, base),
    ...diffFigures(readings, base, cache, runs),
    ...sessionFigures(plan, files),
    single('heap of the resources', 'MB', loaded),
    single('heap with one snapshot', 'MB', held),
    single('peak memory of the process', 'MB', peakMB()),
  ];
}
