// The engine as an asynchronous service: one interface, two transports (a worker for the page, in-process for the command and tests).
import type { SourceFile } from '../documents/source-file.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import type { Explanation, FlowQuery } from '../engine/explanation.ts';
import type { EndAnswer, EndRequest } from '../engine/find-ends.ts';
import type { SearchAnswer } from '../engine/find-nodes.ts';
import type { FlipRequest, FlowRequest } from '../engine/flow-request.ts';
import type { Grade, GradeRequest } from '../engine/grading/grade.ts';
import type { MoveAnswer, MoveRequest } from '../engine/move-request.ts';
import type { MatrixRequest, NamespaceMatrix } from '../engine/namespace-matrix.ts';
import type { Posture } from '../engine/posture/posture.ts';
import type { Reach, ReachRequest } from '../engine/reach.ts';
import type { LoadedFile } from '../engine/read-workspace.ts';
import type { Remedies } from '../engine/remedies/remedy.ts';
import type {
  Analysis,
  FlipRow,
  FlowRow,
  NodeDetail,
  NodeId,
  Page,
  Picture,
  PictureRequest,
  Problem,
  QueryError,
  SnapshotId,
} from '../engine/results.ts';
import type { Review, ReviewRequest } from '../engine/review/review.ts';
import type { LookupRequest, SelectorLookup } from '../engine/selector-lookup.ts';
import type { FindingConfig } from '../findings/config.ts';
import type { FindingHelp } from '../findings/finding-page.ts';

/** Told how many bytes are read; false stops the reading. */
export type ReadingProgress = (bytes: number) => boolean | Promise<boolean>;

/** A file's new text, or its removal where `text` is null. */
export interface FileChange {
  readonly path: string;
  readonly text: string | null;
}

export type EngineStatus =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly since: number }
  /** The worker died or hung and was replaced; the texts are kept and were sent again. */
  | { readonly state: 'restarted'; readonly reason: string }
  /** No worker can be had; `reason` says why. */
  | { readonly state: 'failed'; readonly reason: string };

/** Edits that a newer edit has overtaken resolve to this instead of an analysis. */
export interface Superseded {
  readonly superseded: true;
}

/** What lints have to say, beside the report's problems. */
export interface Findings {
  readonly snapshot: SnapshotId;
  /** By severity, file and place. */
  readonly problems: readonly Problem[];
  /** Of the `sluice.yaml` among the files: what it says of findings, and what in it is not understood. */
  readonly config?: { readonly said: FindingConfig | undefined; readonly faults: readonly Problem[] };
}

/**
 * All methods answer for the newest snapshot; every answer carries its snapshot's id.
 * Of edits waiting while one is evaluated only the latest state is evaluated.
 * Methods reject only when the engine itself failed; bad manifests are problems in the report.
 */
export interface EngineClient {
  /**
   * Reads a file too large for a text, before it is loaded: gives it without a text, and the objects in it that people
   * edit as files. Undefined where `progress` stopped it. Rejects where the file cannot be read.
   */
  readLarge(path: string, bytes: Blob, progress: ReadingProgress): Promise<readonly SourceFile[] | undefined>;
  /** Replaces everything; baseline and draft become these files, unless another baseline is given. */
  load(files: readonly LoadedFile[], options: EngineOptions, baseline?: readonly LoadedFile[]): Promise<Analysis>;
  /** Changes the draft. */
  edit(changes: readonly FileChange[]): Promise<Analysis | Superseded>;
  /** The draft becomes the baseline. */
  acceptBaseline(): Promise<Analysis>;
  setOptions(options: EngineOptions): Promise<Analysis>;
  /** A large cluster's report lists the workloads of these namespaces only (`NamespaceSummary.isListed`), from now on. */
  list(namespaces: readonly NodeId[]): Promise<Analysis>;
  picture(request: PictureRequest): Promise<Picture>;
  matrix(request: MatrixRequest): Promise<NamespaceMatrix>;
  flows(request: FlowRequest): Promise<Page<FlowRow>>;
  flips(request: FlipRequest): Promise<Page<FlipRow>>;
  explain(query: FlowQuery): Promise<Explanation | QueryError>;
  /** `toward` leaves only what it reaches there. */
  node(id: NodeId, ports: 'declared' | 'all', toward?: NodeId): Promise<NodeDetail | QueryError>;
  /** Who can reach a node, or what it can reach, hop by hop. */
  reach(request: ReachRequest): Promise<Reach | QueryError>;
  /** Another place for a policy or a tier: what it takes and brings, evaluated, and not made. */
  move(request: MoveRequest): Promise<MoveAnswer>;
  /** At most `limit` hits. */
  search(text: string, limit: number): Promise<SearchAnswer>;
  /** Ways to have a flow allowed, the smallest first. Takes as long as `findings`, and gives way like it. */
  remedies(query: FlowQuery): Promise<Remedies>;
  /**
   * The draft against the baseline: what changed, what flips, at what risk, by which change. Takes as long as its budget, and gives way
   * like `findings`; once another draft has taken its place the answer is empty.
   */
  review(request: ReviewRequest): Promise<Review>;
  /** How open the draft is, and what it is compared with, by namespace. */
  posture(): Promise<Posture>;
  /** What may be meant by an end of a flow that is being typed. */
  ends(request: EndRequest): Promise<EndAnswer>;
  /** What the selectors of a file find: pods, hosts, sets, namespaces. */
  lookup(request: LookupRequest): Promise<SelectorLookup>;
  /** Takes longer than an edit; a newer edit goes first, and the answer is then about a snapshot that is gone. */
  findings(): Promise<Findings>;
  /** The draft as an answer to a step of a lesson. Lints run only where a check asks for their findings. */
  grade(request: GradeRequest): Promise<Grade>;
  /** The page of help for a code of findings. */
  help(code: string): Promise<FindingHelp | undefined>;
  /** Called on every change of status; returns the function that ends it. */
  onStatus(listener: (status: EngineStatus) => void): () => void;
  dispose(): void;
}
