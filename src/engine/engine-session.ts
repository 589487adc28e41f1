// The engine as a conversation: a baseline, a draft, and questions about them. Synchronous; transports are elsewhere.
import { compareText } from '../base/compare-text.ts';
import { type AnswerLimits, NO_LIMITS } from './answer-limits.ts';
import { answerMove } from './answer-move.ts';
import type { AssertionReport } from './assertion-report.ts';
import { flowsBySource } from './connectivity.ts';
import { compareSnapshots, type SnapshotDiff } from './diff-snapshots.ts';
import { defaultOptions, type EngineOptions } from './engine-options.ts';
import { explainQuery } from './explain-query.ts';
import type { Explanation, FlowQuery } from './explanation.ts';
import { type EndAnswer, type EndRequest, findEnds } from './find-ends.ts';
import { findNodes, type SearchAnswer } from './find-nodes.ts';
import { FlowFilter } from './flow-filter.ts';
import { flipList, flowList, type RowList } from './flow-pages.ts';
import type { FlipRequest, FlowRequest } from './flow-request.ts';
import type { SourceFlows } from './flow-sheet.ts';
import { type FlowTerms, focusTerms } from './flow-terms.ts';
import type { Grade, GradeRequest } from './grading/grade.ts';
import { DraftGrader } from './grading/grade-draft.ts';
import { type FileText, withOtherText } from './hypothetical-draft.ts';
import { flipsIn } from './impact.ts';
import { assertionsIn, judgeAssertions } from './judge-assertions.ts';
import { Locator } from './locate.ts';
import type { MoveAnswer, MoveRequest } from './move-request.ts';
import { type MatrixRequest, type NamespaceMatrix, namespaceMatrix } from './namespace-matrix.ts';
import { nodeDetail } from './node-detail.ts';
import { distinctFiles, withChanged } from './path-order.ts';
import { drawPicture } from './picture.ts';
import { postureOf } from './posture/cluster-posture.ts';
import type { Posture } from './posture/posture.ts';
import { type Reach, type ReachRequest, reach } from './reach.ts';
import { isSameFile, type LoadedFile } from './read-workspace.ts';
import { RemedySearch } from './remedies/find-remedies.ts';
import { type ReportBrief, ReportWriter } from './report.ts';
import type {
  Analysis,
  FlipRow,
  FlowRow,
  NodeDetail,
  NodeId,
  Page,
  Picture,
  PictureRequest,
  PortScope,
  QueryError,
  SnapshotId,
} from './results.ts';
import type { ReviewRequest } from './review/review.ts';
import { ReviewSearch } from './review/review-search.ts';
import { RowDeciders } from './row-deciders.ts';
import { pageOf, sortRows } from './row-page.ts';
import { type LookupRequest, lookupSelectors, type SelectorLookup } from './selector-lookup.ts';
import { createSnapshot, createSnapshotCache, type Snapshot, type SnapshotCache } from './snapshot.ts';

/** Interned sets and lists of policies grow with every edit; past so many bytes, or lists, all of that starts anew. */
const TABLE_LIMIT = 2 ** 26;
const LISTS_LIMIT = 3_000_000;

/** Which flows a list of sources is about. */
export type SourceRequest = Pick<FlowRequest, 'ports' | 'level' | 'focus'>;

/** Flips that are counted by node with every answer. */
const MAX_FLIPS_BY_NODE = 20_000;

/** Sorted lists of rows that are kept. */
const MAX_LISTS = 4;

/** `now` gives milliseconds from any origin; the core has no clock of its own. */
export type Clock = () => number;

/** A snapshot and what it is called to others. */
export interface Numbered {
  readonly id: SnapshotId;
  readonly snapshot: Snapshot;
}

export class EngineSession {
  readonly #now: Clock;
  #cache: SnapshotCache = createSnapshotCache();
  #options: EngineOptions = defaultOptions;
  /** The same without what is staged. */
  #enforced: EngineOptions = { ...defaultOptions, pending: 'enforced' };
  #baseFiles: readonly LoadedFile[] = [];
  /** In path order, as those of the baseline. */
  #draftFiles: readonly LoadedFile[] = [];
  #base: Numbered;
  #draft: Numbered;
  /** What the draft is compared with: the baseline, or the draft itself without what is staged. */
  #compared: Snapshot;
  #lastId = 0;
  readonly #diffs = new Map<PortScope, SnapshotDiff>();
  readonly #rows = new Map<string, RowList<FlowRow>>();
  readonly #flipRows = new Map<string, RowList<FlipRow>>();
  readonly #limits: AnswerLimits;
  readonly #report: ReportWriter;
  #listed: ReadonlySet<NodeId> = new Set();
  #deciders: { readonly snapshot: Snapshot; readonly deciders: RowDeciders } | undefined;
  readonly #grader = new DraftGrader();
  #judged: { readonly snapshot: Snapshot; readonly report: AssertionReport } | undefined;

  constructor(now: Clock, limits: AnswerLimits = NO_LIMITS) {
    this.#now = now;
    this.#limits = limits;
    this.#report = new ReportWriter(limits);
    this.#base = this.#evaluate([]);
    this.#draft = this.#base;
    this.#compared = this.#base.snapshot;
  }

  /** What the next questions are answered for. */
  get draft(): Numbered {
    return this.#draft;
  }

  /** Replaces everything. Without a baseline of its own, the draft is the baseline. */
  load(files: readonly LoadedFile[], options: EngineOptions, baseline: readonly LoadedFile[] = files): Analysis {
    const start = this.#now();
    this.#begin(options, baseline);
    return this.#setDraft(files, start);
  }

  /** As `load`, for who needs no inventory: what is wrong, and how much there is. */
  loadBriefly(files: readonly LoadedFile[], options: EngineOptions): ReportBrief {
    this.#begin(options, files);
    this.#placeDraft(files);
    return this.#report.brief(this.#draft.snapshot);
  }

  /** Changes files of the draft; a null text removes the file. */
  edit(changes: readonly FileText[]): Analysis {
    const start = this.#now();
    const texts = new Map(changes.map(({ path, text }) => [path, text]));
    const files = withChanged(this.#draftFiles, [...texts.keys()], (path, before) => {
      const text = texts.get(path) ?? null;
      return text === null ? undefined : withOtherText(before, path, text);
    });
    this.#renewCache();
    return this.#setDraft(files, start);
  }

  acceptBaseline(): Analysis {
    const start = this.#now();
    this.#baseFiles = this.#draftFiles;
    // The same flows, but other flips: answers about them must not be taken for answers of before.
    this.#draft = this.#renumber(this.#draft);
    this.#base = this.#draft;
    this.#compared = this.#chooseCompared();
    this.#forget();
    return this.#analysis(start);
  }

  setOptions(options: EngineOptions): Analysis {
    const start = this.#now();
    this.#setReading(options);
    this.#base = this.#evaluate(this.#baseFiles);
    return this.#setDraft(this.#draftFiles, start);
  }

  picture(request: PictureRequest): Picture {
    return { snapshot: this.#draft.id, ...drawPicture(this.#draft.snapshot, this.diff(request.ports), request) };
  }

  /** Workloads of these namespaces are listed from now on, however large the cluster is. */
  list(namespaces: readonly NodeId[]): Analysis {
    const start = this.#now();
    this.#listed = new Set(namespaces);
    return this.#analysis(start);
  }

  matrix(request: MatrixRequest): NamespaceMatrix {
    return { snapshot: this.#draft.id, ...namespaceMatrix(this.#draft.snapshot, this.diff(request.ports), request) };
  }

  search(text: string, limit: number): SearchAnswer {
    return { snapshot: this.#draft.id, hits: findNodes(this.#draft.snapshot, text, limit, 'services') };
  }

  flows(request: FlowRequest): Page<FlowRow> {
    const list = this.#sorted(this.#rows, request, (terms) =>
      flowList(this.#draft.snapshot, { ...request, terms }, this.#limits),
    );
    return this.#decided(pageOf(this.#draft.id, list, request));
  }

  /** Rows of a page with what decides them in the draft. */
  #decided<Row extends FlowRow>(page: Page<Row>): Page<Row> {
    const { snapshot } = this.#draft;
    if (this.#deciders?.snapshot !== snapshot) this.#deciders = { snapshot, deciders: new RowDeciders(snapshot) };
    const { deciders } = this.#deciders;
    const rows = page.rows.map((row) => {
      const decided = deciders.of(row);
      return decided ? { ...row, decided } : row;
    });
    return { ...page, rows };
  }

  /** All flows of the draft, source by source, sorted by the names that `nameOf` gives to nodes. */
  sources({ ports, level, focus }: SourceRequest, nameOf: (id: NodeId) => string): Iterable<SourceFlows> {
    const names = new Map<NodeId, string>();
    const named = (id: NodeId): string => {
      const name = names.get(id) ?? nameOf(id);
      names.set(id, name);
      return name;
    };
    const options = { ports, ...(focus ? { focus } : {}), ...(level ? { level } : {}) };
    return flowsBySource(this.#draft.snapshot, options, (a, b) => compareText(named(a.id), named(b.id)));
  }

  flips(request: FlipRequest): Page<FlipRow> {
    const focus = request.focus && this.#flipNode(request.focus);
    const list = this.#sorted(this.#flipRows, { ...request, ...(focus ? { focus } : {}) }, (terms) => {
      const diff = this.diff(request.ports);
      const filter = new FlowFilter(this.#draft.snapshot, terms);
      const isAsked = ({ flip }: FlipRow): boolean => filter.flips !== undefined || request.kinds.includes(flip);
      return flipList(diff.rows(diff.isEmpty ? undefined : diff.choose(filter)), isAsked, this.#limits);
    });
    return this.#decided(pageOf(this.#draft.id, list, request));
  }

  /** A list is gathered and sorted once for all its pages. */
  #sorted<Row extends FlowRow>(
    known: Map<string, RowList<Row>>,
    { offset: _, limit: __, find: ___, ...request }: FlowRequest | FlipRequest,
    gather: (terms: FlowTerms) => RowList<Row>,
  ): RowList<Row> {
    const key = JSON.stringify(request);
    const before = known.get(key);
    if (before) return before;
    const { rows, isPartial } = gather([...(request.terms ?? []), ...focusTerms(request.focus)]);
    const made = { rows: sortRows(rows, request.sort, request.descending), isPartial };
    // The last few are asked for again, as somebody scrolls.
    if (known.size >= MAX_LISTS) known.clear();
    known.set(key, made);
    return made;
  }

  explain(query: FlowQuery): Explanation | QueryError {
    return explainQuery(this.#draft.snapshot, query, this.#draft.id);
  }

  /** What would allow a flow; to be gone through step by step. */
  remedies(query: FlowQuery): RemedySearch {
    return new RemedySearch(this.#draft.snapshot, this.#cache, query, this.#options.ports);
  }

  node(id: NodeId, ports: PortScope, toward?: NodeId): NodeDetail | QueryError {
    const question = { id, ports, ...(toward === undefined ? {} : { toward }) };
    return nodeDetail(this.#draft.snapshot, question, this.#draft.id);
  }

  reach(request: ReachRequest): Reach | QueryError {
    return reach(this.#draft.snapshot, this.#compared, request, this.#draft.id, this.#limits);
  }

  /** Suggestions for an end of a flow. */
  ends(request: EndRequest): EndAnswer {
    return { snapshot: this.#draft.id, hits: findEnds(this.#draft.snapshot, request) };
  }

  /** What the selectors of a file find. */
  lookup(request: LookupRequest): SelectorLookup {
    return lookupSelectors(this.#draft.snapshot, request, this.#draft.id);
  }

  /** Flips of the draft against the baseline. */
  diff(ports: PortScope): SnapshotDiff {
    const known = this.#diffs.get(ports);
    if (known) return known;
    const made = compareSnapshots(this.#compared, this.#draft.snapshot, this.#cache, ports);
    this.#diffs.set(ports, made);
    return made;
  }

  /** The draft against the baseline with causes and risks; to be gone through step by step. */
  review(request: ReviewRequest): ReviewSearch {
    const [base, head, cache] = [this.#base, this.#draft, this.#cache];
    const isCompared = this.#compared === base.snapshot;
    const diff = isCompared
      ? this.diff(request.ports)
      : compareSnapshots(base.snapshot, head.snapshot, cache, request.ports);
    return new ReviewSearch({ base, head, diff, cache, now: this.#now, mostFlips: this.#limits.rows }, request);
  }

  /** The draft as an answer to a step of a lesson. `findings`: codes of what lints find, at least of those that its checks name. */
  grade(request: GradeRequest, findings: ReadonlySet<string>): Grade {
    return this.#grader.grade(this.#draft, request, this.#cache, findings);
  }

  /** How open the draft is, and what it is compared with. */
  posture(): Posture {
    return postureOf(this.#draft, this.#compared);
  }

  /** Another place for a policy or a tier: the edits it takes and the flips it brings, or why it cannot be. */
  move(request: MoveRequest): MoveAnswer {
    return answerMove(this.#draft.snapshot, request, this.#cache, this.#draft.id);
  }

  /** Flips are told of workloads: those of a pod are its workload's. */
  #flipNode(node: NodeId): NodeId {
    const { endpoints, workloads } = this.#draft.snapshot.cluster;
    const pod = node.startsWith('pod:') ? endpoints.find((endpoint) => endpoint.id === node) : undefined;
    return (pod && workloads[pod.workload]?.id) ?? node;
  }

  #evaluate(files: readonly LoadedFile[]): Numbered {
    this.#lastId++;
    return { id: this.#lastId, snapshot: createSnapshot(files, this.#options, this.#cache) };
  }

  #setReading(options: EngineOptions): void {
    this.#options = options;
    this.#enforced = { ...options, pending: 'enforced' };
  }

  #begin(options: EngineOptions, baseline: readonly LoadedFile[]): void {
    this.#cache = createSnapshotCache();
    this.#setReading(options);
    this.#baseFiles = distinctFiles(baseline);
    this.#base = this.#evaluate(this.#baseFiles);
  }

  #setDraft(files: readonly LoadedFile[], start: number): Analysis {
    this.#placeDraft(files);
    return this.#analysis(start);
  }

  #placeDraft(files: readonly LoadedFile[]): void {
    this.#draftFiles = distinctFiles(files);
    this.#draft = this.#isBaseline() ? this.#renumber(this.#base) : this.#evaluate(this.#draftFiles);
    this.#compared = this.#chooseCompared();
    this.#forget();
  }

  #chooseCompared(): Snapshot {
    const { compareWith, pending } = this.#options;
    if (compareWith !== 'enforced') return this.#base.snapshot;
    if (pending === 'enforced') return this.#draft.snapshot;
    return createSnapshot(this.#draftFiles, this.#enforced, this.#cache);
  }

  /** Undoing the last edit comes back to the baseline's own snapshot. */
  #isBaseline(): boolean {
    const [draft, base] = [this.#draftFiles, this.#baseFiles];
    if (draft.length !== base.length) return false;
    for (let place = 0; place < draft.length; place++) {
      const [file, before] = [draft[place], base[place]];
      if (file !== before && (!file || file.path !== before?.path || !isSameFile(before, file))) return false;
    }
    return true;
  }

  #renumber(numbered: Numbered): Numbered {
    this.#lastId++;
    return { id: this.#lastId, snapshot: numbered.snapshot };
  }

  /** Long sessions of edits make sets and lists that no snapshot uses any more. */
  #renewCache(): void {
    const { table, grounds } = this.#cache;
    if (table.bytes <= TABLE_LIMIT && grounds.lists <= LISTS_LIMIT) return;
    this.#cache = createSnapshotCache(this.#cache.readings);
    this.#base = { id: this.#base.id, snapshot: createSnapshot(this.#baseFiles, this.#options, this.#cache) };
    // The draft is set next, and what it is compared with: snapshots to be compared share a table.
  }

  /** Of one snapshot they are judged once. */
  #assertions(): AssertionReport {
    const { snapshot } = this.#draft;
    if (this.#judged?.snapshot !== snapshot) {
      const report = judgeAssertions(snapshot, assertionsIn(snapshot), new Locator(snapshot.readings), this.#limits);
      this.#judged = { snapshot, report };
    }
    return this.#judged.report;
  }

  #forget(): void {
    this.#diffs.clear();
    this.#rows.clear();
    this.#flipRows.clear();
  }

  #analysis(start: number): Analysis {
    const diff = this.diff(this.#options.ports);
    const { impact } = diff;
    const report = this.#report.write(this.#draft.snapshot, this.#draft.id, this.#listed);
    const isMuch = flipsIn(impact) > MAX_FLIPS_BY_NODE;
    return {
      report,
      baseline: this.#base.id,
      impact,
      flipsByNode: isMuch ? [] : [...diff.byNode],
      assertions: this.#assertions(),
      milliseconds: this.#now() - start,
    };
  }
}
