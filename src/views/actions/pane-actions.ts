// Actions on the panes: hide, show, give the map the window, sizes as at first.
import { isPaneShown } from '../../state/shell-slice.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { wideWindow } from '../use-media.ts';
import { type Action, action } from './action.ts';

const isListShown = (state: WorkbenchState): boolean =>
  matchMedia(wideWindow).matches ? isPaneShown(state, 'list') : state.drawerOpen;

export const paneActions: readonly Action[] = [
  {
    id: 'panes.list',
    group: 'Panes',
    label: (state) => `${isListShown(state) ? 'Hide' : 'Show'} policies and files`,
    does: 'Policies and files, on and off',
    keys: ['1'],
    run(state) {
      if (matchMedia(wideWindow).matches) state.showPane('list', !isPaneShown(state, 'list'));
      else state.setDrawer(!state.drawerOpen);
    },
  },
  {
    id: 'panes.editor',
    group: 'Panes',
    label: (state) => `${isPaneShown(state, 'editor') ? 'Hide' : 'Show'} the editor`,
    does: 'Editor, on and off',
    keys: ['2'],
    run: (state) => state.showPane('editor', !isPaneShown(state, 'editor')),
  },
  {
    id: 'panes.map',
    group: 'Panes',
    label: ({ mapOnly }) => (mapOnly ? 'Show all panes' : 'Give the map the whole window'),
    detail: 'Maximise',
    does: 'The map alone, and back',
    keys: ['w'],
    run: (state) => state.setMapOnly(!state.mapOnly),
  },
  action({
    id: 'panes.reset',
    group: 'Panes',
    label: 'Reset the panes',
    detail: 'All shown, sizes as at first',
    keys: ['0'],
    run: (state) => state.resetPanes(),
  }),
];
