// Actions on the map: which view of it, and what it shows.
import { togglesToExpand } from '../../state/drawn-namespaces.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { firstQuery } from '../flow-query.ts';
import { type Action, action } from './action.ts';

const selectedEnds = ({ selection }: WorkbenchState): readonly string[] =>
  selection?.type === 'edge' ? [selection.source, selection.target] : [];

const hasStaged = (inactive: readonly { readonly reason: string }[]): boolean =>
  inactive.some(({ reason }) => reason === 'staged');

export const mapActions: readonly Action[] = [
  action({
    id: 'map.graph',
    group: 'Map',
    label: 'Show the graph',
    keys: ['g'],
    run: (state) => state.setMapView('graph'),
  }),
  action({
    id: 'map.matrix',
    group: 'Map',
    label: 'Show the matrix',
    keys: ['m'],
    run: (state) => state.setMapView('matrix'),
  }),
  action({
    id: 'map.table',
    group: 'Map',
    label: 'Show the table',
    keys: ['t'],
    run: (state) => state.setMapView('table'),
  }),
  action({
    id: 'map.tiers',
    group: 'Map',
    label: 'Show the tier board',
    detail: 'Policies in evaluation order',
    keys: ['b'],
    run: (state) => state.setMapView('tiers'),
  }),
  action({
    id: 'map.posture',
    group: 'Map',
    label: 'Show the posture',
    detail: 'How open each namespace is: default deny, Internet, coverage, isolation, findings',
    keys: ['o'],
    run: (state) => state.setMapView('posture'),
  }),
  {
    id: 'map.changes',
    group: 'Map',
    label: ({ onlyChanges }) => (onlyChanges ? 'Show all flows' : 'Show only what changes'),
    detail: 'Flips against the baseline',
    does: 'Only what changes, on and off',
    keys: ['c'],
    run: (state) => state.setToggle('onlyChanges', !state.onlyChanges),
  },
  {
    id: 'map.ungoverned',
    group: 'Map',
    label: ({ showUngoverned }) => (showUngoverned ? 'Hide default-allowed flows' : 'Show default-allowed flows'),
    detail: 'Flows that no policy governs',
    run: (state) => state.setToggle('showUngoverned', !state.showUngoverned),
  },
  {
    id: 'map.unrelated',
    group: 'Map',
    label: ({ hideUnrelated }) => (hideUnrelated ? 'Show unrelated nodes' : 'Hide unrelated nodes'),
    detail: 'What the selection has nothing to do with',
    run: (state) => state.setToggle('hideUnrelated', !state.hideUnrelated),
  },
  {
    id: 'map.system',
    group: 'Map',
    label: ({ hideSystem }) => (hideSystem ? 'Show system namespaces' : 'Hide system namespaces'),
    detail: 'kube-system and its like',
    isOffered: ({ analysis }) => analysis?.report.namespaces.some(({ system }) => system) === true,
    run: (state) => state.setToggle('hideSystem', !state.hideSystem),
  },
  {
    id: 'map.hosts',
    group: 'Map',
    label: ({ hideHosts }) => (hideHosts ? 'Show hosts' : 'Hide hosts'),
    isOffered: ({ analysis }) => (analysis?.report.hosts.length ?? 0) > 0,
    run: (state) => state.setToggle('hideHosts', !state.hideHosts),
  },
  {
    id: 'map.ports',
    group: 'Map',
    label: ({ ports }) => (ports === 'declared' ? 'Count flows on all ports' : 'Count flows on declared ports'),
    run(state) {
      const ports = state.ports === 'declared' ? 'all' : 'declared';
      state.setPorts(ports);
      void state.setOptions({ ports });
    },
  },
  {
    id: 'map.matrix-order',
    group: 'Map',
    label: ({ matrixOrder }) => (matrixOrder === 'name' ? 'Sort the matrix by openness' : 'Sort the matrix by name'),
    detail: 'Rows with the most that is allowed first, or by name',
    isOffered: ({ mapView }) => mapView === 'matrix',
    run: (state) => state.setMatrixOrder(state.matrixOrder === 'name' ? 'openness' : 'name'),
  },
  {
    id: 'map.external',
    group: 'Map',
    label: ({ hideExternal }) => (hideExternal ? 'Show what is outside' : 'Hide what is outside'),
    detail: 'Internet, address ranges and network sets',
    run: (state) => state.setHideExternal(!state.hideExternal),
  },
  {
    id: 'map.bundles',
    group: 'Map',
    label: ({ bundles }) => (bundles ? 'Draw every edge by itself' : 'Bundle edges between namespaces'),
    isOffered: ({ mapView }) => mapView === 'graph',
    run: (state) => state.setBundles(!state.bundles),
  },
  action({
    id: 'map.expand-ends',
    group: 'Map',
    label: 'Expand both ends of the selected edge',
    detail: 'Opens the groups it bundles',
    isOffered: (state) => togglesToExpand(state, selectedEnds(state)).length > 0,
    run: (state) => state.expandNamespaces(selectedEnds(state)),
  }),
  action({
    id: 'map.explain',
    group: 'Map',
    label: 'Explain a flow',
    detail: 'Why it is allowed or denied',
    run: (state) => state.explain(state.explainQuery ?? firstQuery(state.analysis?.report)),
  }),
  action({
    id: 'map.enforced',
    group: 'Map',
    label: 'Show what is enforced',
    detail: 'Staged policies do not count',
    isOffered: ({ options }) => options.pending !== 'enforced',
    run: (state) => void state.setOptions({ pending: 'enforced', compareWith: 'baseline' }),
  }),
  action({
    id: 'map.pending',
    group: 'Map',
    label: 'Show what is pending',
    detail: 'Staged policies count, as Calico computes it',
    isOffered: ({ options, analysis }) => options.pending !== 'calico' && hasStaged(analysis?.report.inactive ?? []),
    run: (state) => void state.setOptions({ pending: 'calico', compareWith: 'enforced' }),
  }),
  action({
    id: 'map.promoted',
    group: 'Map',
    label: 'Show what promotion would bring',
    detail: 'Staged policies take the place of the enforced ones',
    isOffered: ({ options, analysis }) => options.pending !== 'promoted' && hasStaged(analysis?.report.inactive ?? []),
    run: (state) => void state.setOptions({ pending: 'promoted', compareWith: 'enforced' }),
  }),
  action({
    id: 'map.deselect',
    group: 'Map',
    label: 'Let go of the selection',
    keys: ['Escape'],
    isOffered: ({ selection, explainQuery }) => selection !== undefined || explainQuery !== undefined,
    run: (state) => state.select(undefined),
  }),
];
