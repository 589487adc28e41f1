// Back and forward of the browser: an entry for each deliberate step from one place of the workbench to another. Entries hold the place, never a manifest.
import type { StoreApi } from 'zustand';
import type { Selection, WorkbenchState } from './workbench-state.ts';

/** What back and forward lead to. */
type Place = Pick<WorkbenchState, 'screen' | 'mapView' | 'selection' | 'explainQuery'>;

/** The part of a window that is needed: the browser's own, or a test's. */
export interface HistoryWindow {
  readonly history: Pick<History, 'state' | 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate', listener: (event: { readonly state: unknown }) => void): void;
}

const placeOf = ({ screen, mapView, selection, explainQuery }: WorkbenchState): Place => ({
  screen,
  mapView,
  selection,
  explainQuery,
});
const isSame = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Starts to follow once the page is there; `defer` joins what one task changes to one step. */
export function followPageHistory(
  store: StoreApi<WorkbenchState>,
  page: HistoryWindow,
  defer: (task: () => void) => void = queueMicrotask,
): void {
  let shown: Place | undefined;
  let waiting = false;
  /** The workspace of the entries; those of another one lead nowhere. */
  let workspace = store.getState().baseline;

  const write = () => {
    waiting = false;
    const state = store.getState();
    const place = placeOf(state);
    const isNew = shown !== undefined && !isSame(shown, place);
    const isFirst = shown === undefined;
    shown = place;
    const entry = { sluice: place };
    if (isFirst) page.history.replaceState(entry, '');
    else if (isNew) page.history.pushState(entry, '');
    workspace = state.baseline;
  };
  store.subscribe((state) => {
    if (state.restoring || waiting || (shown && isSame(shown, placeOf(state)))) return;
    waiting = true;
    defer(write);
  });
  page.addEventListener('popstate', ({ state: entry }) => {
    const place = readPlace(entry);
    const { files, baseline } = store.getState();
    if (!place) return;
    const screen = files.length > 0 || place.screen === 'learn' ? place.screen : 'start';
    const known = baseline === workspace ? place : { mapView: place.mapView };
    shown = { ...placeOf(store.getState()), ...known, screen };
    store.setState(shown);
  });
}

/** An entry that this page wrote, perhaps in an earlier version. */
function readPlace(entry: unknown): Place | undefined {
  const place = typeof entry === 'object' && entry !== null && 'sluice' in entry ? entry.sluice : undefined;
  if (typeof place !== 'object' || place === null || !('screen' in place) || !('mapView' in place)) return undefined;
  const { mapView } = place;
  const screen = (['start', 'learn', 'workbench'] as const).find((known) => known === place.screen);
  const views = ['graph', 'matrix', 'table', 'tiers', 'posture'] as const;
  const view = views.find((known) => known === mapView);
  if (screen === undefined || view === undefined) return undefined;
  const selection = 'selection' in place ? (place.selection as Selection | undefined) : undefined;
  const query = 'explainQuery' in place ? (place.explainQuery as WorkbenchState['explainQuery']) : undefined;
  return { screen, mapView: view, selection, explainQuery: query };
}
