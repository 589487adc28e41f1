// The view slice: what is selected, filtered, folded and shown.
import type { ViewSlice, WorkbenchState } from './workbench-state.ts';

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;

/** Rows of the table asked for at first. */
const firstRows = { offset: 0, limit: 200 };

/** What a newly opened workspace starts with. */
export const initialView = {
  mapView: 'graph',
  ports: 'declared',
  onlyChanges: false,
  showUngoverned: false,
  hideUnrelated: false,
  hideSystem: false,
  hideHosts: false,
  selection: undefined,
  collapsedNamespaces: [],
  expandedWorkloads: [],
  explainQuery: undefined,
  loadReportOpen: false,
  flowSort: { key: 'src', descending: false },
  flowFilter: '',
  rowWindow: firstRows,
  matrixOrder: 'name',
  reveal: undefined,
} satisfies Partial<ViewSlice>;

export function createViewSlice(set: Set, get: Get): ViewSlice {
  return {
    ...initialView,
    screen: 'start',
    theme: 'system',
    select: (selection) => set({ selection, explainQuery: undefined, selectorChoice: undefined, pinsOpen: false }),
    setMapView: (mapView) => set({ mapView }),
    setTheme: (theme) => set({ theme }),
    setPorts: (ports) => set({ ports }),
    setToggle: (name, on) => set({ [name]: on }),
    toggleNamespace: (id) => set({ collapsedNamespaces: toggled(get().collapsedNamespaces, id) }),
    toggleWorkload: (id) => set({ expandedWorkloads: toggled(get().expandedWorkloads, id) }),
    explain: (explainQuery) => set({ explainQuery, selectorChoice: undefined }),
    setTable: (change) => set({ ...change, rowWindow: firstRows }),
    setRowWindow: (rowWindow) => set({ rowWindow }),
    setMatrixOrder: (matrixOrder) => set({ matrixOrder }),
    revealLocation: (reveal) => set({ reveal, activeFile: reveal.file }),
    revealed: () => set({ reveal: undefined }),
  };
}

function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
