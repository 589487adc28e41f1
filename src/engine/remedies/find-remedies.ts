// Finds the smallest changes that would allow a flow: candidates from what stops it, each written out, evaluated and compared.
import type { TextEdit } from '../../documents/text-edit.ts';
import { compareSnapshots } from '../diff-snapshots.ts';
import { explainQuery } from '../explain-query.ts';
import type { Explanation, FlowQuery } from '../explanation.ts';
import { hypotheticalDraft, textsAfter } from '../hypothetical-draft.ts';
import { flipsIn } from '../impact.ts';
import { Locator } from '../locate.ts';
import { manifestsOf } from '../policy-source.ts';
import type { Party } from '../resolve-party.ts';
import type { Direction, FlipKind, FlipRow, Impact, NodeId, PortScope } from '../results.ts';
import type { Snapshot, SnapshotCache } from '../snapshot.ts';
import { type AskedFlow, askedFlow, blockedEnds } from './blocked-end.ts';
import type { Candidate, CandidateSource } from './candidate.ts';
import { hunksOf } from './hunks.ts';
import { labelCandidates } from './label-candidates.ts';
import { nameEnd } from './name-end.ts';
import { orderCandidates } from './order-candidates.ts';
import { policyCandidates } from './policy-candidates.ts';
import type { Remedy, RemedyKind } from './remedy.ts';
import { ruleCandidates } from './rule-candidates.ts';

/** Ways that are told. */
const MOST_REMEDIES = 5;
/** Other flips that are listed. */
const MOST_FLIPS = 30;
/** Flips among which the one that is wanted is looked for. */
const MOST_ROWS = 5000;
/** A way through both ends is called after the larger of its two changes. */
const KINDS: readonly RemedyKind[] = ['rule', 'label', 'order', 'policy'];

const everyCandidate = [ruleCandidates, orderCandidates, policyCandidates, labelCandidates] as const;

const isAnswer = (answer: ReturnType<typeof explainQuery>): answer is Explanation => 'egress' in answer;

/** Edits that overlap cannot be made together. */
function overlap(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.some((one) => b.some((other) => one.file === other.file && one.start < other.end && other.start < one.end));
}

function together(a: Candidate, b: Candidate): Candidate | undefined {
  if (overlap(a.edits, b.edits)) return undefined;
  const kind = KINDS.indexOf(a.kind) > KINDS.indexOf(b.kind) ? a.kind : b.kind;
  const created = [...a.created, ...b.created.filter(({ path }) => !a.created.some((one) => one.path === path))];
  if (created.length < a.created.length + b.created.length) return undefined;
  const rank = Math.max(a.rank, b.rank);
  return { kind, title: `${a.title} and ${b.title}`, edits: [...a.edits, ...b.edits], created, rank };
}

/** Whether a node of the list of flips is an end of the flow: its workload, or the very addresses that were asked for. */
function isNodeOf(snapshot: Snapshot, party: Party, asked: string): (id: NodeId) => boolean {
  if (party.type === 'address') {
    const named = nameEnd(snapshot, party);
    const cidrs = named?.type === 'addresses' ? named.cidrs.map((cidr) => `cidr:${cidr}`) : [];
    return (id) => id === asked.trim() || cidrs.includes(id);
  }
  const workload = snapshot.cluster.workloads[party.endpoint.workload];
  return (id) => id === (workload?.id ?? party.endpoint.id);
}

/** The likeliest of each kind. */
function firsts(halves: readonly Candidate[]): readonly Candidate[] {
  const ordered = [...halves].sort((a, b) => a.rank - b.rank);
  return ordered.filter(({ kind }, index) => ordered.findIndex((one) => one.kind === kind) === index);
}

/** Ways for both ends that are alike; where one end has none of a kind, the likeliest of the other's instead. */
function pairs(
  egress: readonly Candidate[],
  ingress: readonly Candidate[],
): readonly (readonly [Candidate, Candidate])[] {
  const [left, right] = [firsts(egress), firsts(ingress)];
  const alike = left.flatMap((a) => {
    const b = right.find(({ kind }) => kind === a.kind);
    return b ? [[a, b] as const] : [];
  });
  if (alike.length > 0) return alike;
  const [a, b] = [left[0], right[0]];
  return a && b ? [[a, b]] : [];
}

/** Searches step by step, so that an edit that comes meanwhile need not wait: each step is one evaluation. */
export class RemedySearch {
  readonly #draft: Snapshot;
  readonly #cache: SnapshotCache;
  readonly #query: FlowQuery;
  readonly #ports: PortScope;
  readonly #found: { readonly remedy: Remedy; readonly rank: number }[] = [];

  constructor(draft: Snapshot, cache: SnapshotCache, query: FlowQuery, ports: PortScope) {
    this.#draft = draft;
    this.#cache = cache;
    this.#query = query;
    this.#ports = ports;
  }

  /** To be gone through to the end; `remedies` holds what was found so far. */
  *steps(): Generator<void> {
    const explanation = explainQuery(this.#draft, this.#query);
    if (!isAnswer(explanation) || explanation.verdict === 'allowed') return;
    const flow = askedFlow(this.#draft, this.#query, explanation);
    if (!flow) return;
    const manifests = manifestsOf(this.#draft);
    const source: CandidateSource = { snapshot: this.#draft, manifests, flow };
    const ends = blockedEnds(this.#draft, flow);
    // Those that are good for their own end, and not for the other.
    const halves: Record<Direction, Candidate[]> = { egress: [], ingress: [] };
    const seen = new Set<string>();
    for (const end of ends) {
      for (const candidate of everyCandidate.flatMap((make) => make(end, source))) {
        const key = JSON.stringify([candidate.edits, candidate.created]);
        if (seen.has(key)) continue;
        seen.add(key);
        if (this.#try(candidate, flow, end.direction)) halves[end.direction].push(candidate);
        yield;
      }
    }
    for (const [a, b] of pairs(halves.egress, halves.ingress)) {
      const both = together(a, b);
      if (both) this.#try(both, flow, undefined);
      yield;
    }
  }

  /** Ways, those with the fewest other flips first. */
  get remedies(): readonly Remedy[] {
    const ranked = [...this.#found]
      .sort(
        (a, b) =>
          flipsIn(a.remedy.others) - flipsIn(b.remedy.others) ||
          a.rank - b.rank ||
          a.remedy.title.length - b.remedy.title.length,
      )
      .map(({ remedy }) => remedy);
    // A second way of a kind says less than the first of another.
    const best = ranked.filter((one, index) => ranked.findIndex(({ kind }) => kind === one.kind) === index);
    const chosen = new Set([...best, ...ranked].slice(0, MOST_REMEDIES));
    return ranked.filter((one) => chosen.has(one));
  }

  /** Keeps the candidate where it allows the flow; true where it does so at its own end only. */
  #try(candidate: Candidate, flow: AskedFlow, direction: Direction | undefined): boolean {
    const { edits, created } = candidate;
    const changes = [...textsAfter(this.#draft, edits), ...created];
    const after = hypotheticalDraft(this.#draft, changes, this.#cache);
    const explanation = explainQuery(after, this.#query);
    if (!isAnswer(explanation)) return false;
    if (explanation.verdict === 'allowed') {
      this.#found.push({ remedy: this.#remedy(candidate, after, flow), rank: candidate.rank });
      return false;
    }
    return direction !== undefined && explanation[direction].verdict === 'allowed';
  }

  #remedy(candidate: Candidate, after: Snapshot, { explanation, src, dst }: AskedFlow): Remedy {
    const { kind, title, edits, created } = candidate;
    const diff = compareSnapshots(this.#draft, after, this.#cache, this.#ports);
    const isSource = isNodeOf(this.#draft, src, explanation.from);
    const isDestination = isNodeOf(this.#draft, dst, explanation.to);
    const isWanted = (row: FlipRow): boolean =>
      row.flip !== 'closed' &&
      isSource(row.src) &&
      isDestination(row.dst) &&
      `${row.protocol} ${row.ports}` === explanation.traffic;
    let others: Impact = diff.impact;
    const flips: FlipRow[] = [];
    let [looked, isFound] = [0, false];
    for (const row of diff.rows()) {
      if (isWanted(row)) [others, isFound] = [less(others, row.flip), true];
      else if (flips.length < MOST_FLIPS) flips.push(row);
      looked++;
      if (looked >= MOST_ROWS || (isFound && flips.length >= MOST_FLIPS)) break;
    }
    const label = `Allow ${explanation.traffic} from ${explanation.fromLabel} to ${explanation.toLabel}`;
    const hunks = hunksOf(edits, created, new Locator(this.#draft.readings));
    return { kind, title, change: { label, edits, created }, hunks, others, flips };
  }
}

function less(impact: Impact, flip: FlipKind): Impact {
  return { ...impact, [flip]: Math.max(0, impact[flip] - 1) };
}
