// The review and its opening dialog, whose code comes when they are first asked for.
import { codePart } from '../code-part.ts';

export const reviewPart = codePart(async () => (await import('./ReviewPanes.tsx')).ReviewPanes);
export const openReviewPart = codePart(async () => (await import('./OpenReviewDialog.tsx')).OpenReviewDialog);
