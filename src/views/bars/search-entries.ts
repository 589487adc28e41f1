// What the search field finds: actions, nodes, policies and files.

import type { SearchHit } from '../../engine/find-nodes.ts';
import { kindWords } from '../../exporters/policy-words.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';

export interface SearchEntry {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  /** Actions are interface text, everything else is a name from a manifest. */
  readonly isName: boolean;
  run(state: WorkbenchState): void;
}

const mostOfAKind = 6;

const actions: readonly Omit<SearchEntry, 'isName'>[] = [
  {
    key: 'action accept',
    name: 'Accept as baseline',
    detail: 'Flips are counted from here on',
    run: (state) => void state.acceptBaseline(),
  },
  {
    key: 'action revert',
    name: 'Revert to baseline',
    detail: 'Drops all edits; can be undone',
    run: (state) => state.revert(),
  },
  {
    key: 'action changes',
    name: 'Show only what changes',
    detail: 'On and off',
    run: (state) => state.setToggle('onlyChanges', !state.onlyChanges),
  },
  {
    key: 'action report',
    name: 'Load report',
    detail: 'Files, kinds, assumptions, problems',
    run: (state) => state.setToggle('loadReportOpen', true),
  },
  {
    key: 'action graph',
    name: 'Show the graph',
    detail: 'View',
    run: (state) => state.setMapView('graph'),
  },
  {
    key: 'action matrix',
    name: 'Show the matrix',
    detail: 'View',
    run: (state) => state.setMapView('matrix'),
  },
  {
    key: 'action table',
    name: 'Show the table',
    detail: 'View',
    run: (state) => state.setMapView('table'),
  },
  {
    key: 'action close',
    name: 'Start page',
    detail: 'Open other files; the work is kept',
    run: (state) => state.closeWorkspace(),
  },
];

/** Entries for the words typed; only the actions while nothing is typed. `hits`: the nodes that the engine found for them. */
export function searchEntries(state: WorkbenchState, text: string, hits: readonly SearchHit[]): readonly SearchEntry[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (where: string) => words.every((word) => where.toLowerCase().includes(word));
  const found: SearchEntry[] = actions
    .filter(({ name, detail }) => matches(`${name} ${detail}`))
    .map((action) => ({ ...action, isName: false }));
  const report = state.analysis?.report;
  if (words.length === 0 || !report) return found;
  const listed = [...report.policies.filter(({ implied }) => !implied), ...report.inactive];
  const policies = listed
    .filter(({ name, namespace, kind }) => matches(`${name} ${namespace} ${kindWords(kind)}`))
    .slice(0, mostOfAKind)
    .map(
      ({ id, name, namespace, kind, location }): SearchEntry => ({
        key: `policy ${id} ${location.file}`,
        name,
        detail: namespace === '' ? kindWords(kind) : `${kindWords(kind)} in ${namespace}`,
        isName: true,
        run: (now) => now.revealLocation(location),
      }),
    );
  const files = state.files
    .filter(({ path }) => matches(path))
    .slice(0, mostOfAKind)
    .map(
      ({ path }): SearchEntry => ({
        key: `file ${path}`,
        name: path,
        detail: 'File',
        isName: true,
        run: (now) => now.selectFile(path),
      }),
    );
  return [...hits.map(nodeEntry), ...policies, ...files, ...found];
}

function nodeEntry(hit: SearchHit): SearchEntry {
  return {
    key: `node ${hit.id}`,
    name: hit.name,
    detail: hit.detail,
    isName: true,
    run(state) {
      if (hit.id.startsWith('host:') && state.hideHosts) state.setToggle('hideHosts', false);
      if (hit.within !== undefined && state.collapsedNamespaces.includes(hit.within)) state.toggleNamespace(hit.within);
      if (hit.workload !== undefined && !state.expandedWorkloads.includes(hit.workload)) {
        state.toggleWorkload(hit.workload);
      }
      state.select({ type: 'node', id: hit.id });
    },
  };
}
