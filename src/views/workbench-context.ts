// Hands the one store to components: `useWorkbench(selector)` reads, and the state's own functions write.
import { createContext, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { WorkbenchState } from '../state/workbench-state.ts';

export const WorkbenchContext = createContext<StoreApi<WorkbenchState> | undefined>(undefined);

/** Reads a part of the workbench's state; `selector` must be stable or cheap and return a stable value. */
export function useWorkbench<Part>(selector: (state: WorkbenchState) => Part): Part {
  const store = useContext(WorkbenchContext);
  if (!store) throw new Error('useWorkbench is used outside of the WorkbenchContext');
  return useStore(store, selector);
}
