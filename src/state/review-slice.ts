// The review on the page: what changed between baseline and draft, what flips, and which change of it is looked at.

import type { EngineClient } from '../client/engine-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { FlowQuery } from '../engine/explanation.ts';
import type { HunkId, Review, ReviewedFlip } from '../engine/review/review.ts';
import type { ImportNotice } from '../importers/importer.ts';
import type { PatchedFiles } from '../importers/unified-patch.ts';
import type { PageEntry } from './gather-entries.ts';
import { type ImportedEntries, readEntries } from './import-entries.ts';
import type { WorkbenchState } from './workbench-state.ts';

/** Two states of the manifests, however they came here. */
export interface OpenedReview {
  /** What is reviewed: `main..feature`, `before and after`. */
  readonly name: string;
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
  readonly options?: Partial<WorkbenchState['options']>;
  readonly tenantLabel?: string;
  readonly notices?: readonly ImportNotice[];
}

export interface ReviewSlice {
  /** True while the review is on show in place of lists and editor. */
  readonly reviewing: boolean;
  /** True while another base and head are being chosen. */
  readonly choosingReview: boolean;
  /** Of the snapshot on show; undefined while it is sought. */
  readonly review: Review | undefined;
  /** Namespaces that differ in this label belong to different tenants; empty: nobody is told apart. */
  readonly tenantLabel: string;
  /** The change that is lit in the diff. */
  readonly chosenHunk: HunkId | undefined;
  /** Only flips that this change makes are listed. */
  readonly hunkFilter: HunkId | undefined;

  /** Reads one end of a review, without opening it. */
  readReviewEnd(entries: readonly PageEntry[]): Promise<ImportedEntries>;
  /** What a unified diff makes of these files. */
  patchReviewEnd(files: readonly SourceFile[], patch: string): Promise<PatchedFiles>;
  /** Replaces the workspace: head becomes the draft, base the baseline. */
  openReview(opened: OpenedReview): Promise<void>;
  /** Reviews the draft against the baseline. */
  reviewDraft(): void;
  leaveReview(): void;
  chooseReview(choosing: boolean): void;
  setTenantLabel(label: string): void;
  chooseHunk(hunk: HunkId | undefined): void;
  filterByHunk(hunk: HunkId | undefined): void;
  /** Explains a flip by one of its connections, shows it on the map, and lights the change that makes it. */
  chooseFlip(flip: ReviewedFlip, query: FlowQuery): void;
}

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;

/** What a newly opened workspace starts with. */
export const initialReview = {
  reviewing: false,
  choosingReview: false,
  review: undefined,
  chosenHunk: undefined,
  hunkFilter: undefined,
} satisfies Partial<ReviewSlice>;

export function createReviewSlice(set: Set, get: Get, client: EngineClient): ReviewSlice {
  /** A review is of what changes; the rest of the map stands back. */
  const shown = { reviewing: true, choosingReview: false, onlyChanges: true } as const;
  return {
    ...initialReview,
    tenantLabel: '',
    async readReviewEnd(entries) {
      const read = await readEntries(entries, client, () => true);
      return { ...read, files: withoutCommonFolder(read.files) };
    },
    async patchReviewEnd(files, patch) {
      const { applyUnifiedPatch } = await import('../importers/unified-patch.ts');
      return applyUnifiedPatch(files, patch);
    },
    async openReview({ name, base, head, options, tenantLabel, notices }) {
      const view = { onlyChanges: true };
      await get().openWorkspace({ name, files: head, baseline: base, view, ...(options && { options }) }, notices);
      set({ ...shown, ...(tenantLabel !== undefined && { tenantLabel }) });
    },
    reviewDraft: () => set({ ...shown, selection: undefined, explainQuery: undefined }),
    leaveReview: () => set({ reviewing: false, hunkFilter: undefined, chosenHunk: undefined }),
    chooseReview: (choosingReview) => set({ choosingReview }),
    setTenantLabel: (tenantLabel) => set({ tenantLabel }),
    chooseHunk: (chosenHunk) => set({ chosenHunk }),
    filterByHunk: (hunkFilter) => set({ hunkFilter, chosenHunk: hunkFilter }),
    chooseFlip(flip, query) {
      const { select, explain } = get();
      select({ type: 'edge', source: flip.src, target: flip.dst });
      explain(query);
      set({ chosenHunk: flip.causes[0]?.hunk });
    },
  };
}

/** `before/` and `after/` are no difference between the files in them. */
function withoutCommonFolder(files: readonly SourceFile[]): readonly SourceFile[] {
  const [folder] = /^[^/]+\//.exec(files[0]?.path ?? '') ?? [];
  if (folder === undefined || files.some(({ path, large }) => large || !path.startsWith(folder))) return files;
  return withoutCommonFolder(files.map((file) => ({ ...file, path: file.path.slice(folder.length) })));
}
