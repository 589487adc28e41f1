// Pinned flows on the page: whether their list is open, and the gestures that pin and unpin.
import type { AssertionResult } from '../engine/assertion-report.ts';
import { type NewPin, pinChange, unpinChange } from './pin-flow.ts';
import type { WorkbenchState } from './workbench-state.ts';

export interface PinSlice {
  readonly pinsOpen: boolean;
  openPins(open: boolean): void;
  pin(pin: NewPin): void;
  unpin(result: AssertionResult): void;
}

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;

/** What a newly opened workspace starts with. */
export const initialPins = { pinsOpen: false } satisfies Partial<PinSlice>;

export function createPinSlice(set: Set, get: Get): PinSlice {
  /** The file on show stays: what was pinned is told where it was asked for. */
  const apply = (change: ReturnType<typeof unpinChange>) => {
    const { activeFile, applyChange } = get();
    if (!change) return;
    applyChange(change);
    set({ activeFile });
  };
  return {
    ...initialPins,
    openPins: (pinsOpen) => set({ pinsOpen, explainQuery: undefined, selectorChoice: undefined }),
    pin: (pin) => apply(pinChange(get().files, pin, get().analysis?.assertions.results ?? [])),
    unpin: (result) => apply(unpinChange(get().files, result)),
  };
}
