// The review that a page brings along as data, where it does (`sluice review`, a saved report), and where the work on it is kept: nowhere.
import type { ImportNotice } from '../importers/importer.ts';
import { changesBetween, type Files } from './file-list.ts';
import { readReviewInput } from './read-review-input.ts';
import type { OpenedReview } from './review-slice.ts';
import type { WorkspaceStorage } from './workspace-storage.ts';

/** `text`: what stands in the page's element `#sluice-review`. Undefined where it is empty, as it is unless something was put there. */
export function readPageReview(text: string | null | undefined): OpenedReview | 'unreadable' | undefined {
  if (!text?.trim()) return undefined;
  try {
    return readReviewInput(JSON.parse(text)) ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** What is said in place of one that cannot be read. */
export const unreadableReview: ImportNotice = {
  path: 'This page',
  severity: 'error',
  message: 'the review it brings cannot be read: it is damaged, or made by another version of Sluice',
};

/**
 * Storage of a page that brings its own data: what the browser keeps for the real page is neither read nor overwritten. Until
 * something is edited there is nothing to be kept.
 */
export function createPageStorage(head: Files): WorkspaceStorage {
  return {
    restore: async () => ({ workspace: undefined, keptAside: [], notice: undefined }),
    save: async ({ files }) => (changesBetween(head, files).length === 0 ? 'saved' : 'blocked'),
    keepLarge: () => undefined,
    keepAside: async () => [],
    openKeptAside: async () => undefined,
    readKeptAside: async () => '',
    discardKeptAside: async () => [],
    takeOver: async () => undefined,
    onOwner: (listener) => {
      listener('this-tab');
      return () => undefined;
    },
  };
}
