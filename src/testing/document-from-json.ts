// Builds a document from a plain JavaScript value, with the JSON text it stands for and ranges into it (tests only).
import type { DocumentValue, MapEntry, SourceDocument } from '../documents/document-value.ts';

export interface JsonDocument {
  readonly document: SourceDocument;
  readonly text: string;
}

class JsonWriter {
  text = '';

  write(json: unknown): DocumentValue {
    const start = this.text.length;
    if (Array.isArray(json)) {
      const items = this.#between('[', json, ']', (item) => this.write(item));
      return { kind: 'list', items, start, end: this.text.length };
    }
    if (typeof json === 'object' && json !== null) {
      const given = Object.entries(json).filter(([, value]) => value !== undefined);
      const entries = this.#between('{', given, '}', ([key, value]) => this.#writeEntry(key, value));
      return { kind: 'map', entries, start, end: this.text.length };
    }
    this.text += JSON.stringify(json);
    const span = { start, end: this.text.length };
    if (json === null) return { kind: 'null', ...span };
    if (typeof json === 'string') return { kind: 'string', value: json, ...span };
    if (typeof json === 'boolean') return { kind: 'bool', value: json, text: String(json), ...span };
    if (typeof json !== 'number') throw new TypeError(`no JSON value: ${String(json)}`);
    return { kind: Number.isInteger(json) ? 'int' : 'float', value: json, text: String(json), ...span };
  }

  #writeEntry(key: string, value: unknown): MapEntry {
    const start = this.text.length;
    this.text += JSON.stringify(key);
    const keySpan = { start, end: this.text.length };
    this.text += ': ';
    return { key, keySpan, value: this.write(value) };
  }

  #between<T, R>(open: string, parts: readonly T[], close: string, write: (part: T) => R): R[] {
    this.text += open;
    const written = parts.map((part, position) => {
      if (position > 0) this.text += ', ';
      return write(part);
    });
    this.text += close;
    return written;
  }
}

/** Entries that are undefined are left out. `file` names the file that the document claims to be in. */
export function documentFromJson(json: unknown, file = 'test.json'): JsonDocument {
  const writer = new JsonWriter();
  const root = writer.write(json);
  const { text } = writer;
  return { document: { file, text, index: 0, span: { start: 0, end: text.length }, root }, text };
}
