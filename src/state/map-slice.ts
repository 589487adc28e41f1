// What of the map was chosen beside the selection: reach, layers, an arranged neighbourhood, and views kept under a name.
import type { Reach, ReachRequest } from '../engine/reach.ts';
import type { NodeId, QueryError } from '../engine/results.ts';
import { togglesToCollapse, togglesToExpand } from './drawn-namespaces.ts';
import type { ViewSlice, WorkbenchState } from './workbench-state.ts';

/** How far is looked from the selected node. */
export interface ReachChoice {
  readonly direction: ReachRequest['direction'];
  readonly hops: number;
}

/** Place of the window over the picture: pixels, and the scale. */
export interface MapWindow {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Hops that can be asked for. */
export const MAX_HOPS = 8;

/** All that makes a picture of the map, but the manifests. */
export type SavedView = { readonly name: string; readonly window: MapWindow | undefined } & Pick<
  ViewSlice & MapSlice,
  | 'ports'
  | 'onlyChanges'
  | 'showUngoverned'
  | 'hideUnrelated'
  | 'hideSystem'
  | 'hideHosts'
  | 'hideExternal'
  | 'bundles'
  | 'selection'
  | 'collapsedNamespaces'
  | 'expandedWorkloads'
  | 'reachChoice'
  | 'arranged'
>;

export interface MapSlice {
  /** Addresses outside the cluster are not drawn. */
  readonly hideExternal: boolean;
  /** Edges between namespaces are bundled where there are very many. */
  readonly bundles: boolean;
  readonly reachChoice: ReachChoice | undefined;
  readonly reach: Reach | QueryError | undefined;
  /** The node whose neighbourhood is laid out by itself, so many edges deep; undefined: the overview. */
  readonly arranged: { readonly id: NodeId; readonly depth: number } | undefined;
  /** In the order they were made. */
  readonly savedViews: readonly SavedView[];
  /** Where the window was left last. */
  readonly mapWindow: MapWindow | undefined;
  /** Where the window is to go next; taken by the graph. */
  readonly mapWindowWanted: MapWindow | undefined;

  chooseReach(choice: ReachChoice | undefined): void;
  setHideExternal(on: boolean): void;
  setBundles(on: boolean): void;
  arrange(arranged: MapSlice['arranged']): void;
  /** Opens those of the nodes that are namespaces, as far as there is room; to make room others may close. */
  expandNamespaces(ids: readonly NodeId[]): void;
  collapseNamespaces(ids: readonly NodeId[]): void;
  /** Keeps the map as it is; a view of the same name is replaced. */
  saveView(name: string): void;
  applyView(name: string): void;
  /** Does nothing where the new name is taken. */
  renameView(name: string, to: string): void;
  deleteView(name: string): void;
  windowMoved(to: MapWindow): void;
  windowTaken(): void;
}

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;

/** What a newly opened workspace starts with. */
export const initialMap = {
  hideExternal: false,
  bundles: true,
  reachChoice: undefined,
  reach: undefined,
  arranged: undefined,
  savedViews: [],
  mapWindow: undefined,
  mapWindowWanted: undefined,
} satisfies Partial<MapSlice>;

export function createMapSlice(set: Set, get: Get): MapSlice {
  return {
    ...initialMap,
    chooseReach: (reachChoice) => set({ reachChoice }),
    setHideExternal: (hideExternal) => set({ hideExternal }),
    setBundles: (bundles) => set({ bundles }),
    arrange: (arranged) => set({ arranged }),
    expandNamespaces: (ids) => togglesToExpand(get(), ids).forEach(get().toggleNamespace),
    collapseNamespaces: (ids) => togglesToCollapse(get(), ids).forEach(get().toggleNamespace),
    saveView(name) {
      const view = viewNow(name, get());
      const others = get().savedViews.filter((one) => one.name !== name);
      set({ savedViews: [...others, view] });
    },
    applyView(name) {
      const view = get().savedViews.find((one) => one.name === name);
      if (!view) return;
      const { name: _, window, ...chosen } = view;
      set({ ...chosen, mapView: 'graph', explainQuery: undefined, mapWindowWanted: window });
    },
    renameView(name, to) {
      const { savedViews } = get();
      if (to === '' || savedViews.some((one) => one.name === to)) return;
      set({ savedViews: savedViews.map((one) => (one.name === name ? { ...one, name: to } : one)) });
    },
    deleteView: (name) => set({ savedViews: get().savedViews.filter((one) => one.name !== name) }),
    windowMoved: (mapWindow) => set({ mapWindow }),
    windowTaken: () => set({ mapWindowWanted: undefined }),
  };
}

function viewNow(name: string, state: WorkbenchState): SavedView {
  const { ports, onlyChanges, showUngoverned, hideUnrelated, hideSystem, hideHosts, hideExternal, bundles } = state;
  const { selection, collapsedNamespaces, expandedWorkloads, reachChoice, arranged, mapWindow } = state;
  return {
    ...{ name, window: mapWindow, ports, onlyChanges, showUngoverned, hideUnrelated, hideSystem, hideHosts },
    ...{ hideExternal, bundles, selection, collapsedNamespaces, expandedWorkloads, reachChoice, arranged },
  };
}
