// Grades a draft as an answer to a step of a lesson: goals, limits, mistakes, and what it opens beyond the solution.
import type { SourceFile } from '../../documents/source-file.ts';
import { compareSnapshots } from '../diff-snapshots.ts';
import type { Numbered } from '../engine-session.ts';
import { type FileText, hypotheticalDraft } from '../hypothetical-draft.ts';
import { judgeAssertions } from '../judge-assertions.ts';
import { Locator } from '../locate.ts';
import type { FlipKind, FlipRow } from '../results.ts';
import { evaluateReadings, type Snapshot, type SnapshotCache } from '../snapshot.ts';
import type { Check } from './check.ts';
import { countPolicies, countRules } from './count-policies.ts';
import { goalMatrix } from './goal-matrix.ts';
import type { FlowDifference, Grade, GradeRequest, LimitResult } from './grade.ts';
import { type CheckedDraft, judgeCheck } from './judge-check.ts';

/** All goals together. */
const GOAL_LIMITS = { assertions: Number.POSITIVE_INFINITY, assertedPairs: 50_000 };

/** Rows of each difference. */
const MOST_ROWS = 50;

/** A snapshot of files that are not the draft's, and what it was made under. */
interface Kept {
  readonly files: readonly SourceFile[];
  readonly cache: SnapshotCache;
  readonly options: string;
  readonly snapshot: Snapshot;
}

function isSame(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  const texts = new Map(b.map(({ path, text }) => [path, text]));
  return a.length === b.length && a.every(({ path, text }) => texts.get(path) === text);
}

/** What makes the draft's files into these. */
function changesTo({ readings }: Snapshot, files: readonly SourceFile[]): readonly FileText[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const gone = readings.flatMap(({ file }): FileText[] =>
    texts.has(file.path) ? [] : [{ path: file.path, text: null }],
  );
  const before = new Map(readings.map(({ file }) => [file.path, file.text]));
  return [...gone, ...[...texts].flatMap(([path, text]) => (before.get(path) === text ? [] : [{ path, text }]))];
}

/** The draft with staged policies and without them, each evaluated once. */
class DraftViews implements CheckedDraft {
  readonly #draft: Snapshot;
  readonly #cache: SnapshotCache;
  readonly #views = new Map<boolean, Snapshot>();
  readonly findings: ReadonlySet<string>;

  constructor(draft: Snapshot, cache: SnapshotCache, findings: ReadonlySet<string>) {
    this.#draft = draft;
    this.#cache = cache;
    this.findings = findings;
  }

  view(pending: boolean): Snapshot {
    const known = this.#views.get(pending);
    if (known) return known;
    const { options, readings } = this.#draft;
    const wanted = pending ? 'calico' : 'enforced';
    const isSo = options.pending === wanted;
    const made = isSo ? this.#draft : evaluateReadings(readings, { ...options, pending: wanted }, this.#cache);
    this.#views.set(pending, made);
    return made;
  }
}

/** What differs between the solution and the draft. */
function differences(
  solution: Snapshot,
  draft: Snapshot,
  cache: SnapshotCache,
): Pick<Grade, 'extra' | 'lacking' | 'unsure'> {
  const diff = compareSnapshots(solution, draft, cache, 'all');
  const { impact } = diff;
  const rows: Record<FlipKind, FlipRow[]> = { opened: [], closed: [], unknown: [] };
  const wanted = (['opened', 'closed', 'unknown'] as const).filter((kind) => impact[kind] > 0);
  const isFull = (): boolean => wanted.every((kind) => rows[kind].length >= Math.min(impact[kind], MOST_ROWS));
  if (!isFull()) {
    for (const row of diff.rows()) {
      if (rows[row.flip].length < MOST_ROWS) rows[row.flip].push(row);
      if (isFull()) break;
    }
  }
  const of = (kind: FlipKind): FlowDifference => ({ count: impact[kind], rows: rows[kind] });
  return { extra: of('opened'), lacking: of('closed'), unsure: of('unknown') };
}

/** The start and the draft with staged policies, or with those alone that are enforced. */
type BothEnds = (pending: boolean) => { readonly start: Snapshot; readonly draft: Snapshot };

function judgeLimits(limits: GradeRequest['limits'], ends: BothEnds, cache: SnapshotCache): readonly LimitResult[] {
  const beyond = (count: (snapshot: Snapshot) => number): number => {
    const { start, draft } = ends(true);
    return Math.max(0, count(draft) - count(start));
  };
  const flips = (): number => {
    const { start, draft } = ends(false);
    const { opened, closed, unknown } = compareSnapshots(start, draft, cache, 'declared').impact;
    return opened + closed + unknown;
  };
  const counts = { policies: () => beyond(countPolicies), rules: () => beyond(countRules), flips };
  return (['policies', 'rules', 'flips'] as const).flatMap((of): LimitResult[] => {
    const most = limits?.[of];
    if (most === undefined) return [];
    const used = counts[of]();
    return [{ of, most, used, holds: used <= most }];
  });
}

/** Keeps what does not change from one edit to the next: the snapshots of the solution and of the start. */
export class DraftGrader {
  readonly #kept = new Map<string, Kept>();

  /** `findings`: codes that lints find in the draft, at least of those that checks ask for. */
  grade({ id, snapshot }: Numbered, request: GradeRequest, cache: SnapshotCache, findings: ReadonlySet<string>): Grade {
    const views = new DraftViews(snapshot, cache, findings);
    const draft = views.view(request.pending);
    const { results } = judgeAssertions(draft, request.goals, new Locator(draft.readings), GOAL_LIMITS);
    const ends: BothEnds = (pending) => {
      const now = views.view(pending);
      return { draft: now, start: this.#snapshotOf(`start ${pending}`, request.start, now, cache) };
    };
    const limits = judgeLimits(request.limits, ends, cache);
    const incomplete = draft.diagnostics.some(({ gap }) => gap !== undefined);
    const isEach = results.length === request.goals.length && results.every(({ holds }) => holds);
    const passed = isEach && limits.every(({ holds }) => holds) && !incomplete;
    const fits = (checks: readonly Check[]): boolean => checks.every((check) => judgeCheck(check, views).holds);
    const isUntouched = isSame(
      draft.readings.map(({ file }) => file),
      request.begun,
    );
    const mistake = passed || isUntouched ? -1 : request.mistakes.findIndex(fits);
    return {
      snapshot: id,
      goals: results,
      limits,
      passed,
      incomplete,
      mistake: mistake === -1 ? undefined : mistake,
      facts: request.facts.map((check) => judgeCheck(check, views)),
      ...differences(this.#snapshotOf('solution', request.solution, draft, cache), draft, cache),
      matrix: goalMatrix(draft, request.goals, results),
    };
  }

  /** Made once under the draft's options; files that the draft has as well are those very readings. */
  #snapshotOf(what: string, files: readonly SourceFile[], draft: Snapshot, cache: SnapshotCache): Snapshot {
    const options = JSON.stringify(draft.options);
    const kept = this.#kept.get(what);
    if (kept && kept.cache === cache && kept.options === options && isSame(kept.files, files)) return kept.snapshot;
    const changes = changesTo(draft, files);
    const snapshot = changes.length === 0 ? draft : hypotheticalDraft(draft, changes, cache);
    this.#kept.set(what, { files, cache, options, snapshot });
    return snapshot;
  }
}
