// Actions that bring a review into the page from elsewhere, and take one out of it.
import { canSaveReport, saveReport } from '../review-ways/save-report.ts';
import { type Action, action } from './action.ts';

export const reportActions: readonly Action[] = canSaveReport
  ? [
      action({
        id: 'review.report',
        group: 'Workspace',
        label: 'Save the change as HTML',
        detail: 'One file with baseline and draft inside that opens anywhere, offline; report, export, review',
        isOffered: (state) => !state.files.some((file) => file.large),
        run: (state) => void saveReport(state),
      }),
    ]
  : [];
