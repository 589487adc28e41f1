// What an importer is: it turns bytes that a person opened into manifest texts. One importer, one file, one line in all-importers.ts.
import type { SourceFile } from '../documents/source-file.ts';

/** Something a person opened, before its bytes are read: a file of a folder, a dropped file, a pasted text, a member of an archive. */
export interface ImportEntry {
  /** With `/` between parts: `policies/deny-all.yaml`. */
  readonly path: string;
  /** Bytes, as far as known without reading; 0 where it is not. */
  readonly size: number;
  /** Read as YAML or JSON whatever the path says: a file that was named outright, and is no archive. */
  readonly named?: true;
  /** May reject; the message then becomes a notice. */
  bytes(): Promise<Uint8Array>;
  /** The same piece by piece, where that saves holding all of it. */
  chunks?(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** What to tell about an entry. `error`: it may hold policy and was not read, so answers may lack something. */
export interface ImportNotice {
  readonly path: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** Bytes throughout. */
export interface ImportLimits {
  readonly file: number;
  /** All texts together. */
  readonly workspace: number;
  /** An archive as it is stored. */
  readonly archive: number;
  /** All members of one archive together, inflated. */
  readonly inflated: number;
  readonly members: number;
  /** Inflated to stored size of one member, for members over 1 MiB. */
  readonly ratio: number;
}

const MiB = 1024 * 1024;

/** For the page: what a tab reads without strain. */
export const defaultImportLimits: ImportLimits = {
  file: 20 * MiB,
  workspace: 100 * MiB,
  archive: 100 * MiB,
  inflated: 200 * MiB,
  members: 10_000,
  ratio: 200,
};

export interface Imported {
  readonly files?: readonly SourceFile[];
  /** Members of an archive, to be imported in turn. */
  readonly members?: readonly ImportEntry[];
  readonly notices?: readonly ImportNotice[];
}

export interface Importer {
  /** `archive`: its members are imported in turn, but no archive inside an archive is opened. `nothing`: no bytes are read. */
  readonly opens: 'file' | 'archive' | 'nothing';
  /** Judges by the path alone; `paths` are those of everything opened together. The first importer that says yes reads the entry. */
  recognise(path: string, paths: ReadonlySet<string>): boolean;
  /** May reject; the message then becomes a notice. */
  read(entry: ImportEntry, limits: ImportLimits): Promise<Imported>;
}
