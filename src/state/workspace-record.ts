// How a workspace is written to the browser's storage: one small record that names texts by their content, with a checksum.
import { fail, ok, type Result } from '../base/result.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { blobId, blobOf } from './large-blobs.ts';
import type { LessonSlice } from './lesson-slice.ts';
import type { MapSlice } from './map-slice.ts';
import type { ViewSlice } from './workbench-state.ts';

/** What of the view comes back after a reload. */
export const storedViewKeys = [
  'screen',
  'mapView',
  'ports',
  'showUngoverned',
  'hideUnrelated',
  'hideSystem',
  'hideHosts',
  'hideExternal',
  'savedViews',
  'collapsedNamespaces',
  'expandedWorkloads',
  'lessonPlace',
] as const;
export type StoredView = Pick<ViewSlice & MapSlice & LessonSlice, (typeof storedViewKeys)[number]>;

export interface StoredWorkspace {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly baseline: readonly SourceFile[];
  readonly activeFile: string | undefined;
  readonly options: EngineOptions;
  readonly view: Partial<StoredView>;
  /** As it comes back: large files, which are not among the others then. */
  readonly large?: readonly StoredLargeFile[];
}

export interface StoredLargeFile {
  readonly path: string;
  readonly bytes: number;
  readonly isDraft: boolean;
  readonly isBaseline: boolean;
  /** Its content and its name in storage; undefined where storage did not take it. */
  readonly kept: { readonly id: string; readonly blob: Blob } | undefined;
}

/** `[path, id of the text]` */
type TextReference = readonly [path: string, textId: string];
/** `id` is null where storage has not taken it. */
type LargeReference = readonly [path: string, bytes: number, id: string | null, isDraft: boolean, isBaseline: boolean];

export interface WorkspaceRecord {
  readonly version: 1;
  /** Grows with every save; the larger of two records is the newer one. */
  readonly sequence: number;
  readonly savedAt: number;
  readonly name: string;
  readonly draft: readonly TextReference[];
  readonly baseline: readonly TextReference[];
  readonly activeFile: string | null;
  readonly options: EngineOptions;
  readonly view: Partial<StoredView>;
  readonly large?: readonly LargeReference[];
  /** Of the JSON text of all other fields, in this order. */
  readonly checksum: string;
}

export interface EncodedWorkspace {
  readonly record: WorkspaceRecord;
  readonly texts: ReadonlyMap<string, string>;
  /** Of the content of large files, stored or on the way. */
  readonly blobIds: readonly string[];
}

export type RecordFault = 'corrupt' | 'newer version';

/** `isStored`: whether storage has the content of a large file. */
export function encodeWorkspace(
  workspace: StoredWorkspace,
  sequence: number,
  savedAt: number,
  isStored: (blob: Blob) => boolean = () => false,
): EncodedWorkspace {
  const texts = new Map<string, string>();
  const reference = (file: SourceFile): TextReference => {
    const id = idOfFile(file);
    texts.set(id, file.text);
    return [file.path, id];
  };
  const body: Omit<WorkspaceRecord, 'checksum'> = {
    version: 1,
    sequence,
    savedAt,
    name: workspace.name,
    draft: workspace.files.filter((file) => !file.large).map(reference),
    baseline: workspace.baseline.filter((file) => !file.large).map(reference),
    activeFile: workspace.activeFile ?? null,
    options: workspace.options,
    view: workspace.view,
    ...largeOf(workspace, isStored),
  };
  const blobs = largeFilesOf(workspace).flatMap((file) => blobOf(file) ?? []);
  return { record: { ...body, checksum: textId(JSON.stringify(body)) }, texts, blobIds: blobs.map(blobId) };
}

/** Each once, though it mostly stands in both lists. */
export function largeFilesOf({ files, baseline }: Pick<StoredWorkspace, 'files' | 'baseline'>): readonly SourceFile[] {
  return [...new Set([...files, ...baseline].filter(({ large }) => large))];
}

function largeOf(workspace: StoredWorkspace, isStored: (blob: Blob) => boolean): Pick<WorkspaceRecord, 'large'> {
  const large = largeFilesOf(workspace).map((file): LargeReference => {
    const blob = blobOf(file);
    const id = blob && isStored(blob) ? blobId(blob) : null;
    const { files, baseline } = workspace;
    return [file.path, file.large?.bytes ?? 0, id, files.includes(file), baseline.includes(file)];
  });
  return large.length > 0 ? { large } : {};
}

/** Checks a record as it came from storage. */
export function readRecord(raw: unknown): Result<WorkspaceRecord, RecordFault> {
  if (typeof raw !== 'object' || raw === null || !('version' in raw)) return fail('corrupt');
  if (typeof raw.version === 'number' && raw.version > 1) return fail('newer version');
  if (!('checksum' in raw)) return fail('corrupt');
  const { checksum, ...body } = raw;
  if (raw.version !== 1 || checksum !== textId(JSON.stringify(body))) return fail('corrupt');
  // The checksum proves that this very program wrote the record, so its fields have the shapes of version 1.
  return ok(raw as WorkspaceRecord);
}

export function textIdsOf(record: WorkspaceRecord): readonly string[] {
  return [...new Set([...record.draft, ...record.baseline].map(([, id]) => id))];
}

export function blobIdsOf({ large = [] }: WorkspaceRecord): readonly string[] {
  return large.flatMap(([, , id]) => id ?? []);
}

/** Puts texts back into a record; a text that is missing or changed makes it corrupt, not so what a large file holds. */
export function decodeWorkspace(
  record: WorkspaceRecord,
  texts: ReadonlyMap<string, string>,
  blobs: ReadonlyMap<string, Blob> = new Map(),
): Result<StoredWorkspace, RecordFault> {
  for (const id of textIdsOf(record)) {
    const text = texts.get(id);
    if (text === undefined || textId(text) !== id) return fail('corrupt');
  }
  const file = ([path, id]: TextReference): SourceFile => ({ path, text: texts.get(id) ?? '' });
  return ok({
    name: record.name,
    files: record.draft.map(file),
    baseline: record.baseline.map(file),
    activeFile: record.activeFile ?? undefined,
    options: { ...defaultOptions, ...record.options },
    view: record.view,
    ...(record.large ? { large: record.large.map((one) => largeFile(one, blobs)) } : {}),
  });
}

function largeFile(
  [path, bytes, id, isDraft, isBaseline]: LargeReference,
  blobs: ReadonlyMap<string, Blob>,
): StoredLargeFile {
  const blob = id === null ? undefined : blobs.get(id);
  const kept = id !== null && blob ? { id, blob } : undefined;
  return { path, bytes, isDraft, isBaseline, kept };
}

const idsOfFiles = new WeakMap<SourceFile, string>();

function idOfFile(file: SourceFile): string {
  const known = idsOfFiles.get(file);
  if (known !== undefined) return known;
  const id = textId(file.text);
  idsOfFiles.set(file, id);
  return id;
}

/** Length and a 53-bit hash of the text: finds accidents, not forgery. */
export function textId(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const hash = 4294967296 * (2097151 & low) + (high >>> 0);
  return `${text.length}-${hash.toString(36)}`;
}
