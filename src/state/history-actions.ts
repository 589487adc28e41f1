// The workspace's history in the store: records every change of texts and facts, takes back, makes again.
import type { EngineOptions } from '../engine/engine-options.ts';
import {
  cutTyping,
  type EditHistory,
  emptyHistory,
  filesAfter,
  fileToShow,
  type HistoryStep,
  redone,
  type SuppliedFacts,
  stepBetween,
  undone,
  wholeStep,
  withStep,
  withTyping,
} from './edit-history.ts';
import type { EngineSync } from './engine-sync.ts';
import { type Files, fileAt, withText } from './file-list.ts';
import type { Schedule } from './schedule.ts';
import type { WorkbenchState, WorkspaceSlice } from './workbench-state.ts';

/** Typing that goes on after such a pause, in milliseconds, is a step of its own. */
const TYPING_PAUSE = 1200;

type Change = Partial<WorkbenchState>;
type PutFiles = (files: Files, change?: Change) => void;

export interface History {
  readonly actions: Pick<WorkspaceSlice, 'undo' | 'redo' | 'editFile' | 'supplyFacts'>;
  /** The one way a gesture changes the files: a labelled step. */
  record(label: string, files: Files, change?: Change, kind?: HistoryStep['kind']): void;
}

export const noHistory = { ...emptyHistory, canUndoRevert: false } satisfies Change;

/** What the store holds of a history. */
const shown = (history: EditHistory): Change => ({
  ...history,
  canUndoRevert: history.undoSteps.at(-1)?.kind === 'revert',
});

export function createHistory(
  set: (change: Change) => void,
  get: () => WorkbenchState,
  putFiles: PutFiles,
  sync: EngineSync,
  schedule: Schedule,
): History {
  let joins = false;
  let cancelPause: () => void = () => undefined;
  const endTyping = () => {
    joins = false;
    cancelPause();
  };
  const goOnTyping = () => {
    endTyping();
    joins = true;
    cancelPause = schedule(() => {
      joins = false;
    }, TYPING_PAUSE);
  };
  const travel = (way: 'undo' | 'redo') => {
    endTyping();
    const history = get();
    const step = way === 'undo' ? history.undoSteps.at(-1) : history.redoSteps[0];
    if (!step) return;
    const side = way === 'undo' ? 'before' : 'after';
    const facts = step.facts && { options: { ...history.options, ...step.facts[side] } };
    const change = { ...shown(way === 'undo' ? undone(history) : redone(history)), ...facts };
    if (step.files.length === 0) set(change);
    else {
      const files = filesAfter(history.files, step, side);
      putFiles(files, { ...change, activeFile: fileToShow(files, step, history.activeFile) });
    }
    if (facts) void sync.optionsChanged();
  };

  return {
    record(label, files, change = {}, kind = 'gesture') {
      endTyping();
      const step = stepBetween(label, get().files, files, kind);
      putFiles(files, { ...change, ...(step && shown(withStep(get(), step))) });
    },
    actions: {
      undo: () => travel('undo'),
      redo: () => travel('redo'),
      editFile(path, text, origin = 'typing') {
        const before = fileAt(get().files, path);
        const files = withText(get().files, path, text);
        if (files === get().files) return;
        const whole = wholeStep(get(), path, text, origin);
        if (whole) {
          travel(whole);
          return;
        }
        const after = fileAt(files, path);
        const cut = after && cutTyping(get(), after, origin);
        if (!cut && origin !== 'typing') endTyping();
        const history = cut ?? withTyping(get(), { path, before, after }, joins);
        putFiles(files, shown(history));
        if (cut) endTyping();
        else goOnTyping();
      },
      async supplyFacts(label, facts) {
        endTyping();
        const { options } = get();
        const before = factsOf(options);
        const after = { ...before, ...facts };
        if (JSON.stringify(before) === JSON.stringify(after)) return;
        const step: HistoryStep = { label, files: [], facts: { before, after }, kind: 'gesture' };
        set({ options: { ...options, ...after }, ...shown(withStep(get(), step)) });
        await sync.optionsChanged();
      },
    },
  };
}

function factsOf({ domains, podCIDRs, serviceCIDRs }: EngineOptions): SuppliedFacts {
  return { domains, podCIDRs, serviceCIDRs };
}
