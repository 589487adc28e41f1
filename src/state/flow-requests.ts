// What the table and the matrix ask the engine for: one state of query, selection and toggles, which the graph shares.

import type { FlipRequest, FlowRequest } from '../engine/flow-request.ts';
import type { FlowTerms, PartyPattern } from '../engine/flow-terms.ts';
import type { MatrixRequest } from '../engine/namespace-matrix.ts';
import type { NodeId, Verdict } from '../engine/results.ts';
import { OTHER_NAMESPACES } from '../graph/fit-budget.ts';
import { openNamespaces } from './drawn-namespaces.ts';
import { type ParsedQuery, parseFlowQuery, queryFlips } from './parse-flow-query.ts';
import type { Selection, WorkbenchState } from './workbench-state.ts';

/** Where the query names none. */
export const usualVerdicts: readonly Verdict[] = ['allowed', 'unknown'];

let last: { readonly text: string; readonly parsed: ParsedQuery } | undefined;

/** The query as it stands in the field; one answer for one text. */
export function queryOf({ flowFilter }: Pick<WorkbenchState, 'flowFilter'>): ParsedQuery {
  if (last?.text !== flowFilter) last = { text: flowFilter, parsed: parseFlowQuery(flowFilter) };
  return last.parsed;
}

/** The conditions of the query as a part of a request; nothing where it has none. */
export function termsOf(state: WorkbenchState): { readonly terms?: FlowTerms } {
  const { terms } = queryOf(state);
  return terms.length > 0 ? { terms } : {};
}

/** Whether it is changes that are asked about: by the toggle, or by the query. */
export function showsFlips(state: Pick<WorkbenchState, 'onlyChanges' | 'flowFilter'>): boolean {
  return state.onlyChanges || queryOf(state).terms.some(({ on }) => on === 'flip');
}

const isOn = (state: WorkbenchState, view: WorkbenchState['mapView']): boolean =>
  state.screen === 'workbench' && state.mapView === view;

export function matrixRequest(state: WorkbenchState): MatrixRequest | undefined {
  if (!isOn(state, 'matrix') || !state.analysis) return undefined;
  const { namespaces } = state.analysis.report;
  return { ports: state.ports, expandedNamespaces: openNamespaces(state, namespaces), ...termsOf(state) };
}

/** Of a selected node the flows from and to it, of an edge the flows behind it. */
function selectionTerms(selection: Selection | undefined): FlowTerms {
  if (selection?.type !== 'edge') return [];
  const at = (end: 'source' | 'destination', id: NodeId): FlowTerms =>
    id === OTHER_NAMESPACES ? [] : [{ on: 'party', end, patterns: [{ by: 'node', id }], not: false }];
  return [...at('source', selection.source), ...at('destination', selection.target)];
}

/** The rows of the table without their window: what a list of all of them is about. */
export function allRowsRequest(state: WorkbenchState): Omit<FlowRequest, 'offset' | 'limit' | 'verdicts'> {
  const { selection, ports, flowSort, explainQuery } = state;
  const focus = selection?.type === 'node' && selection.id !== OTHER_NAMESPACES ? selection.id : undefined;
  const terms = [...queryOf(state).terms, ...selectionTerms(selection), ...hiddenTerms(state)];
  return {
    ports,
    terms,
    ...(focus === undefined ? {} : { focus }),
    ...(explainQuery ? { find: { src: explainQuery.from, dst: explainQuery.to } } : {}),
    sort: flowSort.key,
    descending: flowSort.descending,
  };
}

/** What the toggles hide is hidden in the table too. */
function hiddenTerms({ analysis, hideHosts, hideSystem, hideExternal }: WorkbenchState): FlowTerms {
  const system = hideSystem ? (analysis?.report.namespaces.filter((one) => one.system) ?? []) : [];
  const patterns: readonly PartyPattern[] = [
    ...system.map(({ id }) => ({ by: 'node', id }) as const),
    ...(hideExternal ? [{ by: 'outside' } as const] : []),
    ...(hideHosts ? [{ by: 'host', name: '*' } as const] : []),
  ];
  return patterns.length > 0 ? [{ on: 'party', end: 'either', patterns, not: true }] : [];
}

/** The flows of one window of the rows. */
export function flowsWithin(state: WorkbenchState, window: Pick<FlowRequest, 'offset' | 'limit'>): FlowRequest {
  const request = { ...allRowsRequest(state), ...window, verdicts: usualVerdicts };
  // A row about a workload does not tell which of its pods it means.
  return request.focus?.startsWith('pod:') ? { ...request, level: 'pod' } : request;
}

export function flowRequest(state: WorkbenchState): FlowRequest | undefined {
  return !isOn(state, 'table') || showsFlips(state) ? undefined : flowsWithin(state, state.rowWindow);
}

export function flipRequest(state: WorkbenchState): FlipRequest | undefined {
  if (!isOn(state, 'table') || !showsFlips(state)) return undefined;
  return { ...allRowsRequest(state), ...state.rowWindow, kinds: queryFlips };
}
