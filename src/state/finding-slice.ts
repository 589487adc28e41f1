// Findings: the page of help on show, the finding that is to pass, and which of them the list shows.
import type { EngineClient } from '../client/engine-client.ts';
import type { Severity } from '../documents/diagnostic.ts';
import type { Problem } from '../engine/results.ts';
import type { FindingHelp } from '../findings/finding-page.ts';
import { mayPassByComment } from '../findings/let-pass.ts';
import { letPassEdit, type PassScope } from '../findings/let-pass-edit.ts';
import { selectSafeFixes } from './shown-problems.ts';
import type { WorkbenchState } from './workbench-state.ts';

export type SideList = 'policies' | 'files' | 'problems';

export interface FindingFilter {
  readonly severity?: Severity;
  /** `objectKey` of an object. */
  readonly object?: string;
}

export interface FindingSlice {
  readonly sideList: SideList;
  readonly findingFilter: FindingFilter;
  /** The code whose help is on show, and its page once it is there; null where nobody has the code. */
  readonly helpCode: string | undefined;
  readonly findingHelp: FindingHelp | null | undefined;
  /** The finding that is asked a reason for. */
  readonly passing: Problem | undefined;
  setSideList(list: SideList): void;
  /** Lists findings, those of the filter alone, in a pane that is shown. */
  showFindings(filter: FindingFilter): void;
  showFindingHelp(code: string | undefined): void;
  askToLetPass(problem: Problem | undefined): void;
  /** Writes the comment; false where none can be written. */
  letPass(problem: Problem, reason: string, scope: PassScope): boolean;
  /** All safe fixes as one step. */
  fixAllSafe(): void;
}

/** Whether a person may be asked for a reason: what breaks the answer, a pinned flow or such a comment itself is mended. */
export function mayAskToPass(problem: Problem): boolean {
  return mayPassByComment(problem) && !/^(ignore|config)-/.test(problem.code);
}

type Set = (change: Partial<WorkbenchState>) => void;

export function createFindingSlice(set: Set, get: () => WorkbenchState, client: EngineClient): FindingSlice {
  return {
    sideList: 'policies',
    findingFilter: {},
    helpCode: undefined,
    findingHelp: undefined,
    passing: undefined,
    setSideList: (sideList) => set({ sideList }),
    showFindings(findingFilter) {
      get().showPane('list', true);
      set({ sideList: 'problems', findingFilter, drawerOpen: true });
    },
    showFindingHelp(helpCode) {
      set({ helpCode, findingHelp: undefined });
      if (helpCode === undefined) return;
      void client.help(helpCode).then((help) => {
        if (get().helpCode === helpCode) set({ findingHelp: help ?? null });
      });
    },
    askToLetPass: (passing) => set({ passing }),
    letPass(problem, reason, scope) {
      const { files, stale, revealLocation, applyChange } = get();
      const file = files.find(({ path }) => path === problem.location.file);
      const edit = file && !stale ? letPassEdit(file, problem, reason, scope) : undefined;
      if (!edit) return false;
      set({ passing: undefined });
      revealLocation(problem.location);
      applyChange({ label: `Let ${problem.code} pass`, edits: [edit] });
      return true;
    },
    fixAllSafe() {
      const state = get();
      const fixes = state.stale ? [] : selectSafeFixes(state);
      if (fixes.length === 0) return;
      const label = fixes.length === 1 ? 'Apply the safe fix' : `Apply ${fixes.length} safe fixes`;
      state.applyChange({ label, edits: fixes.flatMap(({ fix }) => fix.edits) });
    },
  };
}
