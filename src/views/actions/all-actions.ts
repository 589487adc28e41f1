// Everything that can be done, in one list: keys, palette, menus and the list of keys are made from it.
import type { Action } from './action.ts';
import { editActions } from './edit-actions.ts';
import { findActions } from './find-actions.ts';
import { lessonActions } from './lesson-actions.ts';
import { lookActions } from './look-actions.ts';
import { mapActions } from './map-actions.ts';
import { paneActions } from './pane-actions.ts';
import { readingActions } from './reading-actions.ts';
import { reportActions } from './report-actions.ts';
import { templateActions } from './template-actions.ts';
import { workspaceActions } from './workspace-actions.ts';

export const allActions: readonly Action[] = [
  ...findActions,
  ...editActions,
  ...templateActions,
  ...mapActions,
  ...paneActions,
  ...readingActions,
  ...lookActions,
  ...workspaceActions,
  ...lessonActions,
  ...reportActions,
];
