// Keeps the engine's texts equal to the typed ones, and takes its analyses: only the latest edit is sent, older answers are dropped.
import type { StoreApi } from 'zustand';
import type { EngineClient } from '../client/engine-client.ts';
import type { Analysis } from '../engine/results.ts';
import { namespacesToList } from './drawn-namespaces.ts';
import { changesBetween, type Files, sameLargeFiles } from './file-list.ts';
import { openingView } from './opening-view.ts';
import type { Schedule } from './schedule.ts';
import type { WorkbenchState } from './workbench-state.ts';

/**
 * Quiet time after a change before the engine is asked, milliseconds: several changes of one task are one edit. Keys that come
 * faster than the engine answers wait there, and only the last is evaluated.
 */
const quiet = 8;
/** How long an edit waits for its text to be saved, milliseconds: if evaluating it should kill the tab, the text is safe. */
const saveFirst = 16;

export interface EngineSync {
  /** Sends the whole workspace; resolves when it is analysed or the engine failed. */
  load(): Promise<void>;
  /** The files changed: sends what changed once typing pauses. */
  edited(): void;
  acceptBaseline(): Promise<void>;
  optionsChanged(): Promise<void>;
}

/** Keeps the report listing the namespaces that are looked into, one question at a time. */
function keepListed(
  store: StoreApi<WorkbenchState>,
  client: EngineClient,
  ask: (question: () => Promise<Analysis>) => Promise<void>,
): void {
  let isAsking = false;
  store.subscribe((state) => {
    if (isAsking || state.stale) return;
    const wanted = namespacesToList(state);
    if (!wanted) return;
    isAsking = true;
    void ask(() => client.list(wanted)).finally(() => {
      isAsking = false;
    });
  });
}

export function createEngineSync(
  store: StoreApi<WorkbenchState>,
  client: EngineClient,
  save: () => Promise<void>,
  schedule: Schedule,
): EngineSync {
  /** What the engine was told last; undefined when it must be told everything. */
  let sent: Files | undefined;
  let asked = 0;
  let answered = 0;
  let cancelPause: () => void = () => undefined;

  /** Runs a question that yields an analysis, and shows it unless a later question was answered before. */
  const ask = async (question: () => Promise<Analysis | { readonly superseded: true }>): Promise<void> => {
    asked += 1;
    const turn = asked;
    try {
      const answer = await question();
      if ('superseded' in answer || turn < answered) return;
      answered = turn;
      const state = store.getState();
      const current = sent !== undefined && changesBetween(sent, state.files).length === 0;
      const recovered = state.engine.state === 'failed' ? { engine: { state: 'idle' } as const } : {};
      // With the first answer itself, so that nothing is drawn only to be folded away.
      const opening = state.analysis === undefined ? openingView(answer.report, state) : undefined;
      store.setState({ analysis: answer, stale: turn !== asked || !current, ...opening, ...recovered });
    } catch (error) {
      if (turn !== asked) return;
      sent = undefined;
      store.setState({ engine: { state: 'failed', reason: error instanceof Error ? error.message : String(error) } });
    }
  };

  const loadAll = (): Promise<void> => {
    const { files, baseline, options } = store.getState();
    sent = files;
    return ask(() => client.load(files, options, baseline));
  };

  const send = async (): Promise<void> => {
    if (sent === undefined) return loadAll();
    const { files } = store.getState();
    if (!sameLargeFiles(sent, files)) return loadAll();
    const changes = changesBetween(sent, files);
    sent = files;
    if (changes.length > 0) await ask(() => client.edit(changes));
    else if (asked === answered) store.setState({ stale: false });
  };

  keepListed(store, client, ask);
  client.onStatus((engine) => {
    store.setState({ engine });
    // The new worker counts its snapshots anew: what is on show must be asked again.
    if (engine.state !== 'restarted') return;
    store.setState({ engineNotice: engine.reason });
    if (sent !== undefined) void ask(() => client.edit([]));
  });

  return {
    async load() {
      cancelPause();
      sent = undefined;
      answered = asked + 1;
      store.setState({ analysis: undefined, stale: true });
      await send();
      void save();
    },
    edited() {
      cancelPause();
      store.setState({ stale: true });
      cancelPause = schedule(() => void savedOrLate(save, schedule).then(send), quiet);
    },
    async acceptBaseline() {
      cancelPause();
      await send();
      // What was typed meanwhile and sent is no part of the baseline, so the engine must be told both.
      if (sent === store.getState().baseline) await ask(() => client.acceptBaseline());
      else await loadAll();
      await save();
    },
    async optionsChanged() {
      store.setState({ stale: true });
      // An engine that failed knows no files any more.
      if (sent === undefined) await loadAll();
      else await ask(() => client.setOptions(store.getState().options));
      await save();
    },
  };
}

function savedOrLate(save: () => Promise<void>, schedule: Schedule): Promise<void> {
  return Promise.race([save(), new Promise<void>((late) => schedule(late, saveFirst))]);
}
