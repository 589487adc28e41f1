// Reads a file of any size, as bytes come in, for the facts that answers depend on; memory holds resources, never the file.
import { ByteWindow } from '../../documents/bulk/byte-window.ts';
import { BadJson } from '../../documents/bulk/read-signal.ts';
import { utf8Text } from '../../documents/bulk/utf8-text.ts';
import { utf8Length } from '../../documents/characters.ts';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { UnusedObject } from '../decode-documents.ts';
import type { Resource } from '../resource.ts';
import { BULK_BUDGET, type BulkBudget } from './bulk-budget.ts';
import { type BulkExcerpt, BulkObjects, type UnusedCount } from './bulk-objects.ts';
import { JsonStream } from './json-stream.ts';
import { sniffBytes, yamlStart } from './sniff-bytes.ts';
import { YamlStream } from './yaml-stream.ts';

/** A large file read for its facts: kept are resources, not text. */
export interface BulkReading {
  readonly path: string;
  readonly bytes: number;
  /** YAML documents, JSON values, and items of lists. */
  readonly documents: number;
  /**
   * Objects read for the fields that policy depends on; label maps, port lists, owner lists and specs are shared where equal.
   * Their ranges are bytes of the large file, and `nameRange` is `range`.
   */
  readonly resources: readonly Resource[];
  /**
   * Objects that a person reads and edits (every kind of policy, tiers, sets, …) and all that the fast way could not take for
   * certain: as texts of their own, for the full reader.
   */
  readonly excerpts: readonly BulkExcerpt[];
  /** Of the file as a whole; what is wrong with an excerpt, its full reading says. */
  readonly diagnostics: readonly Diagnostic[];
  /** Objects that no answer uses: the first by name, all of them counted. */
  readonly unused: { readonly objects: readonly UnusedObject[]; readonly counts: readonly UnusedCount[] };
}

const LF = 0x0a;
const LINE_BUFFER = 4096;

/**
 * Takes the bytes of a file in chunks of any size, cut anywhere. `push` reads what is complete and returns, so a caller may pause or
 * give up between two pushes. Never throws; what is wrong comes as diagnostics.
 *
 * An object is taken the fast way only where the full reader (`readDocuments`, `decodeDocuments`) would decode it without a
 * diagnostic. The syntax of everything is checked; but in parts that no answer depends on (`status.conditions`,
 * `managedFields`, volumes), fields that the API does not have, keys that stand twice, and numbers that read differently than they
 * look are not noted.
 */
export class BulkReader {
  readonly #path: string;
  readonly #budget: BulkBudget;
  readonly #window = new ByteWindow();
  readonly #objects: BulkObjects;
  #stream: JsonStream | YamlStream | undefined;
  #stopped = false;
  #bytes = 0;
  /** So many bytes must be at hand before reading goes on. */
  #wanted: number;
  #lastByte = LF;

  constructor(path: string, budget: Partial<BulkBudget> = {}) {
    this.#path = path;
    this.#budget = { ...BULK_BUDGET, ...budget };
    this.#objects = new BulkObjects(path, this.#budget);
    this.#wanted = this.#budget.windowBytes;
  }

  /** The chunk is copied; the caller may use it again. */
  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    // A giant chunk is taken in pieces, so that the window stays small.
    for (let at = 0; at < chunk.length && !this.#stopped; at += this.#budget.windowBytes) {
      this.#window.append(chunk.subarray(at, at + this.#budget.windowBytes));
      if (this.#window.length >= this.#wanted) this.#run();
    }
    this.#lastByte = chunk[chunk.length - 1] ?? this.#lastByte;
  }

  /** Bytes of the file in memory: a few times `windowBytes`, and at most a few times `objectBytes`. */
  get bytesHeld(): number {
    return this.#window.bytes.length;
  }

  /** Call once, after the last push. */
  finish(): BulkReading {
    if (!this.#stopped) {
      if (this.#lastByte !== LF) this.#endLastLine();
      this.#window.final = true;
      this.#run();
    }
    const { resources, excerpts, unused, unusedCounts, count, diagnostics } = this.#objects;
    return {
      path: this.#path,
      bytes: this.#bytes,
      documents: count,
      resources,
      excerpts,
      diagnostics: diagnostics.list,
      unused: { objects: unused, counts: unusedCounts },
    };
  }

  #run(): void {
    try {
      this.#stream ??= this.#begin();
      const state = this.#stream?.run();
      if (state === 'yaml') {
        const { bytes, start, end, final } = this.#window;
        const yaml = yamlStart(bytes, start, final && this.#lastByte !== LF ? end - 1 : end);
        if (yaml === undefined) throw new BadJson(start);
        this.#window.consume(yaml);
        this.#stream = new YamlStream(this.#window, this.#objects, this.#budget.objectBytes);
        this.#stream.run();
      }
    } catch (signal) {
      if (!(signal instanceof BadJson)) throw signal;
      this.#badJson(signal.at);
    }
    if (this.#objects.full) this.#stopped = true;
    // What is incomplete is read again from its beginning, so wait until there is twice as much.
    this.#wanted = Math.max(this.#budget.windowBytes, 2 * this.#window.length);
  }

  /** kubectl loses a last line of YAML without a line break whose bytes fill its line buffer exactly (see `splitStream`). */
  #endLastLine(): void {
    const { bytes, start, end } = this.#window;
    const line = Math.max(start, bytes.lastIndexOf(LF, end - 1) + 1);
    // Counted are the bytes after bad ones have become U+FFFD.
    const text = utf8Text(bytes, line, end);
    const isLost = end > line && utf8Length(text, 0, text.length) % LINE_BUFFER === 0;
    if (isLost && sniffBytes(this.#window)?.type !== 'json' && !(this.#stream instanceof JsonStream)) {
      this.#window.dropFrom(line);
    } else this.#window.append(Uint8Array.of(LF));
  }

  /** Undefined where nothing can be read yet, or ever. */
  #begin(): JsonStream | YamlStream | undefined {
    const kind = sniffBytes(this.#window);
    if (kind === undefined) return undefined;
    if (kind.type === 'unreadable') {
      const message = `This file ${kind.what}; it was not read`;
      this.#objects.diagnostics.error('encoding', 'unreadable', message, 'Save the file as UTF-8 text.', 0, 1);
      this.#stopped = true;
      return undefined;
    }
    this.#window.consume(kind.start);
    const Stream = kind.type === 'json' ? JsonStream : YamlStream;
    return new Stream(this.#window, this.#objects, this.#budget.objectBytes);
  }

  #badJson(at: number): void {
    this.#stopped = true;
    const offset = this.#window.offsetOf(at);
    const isEnd = at + 1 >= this.#window.end && this.#window.final;
    const message = isEnd
      ? 'This file ends before its JSON does: it was cut off, and what is missing is not in the answer'
      : 'This is no JSON, so kubectl refuses the whole file; what stands before it was read, what follows was not';
    const advice = isEnd ? 'Write the file again.' : 'Correct the JSON here.';
    this.#objects.diagnostics.error('json-syntax', 'unreadable', message, advice, offset, offset + 1);
  }
}
