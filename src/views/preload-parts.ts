// Fetches and evaluates what the first picture needs while somebody looks at the start page.
import { editorPart } from './editor-part.ts';
import { learnPart } from './lesson/learn-part.ts';
import { boardPart, graphPart, matrixPart, posturePart } from './map/map-parts.ts';
import { whenIdle } from './when-idle.ts';
import { whenPainted } from './when-painted.ts';
import { workbenchPart } from './workbench-part.ts';

/**
 * One part at a time, each in an idle moment, in the order in which they are needed. Not Monaco, which is large and no part
 * of the first picture. Returns the function that ends it.
 */
export function preloadParts(): () => void {
  const parts = [workbenchPart, graphPart, editorPart, matrixPart, boardPart, learnPart, posturePart];
  let cancel = (): void => undefined;
  const next = (): void => {
    const part = parts.shift();
    if (part) cancel = whenIdle(() => void part.preload().then(next));
  };
  // The page is painted first: on a slow machine there is an idle moment before that.
  cancel = whenPainted(next);
  return () => {
    parts.length = 0;
    cancel();
  };
}
