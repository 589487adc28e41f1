// Workspace storage in the browser: IndexedDB for the data, and only the elected tab writes.
import { createStore, delMany, getMany, keys, promisifyRequest } from 'idb-keyval';
import { LargeKeeper } from './large-keeper.ts';
import { type KeyValueStore, RecordStore } from './record-store.ts';
import type { TabOwnership } from './tab-ownership.ts';
import { encodeWorkspace, largeFilesOf } from './workspace-record.ts';
import type { RestoredWorkspace, WorkspaceStorage } from './workspace-storage.ts';

/**
 * A database that does not answer in so many steps, of so many milliseconds each, is treated as blocked. Time in which the page
 * itself was busy is one step, however long: what the database answered meanwhile could not be heard.
 */
const patience = { steps: 12, step: 250 };

/** The browser's database. Opens it at the first use. */
export function openIndexedDb(): KeyValueStore {
  const store = createStore('sluice', 'workspace');
  return {
    keys: async () => (await keys(store)).map(String),
    getMany: (wanted) => getMany([...wanted], store),
    setMany: (entries) => store('readwrite', (objects) => putAll(objects, entries)),
    delMany: (unwanted) => delMany([...unwanted], store),
  };
}

/** Values put at once; the page is free between one step and the next. */
const PUTS = 100;

/** All of them in one transaction, which stays open as long as one request follows on another. */
async function putAll(objects: IDBObjectStore, entries: readonly (readonly [string, unknown])[]): Promise<void> {
  for (let at = 0; at < entries.length; at += PUTS) {
    const requests = entries.slice(at, at + PUTS).map(([key, value]) => objects.put(value, key));
    const last = requests.at(-1);
    if (last) await promisifyRequest(last);
  }
  await promisifyRequest(objects.transaction);
}

export function createBrowserStorage(store: KeyValueStore, ownership: TabOwnership): WorkspaceStorage {
  const records = new RecordStore(store);
  const large = new LargeKeeper((blob) => records.keepBlob(blob));
  let sequence: number | undefined;
  const startOver = () => {
    sequence = undefined;
    records.forget();
    large.forget();
  };
  ownership.listen(startOver);

  const save: WorkspaceStorage['save'] = async (workspace) => {
    await ownership.elected();
    if (ownership.owner === 'other-tab') return 'other-tab';
    const write = async () => {
      sequence ??= (await records.readSlots()).sequence;
      sequence += 1;
      await records.write(encodeWorkspace(workspace, sequence, Date.now(), (blob) => large.has(blob)));
      return 'saved' as const;
    };
    return orElse(write, () => {
      startOver();
      return 'blocked' as const;
    });
  };

  const restore: WorkspaceStorage['restore'] = async () => {
    await ownership.elected();
    return orElse(
      async () => {
        const restored = await restoreFrom(records);
        large.know(restored.workspace);
        return restored;
      },
      () => {
        ownership.become('unavailable');
        const notice = 'This browser offers no storage here: the work is kept only as long as this tab is open';
        return { workspace: undefined, keptAside: [], notice };
      },
    );
  };

  return {
    restore,
    save,
    keepLarge: (workspace) => (ownership.owner === 'this-tab' ? large.keep(largeFilesOf(workspace)) : undefined),
    ...asideActions(records, large),
    takeOver: () => ownership.takeOver(),
    onOwner: (listener) => ownership.listen(listener),
  };
}

type AsideActions = Pick<WorkspaceStorage, 'keepAside' | 'openKeptAside' | 'readKeptAside' | 'discardKeptAside'>;

function asideActions(records: RecordStore, large: LargeKeeper): AsideActions {
  const keepAside: WorkspaceStorage['keepAside'] = (reason) =>
    orElse(
      async () => {
        const { newest } = await records.readSlots();
        if (newest) await records.putAside(newest.record, reason);
        return records.listAside();
      },
      () => [],
    );

  const discardKeptAside = async (id: string) => {
    await records.discardAside(id);
    return records.listAside();
  };

  const openKeptAside = async (id: string) => {
    const workspace = await records.openAside(id);
    large.know(workspace);
    return workspace;
  };
  return {
    keepAside,
    openKeptAside: (id) => orElse(() => openKeptAside(id), nothing),
    readKeptAside: (id) =>
      orElse(
        () => records.asideAsText(id),
        () => '',
      ),
    discardKeptAside: (id) =>
      orElse(
        () => discardKeptAside(id),
        () => [],
      ),
  };
}

const nothing = () => undefined;

async function restoreFrom(records: RecordStore): Promise<RestoredWorkspace> {
  const { newest, faulty } = await records.readSlots();
  for (const { raw, fault } of faulty) await records.putAside(raw, reasons[fault]);
  const notice =
    faulty.length === 0
      ? undefined
      : `A stored workspace could not be read (${faulty.map(({ fault }) => fault).join(', ')}); it is kept aside on the start page`;
  return { workspace: newest?.workspace, keptAside: await records.listAside(), notice };
}

const reasons = {
  corrupt: 'damaged in storage',
  'newer version': 'written by a newer version of Sluice',
} as const;

/** The task's result, or the fallback's when the task rejects or takes too long. */
function orElse<T>(task: () => Promise<T>, fallback: () => T): Promise<T> {
  return new Promise((resolve) => {
    let steps = 0;
    const waiting = setInterval(() => {
      steps += 1;
      if (steps === patience.steps) resolve(fallback());
    }, patience.step);
    task()
      .catch(fallback)
      .then(resolve)
      .finally(() => clearInterval(waiting));
  });
}
