// Reads a large file as its bytes come in; what is kept is what was read, and the texts of objects that people edit.
import { BulkReader } from '../resources/bulk/bulk-reader.ts';
import type { LoadedFile } from './read-workspace.ts';

/** Takes the bytes of one file in chunks. See `BulkReader` for what differs from reading a text. */
export class LargeFileReader {
  readonly #path: string;
  readonly #reader: BulkReader;

  constructor(path: string) {
    this.#path = path;
    this.#reader = new BulkReader(path);
  }

  push(chunk: Uint8Array): void {
    this.#reader.push(chunk);
  }

  /** The file without its text, and its excerpts. */
  finish(): readonly LoadedFile[] {
    const facts = this.#reader.finish();
    const path = this.#path;
    return [
      { path, text: '', large: { bytes: facts.bytes }, facts },
      ...facts.excerpts.map(({ file, line, shift }) => ({ ...file, excerptOf: { path, line, shift } })),
    ];
  }
}
