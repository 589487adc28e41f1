// Cuts a stream of YAML documents, lists of objects among them, into objects.

import { isText } from '../../documents/bulk/byte-cache.ts';
import type { ByteWindow } from '../../documents/bulk/byte-window.ts';
import { NO_TYPE, type ObjectType } from '../../documents/bulk/object-root.ts';
import { NEED_MORE, NOT_PLAIN } from '../../documents/bulk/read-signal.ts';
import { YamlBytes } from '../../documents/bulk/yaml-bytes.ts';
import { looksLikeJson } from '../../documents/split-stream.ts';
import type { BulkObjects, BytePlace } from './bulk-objects.ts';
import { itemAsDocument, marked, NO_SHIFT, withType } from './excerpt-text.ts';
import { ListFrame } from './list-frame.ts';
import { afterSeparator, documentEnd, itemEnd, type LineSearch } from './yaml-extent.ts';

export class YamlStream {
  readonly #window: ByteWindow;
  readonly #objects: BulkObjects;
  readonly #yaml: YamlBytes;
  readonly #objectBytes: number;
  #list: ListFrame | undefined;
  /** Columns of the list's own fields and of its dashes. */
  #rootColumn = 0;
  #itemColumn = 0;
  #inTail = false;
  /** Where an object begins that is too large and passed over. */
  #tooLargeFrom: number | undefined;

  constructor(window: ByteWindow, objects: BulkObjects, objectBytes: number) {
    this.#window = window;
    this.#objects = objects;
    this.#objectBytes = objectBytes;
    this.#yaml = new YamlBytes(objects.taken);
  }

  /** Reads as far as the bytes at hand go. */
  run(): 'more' | 'end' {
    for (;;) {
      try {
        for (;;) if (this.#step()) return 'end';
      } catch (signal) {
        if (signal !== NEED_MORE) throw signal;
        if (this.#tooLargeFrom !== undefined || this.#window.length <= this.#objectBytes) return 'more';
        this.#tooLargeFrom = this.#window.offsetOf(this.#window.start);
      }
    }
  }

  /** True at the end of everything. */
  #step(): boolean {
    const yaml = this.#yaml;
    const { bytes, start, end, final } = this.#window;
    yaml.bytes = bytes;
    yaml.at = start;
    yaml.end = end;
    yaml.final = final;
    if (this.#tooLargeFrom !== undefined) this.#passOver(this.#tooLargeFrom);
    else if (this.#inTail) this.#tail();
    else if (this.#list !== undefined) this.#item();
    else return this.#document();
    return false;
  }

  #document(): boolean {
    const yaml = this.#yaml;
    const { start } = this.#window;
    const separator = afterSeparator(yaml, start);
    if (separator !== undefined) {
      if (separator.problem !== undefined) this.#badSeparator(start, separator.end);
      this.#window.consume(separator.end);
      return false;
    }
    try {
      yaml.toContent();
    } catch (signal) {
      if (signal !== NOT_PLAIN) throw signal;
      this.#unread(start, this.#extent(documentEnd));
      return false;
    }
    if (yaml.column < 0) {
      this.#window.consume(yaml.at);
      return yaml.at >= yaml.end;
    }
    const first = yaml.at;
    const { column } = yaml;
    const type = this.#listType(first, column);
    if (type !== undefined) {
      this.#list = new ListFrame(type, this.#objects.mark(), this.#window.offsetOf(first));
      this.#rootColumn = column;
      this.#itemColumn = yaml.column;
      this.#window.consume(yaml.at);
      return false;
    }
    yaml.at = first;
    this.#object(start, first + column, column);
    return false;
  }

  /** Looks at the first fields of the object at `line`: where its items begin, the type read so far; `at` is then there. */
  #listType(line: number, column: number): ObjectType | undefined {
    const yaml = this.#yaml;
    const { bytes } = yaml;
    const type = { ...NO_TYPE };
    try {
      for (let place = line + column; ; place = yaml.at + column) {
        const value = yaml.key(place);
        const { from, to } = yaml;
        const is = (key: string): boolean => isText(key, bytes, from, to);
        if (value < 0) return undefined;
        if (is('items')) return yaml.toList(value, column) ? type : undefined;
        if (is('metadata')) yaml.skip(value, column);
        else if (is('kind')) {
          type.kind = yaml.text(value, column);
          // Nothing else has objects for items (see `flattenLists`).
          if (!type.kind.endsWith('List')) return undefined;
        } else if (is('apiVersion')) type.apiVersion = yaml.text(value, column);
        else return undefined;
        if (yaml.column !== column) return undefined;
      }
    } catch (signal) {
      if (signal === NOT_PLAIN) return undefined;
      throw signal;
    }
  }

  /** The document whose chunk begins at `start` and whose first key is at `at`. */
  #object(start: number, at: number, column: number): void {
    const yaml = this.#yaml;
    try {
      const root = this.#objects.begin();
      yaml.object(at, column, root);
      if (yaml.column >= 0) throw NOT_PLAIN;
      this.#objects.add(root, this.#placeOf(start, yaml.at, false));
      this.#window.consume(yaml.at);
    } catch (signal) {
      if (signal !== NOT_PLAIN) throw signal;
      this.#unread(start, this.#extent(documentEnd));
    }
  }

  #item(): void {
    const yaml = this.#yaml;
    const { start } = this.#window;
    const column = this.#itemColumn;
    try {
      const place = yaml.toInline(start + column + 1);
      if (place < 0) throw NOT_PLAIN;
      const root = this.#objects.begin(this.#list?.inherited);
      yaml.object(place, place - start, root);
      const isMore = yaml.column === column && yaml.isItem(yaml.at + column);
      if (yaml.column > column) throw NOT_PLAIN;
      this.#objects.add(root, this.#placeOf(start, yaml.at, true));
      this.#next(yaml.at, isMore);
    } catch (signal) {
      if (signal !== NOT_PLAIN) throw signal;
      const end = this.#extent((lines, from) => itemEnd(lines, from, column));
      this.#unread(start, end);
      this.#next(end, this.#isItemAt(end));
    }
  }

  #isItemAt(line: number): boolean {
    const yaml = this.#yaml;
    const place = line + this.#itemColumn;
    for (let at = line; at < place; at++) if (yaml.bytes[at] !== 0x20) return false;
    return line < yaml.end && yaml.isItem(place);
  }

  #next(line: number, isItem: boolean): void {
    this.#window.consume(line);
    this.#inTail = !isItem;
  }

  /** The fields after a list's items. */
  #tail(): void {
    const yaml = this.#yaml;
    const { start } = this.#window;
    const list = this.#list;
    const column = this.#rootColumn;
    const found: [key: string, text: string][] = [];
    let end: number;
    try {
      yaml.toContent();
      if (yaml.column > column || (yaml.column >= 0 && yaml.column < column)) throw NOT_PLAIN;
      if (yaml.column === column) {
        for (let value = yaml.enter(yaml.at + column); value >= 0; value = yaml.next(column)) {
          const { from, to } = yaml;
          const key = ['kind', 'apiVersion', 'items'].find((one) => isText(one, yaml.bytes, from, to));
          if (key === 'items') throw NOT_PLAIN;
          if (key === undefined) yaml.skip(value, column);
          else found.push([key, yaml.text(value, column)]);
        }
        if (yaml.column >= 0) throw NOT_PLAIN;
      }
      end = yaml.at;
    } catch (signal) {
      if (signal !== NOT_PLAIN) throw signal;
      end = this.#extent(documentEnd);
      this.#objects.diagnostics.error(
        'yaml-syntax',
        'unreadable',
        'What stands behind the last item of this list cannot be read',
        'Correct it, or remove it.',
        this.#window.offsetOf(start),
        this.#window.offsetOf(end),
      );
    }
    for (const [key, text] of found) list?.see(key, text);
    list?.finish(this.#objects, this.#window.offsetOf(end));
    this.#list = undefined;
    this.#inTail = false;
    this.#window.consume(end);
  }

  #extent(find: LineSearch): number {
    const { at } = find(this.#yaml, this.#window.start);
    if (at === undefined) throw NEED_MORE;
    return at;
  }

  #unread(start: number, end: number): void {
    this.#objects.addUnread(this.#placeOf(start, end, this.#list !== undefined));
    this.#window.consume(end);
  }

  #passOver(from: number): void {
    const column = this.#itemColumn;
    const find: LineSearch = this.#list === undefined ? documentEnd : (lines, start) => itemEnd(lines, start, column);
    const { at, sure } = find(this.#yaml, this.#window.start);
    this.#window.consume(at ?? sure);
    if (at === undefined) throw NEED_MORE;
    this.#tooLargeFrom = undefined;
    this.#objects.tooLarge(from, this.#window.offsetOf(at), this.#objectBytes);
    if (this.#list !== undefined) this.#next(at, this.#isItemAt(at));
  }

  #badSeparator(start: number, end: number): void {
    this.#objects.diagnostics.error(
      'separator',
      'unreadable',
      'kubectl refuses anything but a comment after `---` on its line; kubectl reads no further in this file',
      'Put the content on the next line.',
      this.#window.offsetOf(start),
      this.#window.offsetOf(end),
    );
  }

  #placeOf(start: number, end: number, isItem: boolean): BytePlace {
    const column = this.#itemColumn;
    const inherited = this.#list?.inherited ?? NO_TYPE;
    return {
      bytes: this.#window.bytes,
      start,
      end,
      offset: this.#window.offsetOf(start),
      lineOf: () => this.#window.lineOf(start),
      format: 'yaml',
      write: (text) => {
        const document = isItem ? itemAsDocument(text, column) : { text, shift: NO_SHIFT };
        if (inherited.kind !== '') return withType(document, inherited.apiVersion, inherited.kind);
        // It is read as YAML here, so it must not be taken for JSON there.
        return looksLikeJson(document.text) ? marked(document) : document;
      },
    };
  }
}
