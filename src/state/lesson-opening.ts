// Opening lessons and leaving them: by name, from a file, from a link; what was on show before comes back afterwards.
import type { Result } from '../base/result.ts';
import { filesWith } from '../lessons/lesson-files.ts';
import type { LessonPlace } from './lesson-place.ts';
import { lessonKey, withRecord } from './lesson-progress.ts';
import type { LessonSlice } from './lesson-slice.ts';
import type { FoundLesson, LessonProblem } from './lesson-source.ts';
import { stepView } from './step-view.ts';
import type { KeptAside, OpenedWorkspace, WorkbenchState } from './workbench-state.ts';

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;
type Opening = Pick<
  LessonSlice,
  | 'showLessons'
  | 'openLesson'
  | 'offerLesson'
  | 'followLessonLink'
  | 'acceptLesson'
  | 'declineLesson'
  | 'dismissLessonProblem'
  | 'loadLesson'
  | 'leaveLesson'
>;

const source = () => import('./lesson-source.ts');

/** The workspace on show, as it would be opened again. */
function workspaceNow({ name, files, baseline, options, activeFile }: WorkbenchState): OpenedWorkspace {
  return { name, files, baseline, options, activeFile };
}

interface Opener {
  play(found: FoundLesson): Promise<void>;
  /** What was on show before the lesson, where the browser stores nothing. */
  held(): OpenedWorkspace | undefined;
}

function createOpener(set: Set, get: Get, putAside: () => Promise<void>): Opener {
  let held: OpenedWorkspace | undefined;

  /** Keeps what is on show, edited or not: the files may be nowhere else. */
  const makeRoom = async (): Promise<LessonPlace['back']> => {
    const { lessonPlace, files, name, keptAside, saving } = get();
    if (lessonPlace) return lessonPlace.back;
    held = undefined;
    if (files.length === 0) return undefined;
    if (saving !== 'blocked' && saving !== 'other-tab') await putAside();
    const known = new Set(keptAside.map(({ id }) => id));
    const kept = get().keptAside.find((one: KeptAside) => !known.has(one.id) && one.readable);
    if (!kept) held = workspaceNow(get());
    return kept && { id: kept.id, name };
  };

  const play = async ({ lesson, own }: FoundLesson) => {
    get().keepAnswer();
    const known = get().lessonProgress.get(lessonKey(lesson.name, own !== undefined));
    const back = await makeRoom();
    const step = Math.min(known?.step ?? 0, lesson.steps.length - 1);
    const lessonPlace = { name: lesson.name, step, ...(own && { own }), ...(back && { back }) };
    const shown = lesson.steps[step];
    const lessonProgress = withRecord(get().lessonProgress, lessonKey(lesson.name, own !== undefined), {
      steps: lesson.steps.length,
      step,
    });
    set({ lessonOffer: undefined, lessonProblem: undefined, lessonProgress });
    const opened = get().openWorkspace({
      name: lesson.title,
      files: known && known.changes.length > 0 ? filesWith(lesson.start, known.changes) : lesson.start,
      baseline: lesson.baseline ?? lesson.start,
      options: { ...lesson.options, ...(shown?.pending && { pending: 'calico' }) },
      activeFile: shown?.open,
      view: shown ? stepView(shown) : {},
      lesson: { lessonPlace, lesson },
    });
    if (shown?.view === 'review') get().showStep();
    await opened;
  };

  return { play, held: () => held };
}

export function createLessonOpening(set: Set, get: Get, putAside: () => Promise<void>): Opening {
  const { play, held } = createOpener(set, get, putAside);
  const playOrTell = async (found: Result<FoundLesson, LessonProblem>) => {
    if (found.ok) await play(found.value);
    else set({ lessonProblem: found.error, lessonOffer: undefined, screen: 'learn' });
  };

  /** A teacher's lesson does not take the place of other work unasked. */
  const playOrAsk = async (found: Result<FoundLesson, LessonProblem>) => {
    const { files, lessonPlace } = get();
    if (found.ok && files.length > 0 && !lessonPlace) set({ lessonOffer: found.value, lessonProblem: undefined });
    else await playOrTell(found);
  };

  return {
    showLessons() {
      get().keepAnswer();
      set({ screen: 'learn', lessonProblem: undefined });
    },
    openLesson: async (name) => playOrTell(await (await source()).findLesson(name)),
    offerLesson: async (file) => playOrAsk((await source()).ownLesson(file)),
    async followLessonLink(fragment) {
      const [, name] = /^lesson=(.*)$/s.exec(fragment) ?? [];
      if (name !== undefined) await get().openLesson(nameIn(name));
      else if (fragment.startsWith('lesson-file=')) await playOrAsk(await (await source()).packedLesson(fragment));
      else return false;
      return true;
    },
    async acceptLesson() {
      const { lessonOffer } = get();
      if (lessonOffer) await play(lessonOffer);
    },
    declineLesson: () => set({ lessonOffer: undefined }),
    dismissLessonProblem: () => set({ lessonProblem: undefined }),
    loadLesson: () => loadLesson(set, get),
    async leaveLesson() {
      get().keepAnswer();
      const { back } = get().lessonPlace ?? {};
      const before = held();
      if (back) await get().openKeptAside(back.id);
      else if (before) await get().openWorkspace(before);
      const { lessonPlace, saving } = get();
      if (lessonPlace) set({ screen: 'learn' });
      else if (back && saving !== 'blocked' && saving !== 'other-tab') await get().discardKeptAside(back.id);
    },
  };
}

/** Whatever the address says: a damaged name is no lesson's. */
function nameIn(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function loadLesson(set: Set, get: Get): Promise<void> {
  const { lessonPlace: place, lesson } = get();
  if (!place || lesson?.name === place.name) return;
  const { findLesson, ownLesson } = await source();
  const found = place.own ? ownLesson(place.own) : await findLesson(place.name);
  // Something else was opened meanwhile.
  if (get().lessonPlace !== place) return;
  if (!found.ok) set({ lessonPlace: undefined, lessonProblem: found.error });
  else {
    const step = Math.min(place.step, found.value.lesson.steps.length - 1);
    set({ lesson: found.value.lesson, lessonPlace: { ...place, step } });
  }
}
