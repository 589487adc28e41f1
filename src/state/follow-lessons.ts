// Keeps progress in lessons in this browser: brought back at the start, written when something of it changes. A browser that blocks storage forgets it.
import type { StoreApi } from 'zustand';
import { readSetting, writeSetting } from './browser-setting.ts';
import { keyOfPlace } from './lesson-place.ts';
import { progressText, readProgress, withPassed } from './lesson-progress.ts';
import { type Schedule, scheduleInBrowser } from './schedule.ts';
import type { WorkbenchState } from './workbench-state.ts';

const setting = 'sluice-lessons';
/** Milliseconds without a key before the answer is kept. */
const quiet = 600;

/** A step is passed once the engine says so of the very texts on show. */
function passedStep({
  grade,
  lessonPlace,
  stale,
  lessonProgress,
}: WorkbenchState): Partial<WorkbenchState> | undefined {
  if (!lessonPlace || stale || !grade?.passed) return undefined;
  if (grade.step !== lessonPlace.step || grade.lesson !== keyOfPlace(lessonPlace)) return undefined;
  const progress = withPassed(lessonProgress, grade.lesson, grade.step);
  return progress === lessonProgress ? undefined : { lessonProgress: progress };
}

export function followLessons(store: StoreApi<WorkbenchState>, schedule: Schedule = scheduleInBrowser): void {
  store.setState({ lessonProgress: readProgress(readSetting(setting)) });
  let cancel: () => void = () => undefined;
  store.subscribe((state, before) => {
    if (state.lessonProgress !== before.lessonProgress) writeSetting(setting, progressText(state.lessonProgress));
    const passed = state.grade !== before.grade || state.stale !== before.stale ? passedStep(state) : undefined;
    if (passed) store.setState(passed);
    if (state.files === before.files || !state.lesson || state.lesson !== before.lesson) return;
    cancel();
    cancel = schedule(() => store.getState().keepAnswer(), quiet);
  });
}
