// The shape of what the user chose or typed, and of the answers on show. Three slices: workspace, analysis, view.

import type { EngineStatus, Findings } from '../client/engine-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { TextChange } from '../documents/text-edit.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import type { Explanation, FlowQuery } from '../engine/explanation.ts';
import type { SearchHit } from '../engine/find-nodes.ts';
import type { FlowSortKey } from '../engine/flow-request.ts';
import type { NamespaceMatrix } from '../engine/namespace-matrix.ts';
import type { Posture } from '../engine/posture/posture.ts';
import type {
  Analysis,
  FlipRow,
  FlowRow,
  Location,
  NodeDetail,
  NodeId,
  Page,
  Picture,
  PortScope,
  QueryError,
} from '../engine/results.ts';
import type { ImportNotice } from '../importers/importer.ts';
import type { BoardMoves } from './board-moves.ts';
import type { EditOrigin, HistoryStep, SuppliedFacts } from './edit-history.ts';
import type { FindingSlice } from './finding-slice.ts';
import type { PageEntry } from './gather-entries.ts';
import type { LessonSlice } from './lesson-slice.ts';
import type { LinkSlice } from './links/link-slice.ts';
import type { LookupSlice } from './lookup-slice.ts';
import type { MapSlice } from './map-slice.ts';
import type { PinSlice } from './pin-slice.ts';
import type { ReviewOfferSlice } from './review-offer-slice.ts';
import type { ReviewSlice } from './review-slice.ts';
import type { ShellSlice } from './shell-slice.ts';
import type { FlowRemedies } from './shown-remedies.ts';

/** Which page is on show. */
export type Screen = 'start' | 'learn' | 'workbench';

export type Saving = 'saved' | 'unsaved' | 'blocked' | 'other-tab';

/** A stored workspace that was not overwritten: another tab's, or one that cannot be read. */
export interface KeptAside {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly reason: string;
  /** False where this version cannot read it; it can still be downloaded. */
  readonly readable: boolean;
}

export interface OpenedWorkspace {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly baseline: readonly SourceFile[];
  readonly options?: Partial<EngineOptions>;
  readonly view?: Partial<ViewSlice & MapSlice>;
  readonly activeFile?: string | undefined;
  /** Set where it is a lesson's: what was on show is kept already. */
  readonly lesson?: Pick<LessonSlice, 'lessonPlace' | 'lesson'>;
}

export interface WorkspaceSlice {
  /** Name shown in the title bar: the folder's or the demo's. */
  readonly name: string;
  /** The draft: what is typed now, in path order. */
  readonly files: readonly SourceFile[];
  /** As loaded or last accepted. */
  readonly baseline: readonly SourceFile[];
  /** The file in the editor. */
  readonly activeFile: string | undefined;
  readonly importNotices: readonly ImportNotice[];
  /** `unsaved` shortly after an edit; `blocked` where storage cannot be had; `other-tab` where another tab holds the workspace. */
  readonly saving: Saving;
  /** True until it is known whether the browser holds an earlier workspace. */
  readonly restoring: boolean;
  /** Set once, when the workspace on show was brought back from the browser's storage. */
  readonly restored: boolean;
  /** What storage has to say about what it found, a sentence. */
  readonly storageNotice: string | undefined;
  /** Workspaces put aside rather than overwritten, newest first. */
  readonly keptAside: readonly KeptAside[];
  /** True while files are being read. */
  readonly importing: boolean;
  /** The large file that is being read, and how far; read to its end it is being evaluated. */
  readonly reading: { readonly path: string; readonly bytes: number; readonly of: number } | undefined;

  /** Brings back what the browser's storage holds; to be called once, before anything else. */
  restore(): Promise<void>;
  /** Saves from this tab from now on; what the other tab saved last is kept aside if this tab has edits of its own. */
  takeOver(): Promise<void>;
  dismissNotice(notice: 'storage' | 'engine'): void;
  openKeptAside(id: string): Promise<void>;
  discardKeptAside(id: string): Promise<void>;
  /** The stored record as text, for a download. */
  readKeptAside(id: string): Promise<string>;
  /** Reads dropped, chosen or pasted files: into a new workspace, or into this one. */
  importEntries(entries: readonly PageEntry[], into: 'new' | 'current'): Promise<void>;
  /** Stops reading a large file; what was on show stays. */
  cancelReading(): void;
  openFiles(name: string, files: readonly SourceFile[], notices?: readonly ImportNotice[]): Promise<void>;
  /** A workspace with a draft and what else of it is known: from a link. */
  openWorkspace(opened: OpenedWorkspace, notices?: readonly ImportNotice[]): Promise<void>;
  addFiles(files: readonly SourceFile[], notices?: readonly ImportNotice[]): Promise<void>;
  /** Shows the start page; the workspace stays until other files are opened. */
  closeWorkspace(): void;
  /** Back from the start page to the workspace. */
  resumeWorkspace(): void;
  selectFile(path: string): void;
  /** A file's text as typed. Re-evaluates (only the latest). `origin`: whether keys wrote it, or the editor's own undo. */
  editFile(path: string, text: string, origin?: EditOrigin): void;
  /** Edits and new files at once, one step of the history; the first new file is shown. */
  applyChange(change: TextChange): void;
  createFile(path: string, text: string): void;
  /** Other files in place of all, one step of the history; the file on show stays where it is among them. */
  replaceFiles(label: string, files: readonly SourceFile[]): void;
  removeFile(path: string): void;
  acceptBaseline(): Promise<void>;
  /** Back to the baseline: the whole draft, or one file. The text dropped can be brought back with `undoRevert`. */
  revert(path?: string): void;
  undoRevert(): void;
  readonly canUndoRevert: boolean;
  /** What can be taken back, oldest first, and made again, next first. */
  readonly undoSteps: readonly HistoryStep[];
  readonly redoSteps: readonly HistoryStep[];
  undo(): void;
  redo(): void;
  /** Facts that the manifests lack, as one step of the history. */
  supplyFacts(label: string, facts: Partial<SuppliedFacts>): Promise<void>;
}

export interface AnalysisSlice {
  readonly options: EngineOptions;
  readonly analysis: Analysis | undefined;
  readonly engine: EngineStatus;
  /** Why the worker was last replaced, until it is dismissed. */
  readonly engineNotice: string | undefined;
  /** True while what is shown answers an older text than what is typed. */
  readonly stale: boolean;
  readonly picture: Picture | undefined;
  readonly matrix: NamespaceMatrix | undefined;
  readonly flows: Page<FlowRow> | undefined;
  readonly flips: Page<FlipRow> | undefined;
  readonly nodeDetail: NodeDetail | QueryError | undefined;
  /** How open draft and baseline are, while that is on show. */
  readonly posture: Posture | undefined;
  readonly explanation: Explanation | QueryError | undefined;
  /** What would allow the flow that is explained; undefined while it is not known, or where the flow is allowed. */
  readonly remedies: FlowRemedies | undefined;
  /** What lints say: they take longer than the report, so they may speak of the snapshot before. */
  readonly findings: Findings | undefined;
  setOptions(options: Partial<EngineOptions>): Promise<void>;
  /** Nodes of any name, nearest first; none while the engine has no answer. */
  search(text: string): Promise<readonly SearchHit[]>;
  /** All rows of the table as it is filtered and sorted, as far as they are listed. */
  allRows(): Promise<Page<FlowRow | FlipRow>>;
}

export type MapView = 'graph' | 'matrix' | 'table' | 'tiers' | 'posture';
export type Theme = 'system' | 'light' | 'dark';
export type Selection =
  | { readonly type: 'node'; readonly id: NodeId }
  | { readonly type: 'edge'; readonly source: NodeId; readonly target: NodeId };

export interface ViewSlice {
  readonly screen: Screen;
  readonly mapView: MapView;
  readonly theme: Theme;
  readonly ports: PortScope;
  /** Only what changes. */
  readonly onlyChanges: boolean;
  /** Default-allowed edges too. */
  readonly showUngoverned: boolean;
  readonly hideUnrelated: boolean;
  readonly hideSystem: boolean;
  readonly hideHosts: boolean;
  readonly selection: Selection | undefined;
  readonly collapsedNamespaces: readonly NodeId[];
  readonly expandedWorkloads: readonly NodeId[];
  readonly explainQuery: FlowQuery | undefined;
  readonly loadReportOpen: boolean;
  readonly flowSort: { readonly key: FlowSortKey; readonly descending: boolean };
  /** The query that filters flows in all views, as typed (`parse-flow-query.ts`). */
  readonly flowFilter: string;
  /** Rows of the table that are asked for: those in sight, and some around them. */
  readonly rowWindow: { readonly offset: number; readonly limit: number };
  /** Rows of the matrix by name, or those with the most that is allowed first. */
  readonly matrixOrder: 'name' | 'openness';
  /** Where the editor should put the cursor next; consumed by the editor. */
  readonly reveal: Location | undefined;

  select(selection: Selection | undefined): void;
  setMapView(view: MapView): void;
  setTheme(theme: Theme): void;
  setPorts(ports: PortScope): void;
  setToggle(
    name: 'onlyChanges' | 'showUngoverned' | 'hideUnrelated' | 'hideSystem' | 'hideHosts' | 'loadReportOpen',
    on: boolean,
  ): void;
  toggleNamespace(id: NodeId): void;
  toggleWorkload(id: NodeId): void;
  explain(query: FlowQuery | undefined): void;
  /** The table begins at its first row again. */
  setTable(change: Partial<Pick<ViewSlice, 'flowSort' | 'flowFilter'>>): void;
  setRowWindow(window: ViewSlice['rowWindow']): void;
  setMatrixOrder(order: ViewSlice['matrixOrder']): void;
  /** Opens the file in the editor at the place. */
  revealLocation(location: Location): void;
  revealed(): void;
}

export type WorkbenchState = WorkspaceSlice &
  AnalysisSlice &
  ViewSlice &
  MapSlice &
  LookupSlice &
  ShellSlice &
  LinkSlice &
  PinSlice &
  ReviewSlice &
  ReviewOfferSlice &
  LessonSlice &
  FindingSlice &
  BoardMoves;
