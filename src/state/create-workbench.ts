// Puts the store together: three slices, the engine behind them, and the storage under them.
import { createStore, type StoreApi } from 'zustand';
import type { EngineClient } from '../client/engine-client.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { allRows } from './all-rows.ts';
import { createAutosave } from './autosave.ts';
import { createBoardMoves } from './board-moves.ts';
import { createEngineSync, type EngineSync } from './engine-sync.ts';
import { createFindingSlice } from './finding-slice.ts';
import { nameOfEntries, type PageEntry } from './gather-entries.ts';
import { readEntries } from './import-entries.ts';
import { createLessonSlice } from './lesson-slice.ts';
import { createLinkSlice } from './links/link-slice.ts';
import { startLiveQueries } from './live-queries.ts';
import { createLookupSlice } from './lookup-slice.ts';
import { createMapSlice } from './map-slice.ts';
import { createPinSlice } from './pin-slice.ts';
import { createReviewOfferSlice } from './review-offer-slice.ts';
import { createReviewSlice } from './review-slice.ts';
import { type Schedule, scheduleInBrowser } from './schedule.ts';
import { createShellSlice } from './shell-slice.ts';
import { splitLessons } from './split-lessons.ts';
import { createViewSlice } from './view-slice.ts';
import type { AnalysisSlice, WorkbenchState } from './workbench-state.ts';
import { createStorageActions } from './workspace-restoring.ts';
import { createWorkspaceSlice, initialWorkspace } from './workspace-slice.ts';
import type { WorkspaceStorage } from './workspace-storage.ts';

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;

export function createWorkbench(
  client: EngineClient,
  storage: WorkspaceStorage,
  schedule: Schedule = scheduleInBrowser,
): StoreApi<WorkbenchState> {
  const store = createStore<WorkbenchState>()((set, get, api) => {
    const autosave = createAutosave(api, storage, schedule);
    const sync = createEngineSync(api, client, autosave.save, schedule);
    const putAside = async () => {
      await autosave.save();
      set({ keptAside: await storage.keepAside('replaced by other files') });
    };
    return {
      ...initialWorkspace,
      ...createWorkspaceSlice(set, get, sync, putAside, schedule),
      ...createStorageActions(set, get, sync, autosave, storage, client),
      importEntries: (entries, into) => importEntries(set, get, client, entries, into),
      cancelReading: () => set({ reading: undefined }),
      ...createAnalysisSlice(set, get, sync, client),
      ...createViewSlice(set, get),
      ...createBoardMoves(api, client),
      ...createMapSlice(set, get),
      ...createLookupSlice(set, client),
      ...createShellSlice(set, get),
      ...createLinkSlice(set, get),
      ...createPinSlice(set, get),
      ...createReviewSlice(set, get, client),
      ...createReviewOfferSlice(set, get),
      ...createLessonSlice(set, get, putAside),
      ...createFindingSlice(set, get, client),
    };
  });
  startLiveQueries(store, client, schedule);
  return store;
}

/** Nodes that one search finds. */
const hitsWanted = 12;

function createAnalysisSlice(set: Set, get: Get, sync: EngineSync, client: EngineClient): AnalysisSlice {
  return {
    options: defaultOptions,
    analysis: undefined,
    engine: { state: 'idle' },
    engineNotice: undefined,
    stale: false,
    picture: undefined,
    matrix: undefined,
    flows: undefined,
    flips: undefined,
    nodeDetail: undefined,
    posture: undefined,
    explanation: undefined,
    remedies: undefined,
    findings: undefined,
    async search(text) {
      const { hits } = await client.search(text, hitsWanted);
      return hits;
    },
    allRows: () => allRows(get(), client),
    async setOptions(change) {
      set({ options: { ...get().options, ...change } });
      await sync.optionsChanged();
    },
  };
}

async function importEntries(
  set: Set,
  get: Get,
  client: EngineClient,
  entries: readonly PageEntry[],
  into: 'new' | 'current',
): Promise<void> {
  if (entries.length === 0) return;
  set({ importing: true, importNotices: [] });
  try {
    const { files, notices, isCancelled } = await readEntries(entries, client, (path, bytes, of) => {
      // Whoever stopped it took this away.
      if (bytes > 0 && get().reading === undefined) return false;
      set({ reading: { path, bytes, of } });
      return true;
    });
    if (isCancelled) return;
    const { lessons, manifests } = await splitLessons(files);
    // What is read is evaluated next, which takes a while too.
    const { reading } = get();
    if (reading) set({ reading: { ...reading, bytes: reading.of } });
    if (manifests.length === 0 && lessons.length === 0)
      set({ importNotices: notices, loadReportOpen: get().screen === 'workbench' });
    else if (manifests.length > 0 && into === 'new') await get().openFiles(nameOfEntries(entries), manifests, notices);
    else if (manifests.length > 0) await get().addFiles(manifests, notices);
    const [lesson] = lessons;
    if (lesson) await get().offerLesson(lesson);
  } catch (error) {
    const message = `could not be read: ${error instanceof Error ? error.message : String(error)}`;
    set({ importNotices: entries.slice(0, 1).map(({ path }) => ({ path, severity: 'error', message })) });
  } finally {
    set({ importing: false, reading: undefined });
  }
}
