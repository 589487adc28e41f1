// Actions on the workspace as a whole: what was read, a link to it, help, the start page.
import { type Action, action } from './action.ts';

export const workspaceActions: readonly Action[] = [
  action({
    id: 'workspace.report',
    group: 'Workspace',
    label: 'Open the load report',
    detail: 'Files, kinds, problems, assumptions, missing facts',
    keys: ['r'],
    run: (state) => state.setToggle('loadReportOpen', true),
  }),
  {
    id: 'workspace.review',
    group: 'Workspace',
    label: ({ reviewing }) => (reviewing ? 'Leave the review' : 'Review the changes'),
    detail: 'What the draft opens and closes, and which lines make it; pull request, diff',
    does: 'Review the changes, and back to the editor',
    keys: ['v'],
    run: (state) => (state.reviewing ? state.leaveReview() : state.reviewDraft()),
  },
  action({
    id: 'workspace.open-review',
    group: 'Workspace',
    label: 'Review a change',
    detail: 'Base and head as folders, archives, lists or a patch; pull request',
    run: (state) => state.chooseReview(true),
  }),
  action({
    id: 'workspace.link',
    group: 'Workspace',
    label: 'Copy link',
    detail: 'An address that holds the manifests and what is on show; share',
    run: (state) => state.showDialog('link'),
  }),
  action({
    id: 'workspace.help',
    group: 'Workspace',
    label: 'Show keys and help',
    does: 'This list',
    keys: ['?'],
    run: (state) => state.showDialog('help'),
  }),
  action({
    id: 'workspace.start',
    group: 'Workspace',
    label: 'Go to the start page',
    detail: 'Open other files; the work is kept',
    run: (state) => state.closeWorkspace(),
  }),
];
