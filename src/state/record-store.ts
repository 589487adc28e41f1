// The stored records and texts as keys and values: two alternating slots for the workspace, its texts by content, records put aside.
import { blobId } from './large-blobs.ts';
import type { KeptAside } from './workbench-state.ts';
import {
  blobIdsOf,
  decodeWorkspace,
  type EncodedWorkspace,
  type RecordFault,
  readRecord,
  type StoredWorkspace,
  textId,
  textIdsOf,
  type WorkspaceRecord,
} from './workspace-record.ts';

/** The part of a key-value store that is needed; a write of many is atomic. */
export interface KeyValueStore {
  keys(): Promise<readonly string[]>;
  getMany(keys: readonly string[]): Promise<readonly unknown[]>;
  setMany(entries: readonly (readonly [string, unknown])[]): Promise<void>;
  delMany(keys: readonly string[]): Promise<void>;
}

const slots = ['slot:0', 'slot:1'] as const;
/** Of texts by their content, and of large files by the name they were given. */
const textPrefix = 'text:';
const asidePrefix = 'aside:';

interface AsideEntry {
  readonly raw: unknown;
  readonly reason: string;
  readonly savedAt: number;
  readonly name: string;
  readonly readable: boolean;
}

export interface SlotReading {
  readonly newest: { readonly record: WorkspaceRecord; readonly workspace: StoredWorkspace } | undefined;
  /** Highest number in use, 0 where nothing is stored. */
  readonly sequence: number;
  /** Records that hold something this version cannot read. */
  readonly faulty: readonly { readonly raw: unknown; readonly fault: RecordFault }[];
}

/** All methods reject when the store itself fails. */
export class RecordStore {
  readonly #store: KeyValueStore;
  /** Ids of the texts in the store; undefined until looked up. */
  #textIds: Set<string> | undefined;
  readonly #inUse = new Map<string, readonly string[]>();

  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  /** Reads both slots; the newest whose texts are all there wins. */
  async readSlots(): Promise<SlotReading> {
    const raws = await this.#store.getMany(slots);
    const faulty: { raw: unknown; fault: RecordFault }[] = [];
    const readable: { record: WorkspaceRecord; workspace: StoredWorkspace }[] = [];
    let sequence = 0;
    for (const raw of raws) {
      if (raw === undefined) continue;
      sequence = Math.max(sequence, sequenceOf(raw));
      const record = readRecord(raw);
      const workspace = record.ok ? await this.#withTexts(record.value) : record;
      if (record.ok && workspace.ok) readable.push({ record: record.value, workspace: workspace.value });
      else if (!workspace.ok) faulty.push({ raw, fault: workspace.error });
    }
    readable.sort((a, b) => b.record.sequence - a.record.sequence);
    return { newest: readable[0], sequence, faulty };
  }

  /** Writes the record with the texts the store lacks, into the slot of the older record, then drops texts nobody names. */
  async write({ record, texts, blobIds }: EncodedWorkspace): Promise<void> {
    const slot = slots[record.sequence % 2] ?? slots[0];
    const other = slots[(record.sequence + 1) % 2] ?? slots[1];
    const known = await this.#knownTexts(other);
    const missing = [...texts].filter(([id]) => !known.has(id));
    await this.#store.setMany([...missing.map(([id, text]) => [textPrefix + id, text] as const), [slot, record]]);
    for (const [id] of missing) known.add(id);
    for (const id of blobIdsOf(record)) known.add(id);
    this.#inUse.set(slot, contentIdsOf(record));
    const named = new Set([...[...this.#inUse.values()].flat(), ...blobIds]);
    const unused = [...known].filter((id) => !named.has(id));
    if (unused.length === 0) return;
    await this.#store.delMany(unused.map((id) => textPrefix + id));
    for (const id of unused) known.delete(id);
  }

  /** Stores what a large file holds. A write deletes it again unless its workspace has the file. */
  async keepBlob(blob: Blob): Promise<void> {
    await this.#store.setMany([[textPrefix + blobId(blob), blob]]);
  }

  /** Forgets what is known of the store, because another tab may have written to it. */
  forget(): void {
    this.#textIds = undefined;
    this.#inUse.clear();
  }

  /** The same record put aside twice is kept once. */
  async putAside(raw: unknown, reason: string): Promise<void> {
    const known = readRecord(raw);
    const entry: AsideEntry = {
      raw,
      reason,
      savedAt: known.ok ? known.value.savedAt : 0,
      name: known.ok ? known.value.name : 'unreadable workspace',
      readable: known.ok && (await this.#withTexts(known.value)).ok,
    };
    await this.#store.setMany([[asidePrefix + textId(JSON.stringify(raw)), entry]]);
    this.forget();
  }

  /** Newest first. */
  async listAside(): Promise<readonly KeptAside[]> {
    const keys = (await this.#store.keys()).filter((key) => key.startsWith(asidePrefix));
    const entries = await this.#store.getMany(keys);
    const list = entries.flatMap((entry, index): readonly KeptAside[] => {
      if (!isAside(entry)) return [];
      const { name, savedAt, reason, readable } = entry;
      return [{ id: keys[index] ?? '', name, savedAt, reason, readable }];
    });
    return list.sort((a, b) => b.savedAt - a.savedAt);
  }

  async openAside(id: string): Promise<StoredWorkspace | undefined> {
    const [entry] = await this.#store.getMany([id]);
    const record = isAside(entry) ? readRecord(entry.raw) : undefined;
    if (!record?.ok) return undefined;
    const workspace = await this.#withTexts(record.value);
    return workspace.ok ? workspace.value : undefined;
  }

  async asideAsText(id: string): Promise<string> {
    const [entry] = await this.#store.getMany([id]);
    if (!isAside(entry)) return '';
    const record = readRecord(entry.raw);
    const texts = record.ok ? Object.fromEntries(await this.#texts(record.value)) : {};
    return JSON.stringify({ record: entry.raw, texts }, undefined, 2);
  }

  async discardAside(id: string): Promise<void> {
    await this.#store.delMany([id]);
    this.forget();
  }

  async #withTexts(record: WorkspaceRecord) {
    return decodeWorkspace(record, await this.#texts(record), await this.#blobs(record));
  }

  /** Handles, not contents. */
  async #blobs(record: WorkspaceRecord): Promise<ReadonlyMap<string, Blob>> {
    const ids = blobIdsOf(record);
    if (ids.length === 0) return new Map();
    const values = await this.#store.getMany(ids.map((id) => textPrefix + id));
    return new Map(ids.flatMap((id, at) => (values[at] instanceof Blob ? [[id, values[at]] as const] : [])));
  }

  async #texts(record: WorkspaceRecord): Promise<ReadonlyMap<string, string>> {
    const ids = textIdsOf(record);
    const values = await this.#store.getMany(ids.map((id) => textPrefix + id));
    const texts = new Map<string, string>();
    ids.forEach((id, index) => {
      const value = values[index];
      if (typeof value === 'string') texts.set(id, value);
    });
    return texts;
  }

  /** The texts in the store, looked up again when the other slot's record has vanished (the person cleared the site's data). */
  async #knownTexts(otherSlot: string): Promise<Set<string>> {
    if (this.#textIds !== undefined && this.#inUse.has(otherSlot)) {
      const [record] = await this.#store.getMany([otherSlot]);
      if (record !== undefined) return this.#textIds;
    }
    const keys = await this.#store.keys();
    this.#inUse.clear();
    const owners = keys.filter((key) => !key.startsWith(textPrefix));
    const records = await this.#store.getMany(owners);
    records.forEach((value, index) => {
      const record = readRecord(isAside(value) ? value.raw : value);
      if (record.ok) this.#inUse.set(owners[index] ?? '', contentIdsOf(record.value));
    });
    this.#textIds = new Set(
      keys.filter((key) => key.startsWith(textPrefix)).map((key) => key.slice(textPrefix.length)),
    );
    return this.#textIds;
  }
}

function contentIdsOf(record: WorkspaceRecord): readonly string[] {
  return [...textIdsOf(record), ...blobIdsOf(record)];
}

function sequenceOf(raw: unknown): number {
  const found = typeof raw === 'object' && raw !== null && 'sequence' in raw ? raw.sequence : 0;
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : 0;
}

function isAside(entry: unknown): entry is AsideEntry {
  return typeof entry === 'object' && entry !== null && 'raw' in entry && 'reason' in entry;
}
