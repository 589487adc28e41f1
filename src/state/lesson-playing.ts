// Going through the steps of a lesson: hints, the solution, starting over. Every change of files is one step of the history.
import { filesBefore, filesWith } from '../lessons/lesson-files.ts';
import { changesBetween, fileAt } from './file-list.ts';
import { keyOfPlace, playedStep } from './lesson-place.ts';
import { type LessonRecord, noRecord, withHints, withRecord } from './lesson-progress.ts';
import type { LessonSlice } from './lesson-slice.ts';
import { stepView } from './step-view.ts';
import type { WorkbenchState } from './workbench-state.ts';

type Playing = Pick<
  LessonSlice,
  | 'goToStep'
  | 'showStep'
  | 'takeHint'
  | 'showSolution'
  | 'applySolution'
  | 'resetStep'
  | 'startLessonAgain'
  | 'keepAnswer'
  | 'clearLessonProgress'
>;

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;

export function createLessonPlaying(set: Set, get: Get): Playing {
  const remember = (change: (record: LessonRecord) => Partial<LessonRecord>) => {
    const { lessonPlace, lessonProgress } = get();
    if (!lessonPlace) return;
    const key = keyOfPlace(lessonPlace);
    set({ lessonProgress: withRecord(lessonProgress, key, change(lessonProgress.get(key) ?? noRecord)) });
  };
  const answer = () => {
    const { lesson, files } = get();
    return lesson ? changesBetween(lesson.start, files) : [];
  };
  const showStep = () => showStepOf(set, get);

  return {
    showStep,
    goToStep(step) {
      const { lesson, lessonPlace } = get();
      if (!lesson?.steps[step] || !lessonPlace) return;
      const changes = answer();
      // What a step that was passed began with stays: whoever comes back to it may still reset it.
      remember(({ begun, passed }) => ({
        step,
        changes,
        ...(!(passed.includes(step) && begun[step]) && { begun: [...padded(begun, step), changes] }),
      }));
      set({ lessonPlace: { ...lessonPlace, step }, solutionShown: false, grade: undefined, lessonWhys: [] });
      showStep();
    },
    takeHint() {
      const played = playedStep(get());
      if (!played) return;
      const { lessonProgress } = get();
      const key = keyOfPlace(played.place);
      const seen = lessonProgress.get(key)?.hints[played.place.step] ?? 0;
      const most = played.step.hints.length;
      set({ lessonProgress: withHints(lessonProgress, key, played.place.step, Math.min(most, seen + 1)) });
    },
    showSolution: (solutionShown) => set({ solutionShown }),
    applySolution() {
      const played = playedStep(get());
      if (!played) return;
      set({ solutionShown: false });
      get().replaceFiles('Apply the solution', filesBefore(played.lesson, played.place.step + 1));
    },
    resetStep() {
      const played = playedStep(get());
      if (!played) return;
      const { step } = played.place;
      const begun = get().lessonProgress.get(keyOfPlace(played.place))?.begun ?? [];
      get().replaceFiles('Reset the step', filesWith(played.lesson.start, begun[step] ?? []));
      remember(() => ({ begun: begun.slice(0, step + 1) }));
      showStep();
    },
    startLessonAgain() {
      const { lesson, lessonPlace } = get();
      if (!lesson || !lessonPlace) return;
      get().replaceFiles('Start the lesson again', lesson.start);
      remember(() => ({ step: 0, begun: [] }));
      set({ lessonPlace: { ...lessonPlace, step: 0 }, solutionShown: false, grade: undefined, lessonWhys: [] });
      showStep();
    },
    keepAnswer() {
      const played = playedStep(get());
      if (played) remember(() => ({ step: played.place.step, changes: answer() }));
    },
    clearLessonProgress: () => set({ lessonProgress: new Map() }),
  };
}

function showStepOf(set: Set, get: Get): void {
  const played = playedStep(get());
  if (!played) return;
  const { open, view, look } = played.step;
  if (open !== undefined && fileAt(get().files, open)) get().selectFile(open);
  if (view === 'review') get().reviewDraft();
  else if (get().reviewing && view) get().leaveReview();
  if (look) get().select(undefined);
  set(stepView(played.step));
  // What is explained and drawn is what is graded.
  const pending = played.step.pending ? 'calico' : 'enforced';
  if (get().options.pending !== pending) void get().setOptions({ pending });
}

/** As long as that, however many steps were jumped over. */
const padded = <Item>(list: readonly (readonly Item[])[], length: number): readonly (readonly Item[])[] =>
  Array.from({ length }, (_, at) => list[at] ?? []);
