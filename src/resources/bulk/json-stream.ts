// Cuts a stream of JSON values, lists of objects among them, into objects.

import type { ByteWindow } from '../../documents/bulk/byte-window.ts';
import { JsonBytes } from '../../documents/bulk/json-bytes.ts';
import { NO_TYPE, type ObjectType } from '../../documents/bulk/object-root.ts';
import { BadJson, NEED_MORE, NOT_PLAIN } from '../../documents/bulk/read-signal.ts';
import type { BulkObjects, BytePlace } from './bulk-objects.ts';
import { itemOfJson, withType } from './excerpt-text.ts';
import { JsonSkimmer } from './json-skimmer.ts';
import { ListFrame } from './list-frame.ts';

const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;

type State = 'document' | 'first-item' | 'item' | 'after-item' | 'tail';

export class JsonStream {
  readonly #window: ByteWindow;
  readonly #objects: BulkObjects;
  readonly #json: JsonBytes;
  readonly #objectBytes: number;
  #state: State = 'document';
  #list: ListFrame | undefined;
  #skimmer: JsonSkimmer | undefined;
  /** Values read at the top level. */
  #values = 0;

  constructor(window: ByteWindow, objects: BulkObjects, objectBytes: number) {
    this.#window = window;
    this.#objects = objects;
    this.#objectBytes = objectBytes;
    this.#json = new JsonBytes(objects.taken);
  }

  /**
   * Reads as far as the bytes at hand go. `yaml`: what follows is to be read as YAML.
   * @throws BadJson where the rest cannot be read
   */
  run(): 'more' | 'end' | 'yaml' {
    try {
      for (;;) {
        const result = this.#step();
        if (result !== undefined) return result;
      }
    } catch (signal) {
      if (signal === NOT_PLAIN) throw new BadJson(this.#json.at);
      if (signal !== NEED_MORE) throw signal;
      if (this.#window.length > this.#objectBytes) this.#tooLarge();
      return 'more';
    }
  }

  #step(): 'end' | 'yaml' | undefined {
    const json = this.#attach();
    if (this.#skimmer !== undefined) {
      this.#skim(this.#skimmer);
      return undefined;
    }
    const c = json.peek();
    // Where YAML may follow, white space matters.
    if (this.#state !== 'document') this.#window.consume(Math.min(json.at, json.end));
    switch (this.#state) {
      case 'document':
        return this.#document(c);
      case 'first-item':
      case 'item':
        if (c === CLOSE_LIST && this.#state === 'first-item') this.#advance(json.at + 1, 'tail');
        else this.#item(c);
        return undefined;
      case 'after-item':
        if (c !== COMMA && c !== CLOSE_LIST) throw this.#wrong();
        this.#advance(json.at + 1, c === COMMA ? 'item' : 'tail');
        return undefined;
      case 'tail':
        this.#tail();
    }
    return undefined;
  }

  #attach(): JsonBytes {
    const { bytes, start, end, final } = this.#window;
    const json = this.#json;
    json.bytes = bytes;
    json.at = start;
    json.end = end;
    json.final = final;
    return json;
  }

  #advance(to: number, state: State): void {
    this.#window.consume(to);
    this.#state = state;
  }

  #document(c: number): 'end' | 'yaml' | undefined {
    const json = this.#json;
    const { at } = json;
    if (at >= json.end) {
      this.#window.consume(at);
      if (!json.final) throw NEED_MORE;
      return 'end';
    }
    if (c !== OPEN_MAP) {
      if (this.#values > 1) throw new BadJson(at);
      // Whether it is the end of the file decides here.
      if (json.end - at < 4 && !json.final) throw NEED_MORE;
      return 'yaml';
    }
    const type = this.#listType();
    if (type !== undefined) {
      this.#list = new ListFrame(type, this.#objects.mark(), this.#window.offsetOf(at));
      this.#advance(json.at + 1, 'first-item');
      return undefined;
    }
    json.at = at;
    this.#value('document');
    this.#values++;
    return undefined;
  }

  /** Looks at the first fields of the object: where its items begin, the type read so far. `at` is then at their bracket. */
  #listType(): ObjectType | undefined {
    const json = this.#json;
    const type = { ...NO_TYPE };
    try {
      for (let more = json.enter(); more; more = json.next()) {
        if (json.isKey('items')) return json.bytes[json.at] === OPEN_LIST ? type : undefined;
        if (json.isKey('metadata')) json.skip();
        else if (json.isKey('kind')) type.kind = json.text();
        else if (json.isKey('apiVersion')) type.apiVersion = json.text();
        else return undefined;
      }
      return undefined;
    } catch (signal) {
      if (signal === NOT_PLAIN) return undefined;
      throw signal;
    }
  }

  #item(c: number): void {
    if (c !== 0x6e) {
      this.#value('after-item');
      return;
    }
    this.#json.skip(true);
    this.#advance(this.#json.at, 'after-item');
  }

  /** The value at `at`: an object, or something for the full reader. */
  #value(next: State): void {
    const json = this.#json;
    const start = json.at;
    const root = this.#readObject();
    if (root === undefined) {
      json.at = start;
      json.skip(true);
      if (json.at >= json.end && !json.final) throw NEED_MORE;
    }
    const place = this.#placeOf(start, json.at);
    if (root === undefined) this.#objects.addUnread(place);
    else this.#objects.add(root, place);
    this.#advance(json.at, next);
  }

  #readObject(): ReturnType<BulkObjects['begin']> | undefined {
    try {
      const root = this.#objects.begin(this.#list?.inherited);
      this.#json.object(root);
      return root;
    } catch (signal) {
      if (signal === NOT_PLAIN) return undefined;
      throw signal;
    }
  }

  /** The fields after a list's items, up to the end of the list. */
  #tail(): void {
    const json = this.#json;
    const list = this.#list;
    if (list === undefined) throw this.#wrong();
    const found: [key: string, text: string][] = [];
    while (json.next()) {
      const key = ['kind', 'apiVersion', 'items'].find((one) => json.isKey(one));
      if (key === 'items') throw this.#wrong();
      if (key === undefined) json.skip();
      else found.push([key, json.text()]);
    }
    for (const [key, text] of found) list.see(key, text);
    list.finish(this.#objects, this.#window.offsetOf(json.at));
    this.#list = undefined;
    this.#values++;
    this.#advance(json.at, 'document');
  }

  #tooLarge(): void {
    if (this.#skimmer !== undefined) return;
    if (this.#state === 'tail') throw new BadJson(this.#window.start);
    this.#skimmer = new JsonSkimmer(this.#window.offsetOf(this.#window.start));
    this.run();
  }

  #skim(skimmer: JsonSkimmer): void {
    const { bytes, start, end, final } = this.#window;
    const at = skimmer.skim(bytes, start, end);
    this.#window.consume(at);
    if (!skimmer.done && !final) throw NEED_MORE;
    this.#skimmer = undefined;
    this.#objects.tooLarge(skimmer.offset, this.#window.offsetOf(at), this.#objectBytes);
    this.#state = this.#state === 'document' ? 'document' : 'after-item';
  }

  #wrong(): Error {
    const { at, end, final } = this.#json;
    return at >= end && !final ? NEED_MORE : new BadJson(Math.min(at, end));
  }

  #placeOf(start: number, end: number): BytePlace {
    const { bytes } = this.#window;
    const inherited = this.#list?.inherited ?? NO_TYPE;
    return {
      bytes,
      start,
      end,
      offset: this.#window.offsetOf(start),
      lineOf: () => this.#window.lineOf(start),
      format: 'json',
      write: (text) => {
        const item = itemOfJson(text, this.#window.columnOf(start));
        return inherited.kind === '' ? item : withType(item, inherited.apiVersion, inherited.kind);
      },
    };
  }
}
