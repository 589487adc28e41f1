// Fetches what lessons need while nobody asks for anything, so that they work without a network afterwards.
import { fetchPolicyEditor } from '../../editor/fetch-policy-editor.ts';
import { allLessons } from '../../lessons/all-lessons.ts';
import { editorPart } from '../editor-part.ts';
import { boardPart, graphPart, matrixPart } from '../map/map-parts.ts';
import { openReviewPart, reviewPart } from '../review/review-part.ts';
import { whenIdle } from '../when-idle.ts';
import { workbenchPart } from '../workbench-part.ts';
import { lessonPart } from './lesson-part.ts';

const idle = (): Promise<void> => new Promise((resolve) => whenIdle(resolve));

/** One thing at a time, each in an idle moment; `done` once all of it is here. Returns the function that ends it. */
export function preloadLessons(done: () => void): () => void {
  let ended = false;
  const fetchAll = async () => {
    const parts = [workbenchPart, lessonPart, graphPart, editorPart, matrixPart, boardPart, reviewPart, openReviewPart];
    const tasks: readonly (() => Promise<unknown>)[] = [
      ...parts.map((part) => part.preload),
      () => import('../../state/lesson-source.ts'),
      () => import('../../lessons/lesson-template.ts'),
      ...allLessons.map(({ text }) => text),
      () => fetchPolicyEditor(idle),
    ];
    for (const task of tasks) {
      await idle();
      if (ended) return;
      await task();
    }
    if (!ended) done();
  };
  // What cannot be had now is fetched when it is wanted.
  fetchAll().catch(() => undefined);
  return () => {
    ended = true;
  };
}
