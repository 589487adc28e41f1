// The store of the workbench as the editor holds it.
import type { StoreApi } from 'zustand';
import type { WorkbenchState } from '../state/workbench-state.ts';

export type WorkbenchStore = StoreApi<WorkbenchState>;
