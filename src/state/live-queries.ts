// Asks the engine for what is on show whenever it changes; an answer of another snapshot than the one shown is never painted.
import type { StoreApi } from 'zustand';
import type { EngineClient } from '../client/engine-client.ts';
import type { BundleChoice } from '../engine/bundle-edges.ts';
import type { FlowQuery } from '../engine/explanation.ts';
import type { ReachRequest } from '../engine/reach.ts';
import type { Analysis, NodeId, PictureRequest, PortScope, SnapshotId } from '../engine/results.ts';
import type { ReviewRequest } from '../engine/review/review.ts';
import type { LookupRequest } from '../engine/selector-lookup.ts';
import { OTHER_NAMESPACES } from '../graph/fit-budget.ts';
import { openNamespaces, shownNamespaces } from './drawn-namespaces.ts';
import { flipRequest, flowRequest, matrixRequest, showsFlips, termsOf } from './flow-requests.ts';
import { askGrade, askWhys, gradeKey, whyQueries } from './lesson-queries.ts';
import { type Schedule, scheduleInBrowser } from './schedule.ts';
import { askRemedies, remediesRequest } from './shown-remedies.ts';
import type { WorkbenchState } from './workbench-state.ts';

/** More edges than this make no picture; the answer says how many were left out. */
const pictureLimit = 800;
/** Beyond this many edges the eye follows none: those between namespaces are bundled. */
const bundleFrom = 90;

/** More flips than this nobody reads one by one; their numbers are of all. */
const reviewLimit = 2000;

/** An answer that took longer than this, in milliseconds, is asked for anew only when typing pauses. */
const slowAnswer = 60;
/** The longest such pause. */
const longestPause = 400;

type Painted = Partial<
  Pick<
    WorkbenchState,
    | 'picture'
    | 'matrix'
    | 'flows'
    | 'flips'
    | 'nodeDetail'
    | 'posture'
    | 'reach'
    | 'explanation'
    | 'remedies'
    | 'findings'
    | 'selectorCounts'
    | 'selectorFinds'
    | 'review'
    | 'grade'
    | 'lessonWhys'
  >
>;

type Live = <Request, Answer extends { readonly snapshot: SnapshotId }>(
  wanted: (state: WorkbenchState) => Request | undefined,
  ask: (request: Request) => Promise<Answer>,
  paint: (answer: Answer | undefined) => Painted,
  pauses?: Schedule | null,
) => () => void;

/** What the views of the map draw. */
function mapQueries(live: Live, client: EngineClient): readonly (() => void)[] {
  return [
    live(
      pictureRequest,
      (request) => client.picture(request),
      (picture) => ({ picture }),
    ),
    live(
      matrixRequest,
      (request) => client.matrix(request),
      (matrix) => ({ matrix }),
    ),
    live(
      flowRequest,
      (request) => client.flows(request),
      (flows) => ({ flows }),
    ),
    live(
      flipRequest,
      (request) => client.flips(request),
      (flips) => ({ flips }),
    ),
    live(
      ({ screen, mapView }) => (screen === 'workbench' && mapView === 'posture') || undefined,
      () => client.posture(),
      (posture) => ({ posture }),
    ),
  ];
}

/** What panels tell of one thing, and the review. */
function panelQueries(live: Live, client: EngineClient): readonly (() => void)[] {
  const lookup = (request: LookupRequest) => client.lookup(request);
  return [
    live(
      nodeRequest,
      ({ id, ports, toward }) => client.node(id, ports, toward),
      (nodeDetail) => ({ nodeDetail }),
    ),
    live(
      reachRequest,
      (request) => client.reach(request),
      (reach) => ({ reach }),
    ),
    live(
      explainRequest,
      (query) => client.explain(query),
      (explanation) => ({ explanation }),
    ),
    live(countsRequest, lookup, (selectorCounts) => ({ selectorCounts })),
    live(findsRequest, lookup, (selectorFinds) => ({ selectorFinds })),
    live(
      remediesRequest,
      (query) => askRemedies(client, query),
      (remedies) => ({ remedies }),
      null,
    ),
    live(
      reviewRequest,
      (request) => client.review(request),
      (review) => ({ review }),
      // It gives way to the next edit by itself.
      null,
    ),
  ];
}

/** Starts asking; returns the function that ends it. */
export function startLiveQueries(
  store: StoreApi<WorkbenchState>,
  client: EngineClient,
  schedule: Schedule = scheduleInBrowser,
): () => void {
  const live: Live = (wanted, ask, paint, pauses = schedule) => createLiveQuery(store, wanted, ask, paint, pauses);
  const queries = [
    ...mapQueries(live, client),
    ...panelQueries(live, client),
    live(
      gradeKey,
      (key) => askGrade(client, store.getState(), key),
      (grade) => ({ grade }),
    ),
    live(
      whyQueries,
      (queries) => askWhys(client, queries),
      (whys) => ({ lessonWhys: whys?.whys ?? [] }),
    ),
    // Last: it takes longest, and what is on show is asked for first.
    live(
      (state) => state.screen === 'workbench' || undefined,
      () => client.findings(),
      (findings) => ({ findings }),
      // It gives way to the next edit by itself.
      null,
    ),
  ];
  return store.subscribe(() => {
    for (const update of queries) update();
  });
}

/**
 * One question at a time: while it is open, changes are noted, and only the last one is asked next. What takes long is not
 * asked at every key: the engine would be busy with it when the next one comes.
 */
function createLiveQuery<Request, Answer extends { readonly snapshot: SnapshotId }>(
  store: StoreApi<WorkbenchState>,
  wanted: (state: WorkbenchState) => Request | undefined,
  ask: (request: Request) => Promise<Answer>,
  paint: (answer: Answer | undefined) => Painted,
  schedule: Schedule | null,
): () => void {
  let open = false;
  let took = 0;
  /** Of which analysis an answer is asked for after a pause; once the pause is over, of which it may be asked for. */
  let pausing: Analysis | undefined;
  let rested: Analysis | undefined;
  let cancelPause: () => void = () => undefined;
  // The analysis itself, not its snapshot's number: an engine that was replaced counts anew.
  let settled: { readonly analysis: Analysis; readonly request: string } | undefined;
  const update = () => {
    const state = store.getState();
    const { analysis } = state;
    const request = analysis && wanted(state);
    if (!analysis || request === undefined) {
      if (settled === undefined) return;
      settled = undefined;
      store.setState(paint(undefined));
      return;
    }
    const asked = { analysis, request: JSON.stringify(request) };
    if (open || (settled?.analysis === analysis && settled.request === asked.request)) return;
    const isEdit = settled !== undefined && settled.request === asked.request;
    if (schedule && isEdit && took > slowAnswer && rested !== analysis) {
      if (pausing === analysis) return;
      cancelPause();
      pausing = analysis;
      cancelPause = schedule(
        () => {
          rested = analysis;
          update();
        },
        Math.min(longestPause, took),
      );
      return;
    }
    open = true;
    const start = performance.now();
    ask(request)
      .then((answer) => {
        open = false;
        settled = asked;
        took = performance.now() - start;
        const shown = store.getState().analysis?.report.snapshot;
        if (answer.snapshot === shown && wanted(store.getState()) !== undefined) store.setState(paint(answer));
      })
      // The engine's status tells why; the question is asked again with the next snapshot.
      .catch(() => {
        open = false;
        settled = asked;
      })
      .then(update);
  };
  return update;
}

function pictureRequest(state: WorkbenchState): PictureRequest | undefined {
  if (state.screen !== 'workbench' || state.mapView !== 'graph' || !state.analysis) return undefined;
  const { namespaces } = state.analysis.report;
  const focus = focusOf(state);
  const asked = termsOf(state);
  const shown = shownNamespaces(state, namespaces);
  return {
    ports: state.ports,
    expandedNamespaces: openNamespaces(state, namespaces),
    ...(shown && { shownNamespaces: shown }),
    expandedWorkloads: state.expandedWorkloads,
    // Who asks for flows wants all that meet the query.
    edges: showsFlips(state) ? 'flips' : state.showUngoverned || asked.terms ? 'all' : 'governed',
    ...(focus !== undefined && !showsFlips(state) && { focus }),
    ...asked,
    limit: pictureLimit,
    ...(state.bundles && !state.arranged && { bundle: { from: bundleFrom, ...openBundle(state) } }),
  };
}

/** The bundle that is selected is drawn edge by edge. */
function openBundle({ selection }: WorkbenchState): Pick<BundleChoice, 'open'> {
  return selection?.type === 'edge' ? { open: [selection.source, selection.target] } : {};
}

/** For an edge, its source and what of the target it reaches. */
function nodeRequest(
  state: WorkbenchState,
): { readonly id: NodeId; readonly ports: PortScope; readonly toward?: NodeId } | undefined {
  const { selection } = state;
  if (!selection) return undefined;
  const { ports } = state;
  if (selection.type === 'node') return selection.id === OTHER_NAMESPACES ? undefined : { id: selection.id, ports };
  const { source, target } = selection;
  return source === OTHER_NAMESPACES || target === OTHER_NAMESPACES ? undefined : { id: source, ports, toward: target };
}

function reachRequest(state: WorkbenchState): ReachRequest | undefined {
  const { reachChoice, ports } = state;
  const id = focusOf(state);
  return reachChoice && id !== undefined ? { id, ports, ...reachChoice } : undefined;
}

function explainRequest(state: WorkbenchState): FlowQuery | undefined {
  return state.explainQuery;
}

function countsRequest({ screen, activeFile }: WorkbenchState): LookupRequest | undefined {
  return screen === 'workbench' && activeFile !== undefined ? { file: activeFile } : undefined;
}

function findsRequest({ selectorChoice }: WorkbenchState): LookupRequest | undefined {
  return selectorChoice;
}

function reviewRequest({ screen, reviewing, ports, tenantLabel }: WorkbenchState): ReviewRequest | undefined {
  if (screen !== 'workbench' || !reviewing) return undefined;
  return { ports, limit: reviewLimit, ...(tenantLabel === '' ? {} : { tenantLabel }) };
}

function focusOf({ selection }: WorkbenchState): NodeId | undefined {
  return selection?.type === 'node' && selection.id !== OTHER_NAMESPACES ? selection.id : undefined;
}
