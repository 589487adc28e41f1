// Lessons in the store: what makes room for what, what comes back, and that nothing typed is lost.
import { describe, expect, it } from 'vitest';
import { lessonTemplate } from '../lessons/lesson-template.ts';
import { createFakeEngine, emptyGrade } from '../testing/fake-engine-client.ts';
import { createMemoryLocks, createMemoryStore } from '../testing/memory-storage.ts';
import { createBrowserStorage } from './browser-storage.ts';
import { createWorkbench } from './create-workbench.ts';
import { followLessons } from './follow-lessons.ts';
import { createPageStorage } from './page-review.ts';
import { TabOwnership } from './tab-ownership.ts';

const mine = [{ path: 'mine.yaml', text: 'kind: Mine\n' }];
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

async function openTab(
  data = createMemoryStore(),
  storage = createBrowserStorage(data, new TabOwnership(createMemoryLocks())),
) {
  const engine = createFakeEngine();
  const store = createWorkbench(engine.client, storage, () => () => undefined);
  followLessons(store, () => () => undefined);
  const state = store.getState;
  await state().restore();
  await settle();
  return { store, engine, state, data, paths: () => state().files.map(({ path }) => path) };
}

async function inLesson() {
  const tab = await openTab();
  await tab.state().openFiles('mine', mine);
  await tab.state().offerLesson(lessonTemplate);
  await tab.state().acceptLesson();
  return tab;
}

describe('a teacher’s lesson', () => {
  it('opens at once where there is nothing else, and asks where there is', async () => {
    const tab = await openTab();
    await tab.state().offerLesson(lessonTemplate);
    expect(tab.state()).toMatchObject({ screen: 'workbench', name: 'Only the web tier reads the database' });
    expect(tab.paths()).toEqual(['cluster/shop.yaml']);

    const other = await openTab();
    await other.state().openFiles('mine', mine);
    await other.state().offerLesson(lessonTemplate);
    expect(other.state().lessonOffer?.lesson.name).toBe('only-the-web');
    other.state().declineLesson();
    expect([other.state().lessonPlace, other.paths()]).toEqual([undefined, ['mine.yaml']]);
  });
  it('that is damaged is told of with its places, and replaces nothing', async () => {
    const { state, paths } = await openTab();
    await state().openFiles('mine', mine);
    await state().offerLesson({ path: 'bad.lesson.yaml', text: lessonTemplate.text.replace('title:', 'titel:') });
    const place = expect.objectContaining({ file: 'bad.lesson.yaml', line: 7, column: 1 });
    expect(state().lessonProblem?.faults).toContainEqual(place);
    expect([state().screen, paths()]).toEqual(['learn', ['mine.yaml']]);
  });
  it('among dropped files is no manifest', async () => {
    const { state, paths } = await openTab();
    const entries = [lessonTemplate, ...mine].map(({ path, text }) => {
      return { path, size: text.length, bytes: async () => new TextEncoder().encode(text) };
    });
    await state().importEntries(entries, 'new');
    expect([paths(), state().lessonOffer?.lesson.name]).toEqual([['mine.yaml'], 'only-the-web']);
  });
});

describe('a link', () => {
  it('to no lesson of ours names the nearest', async () => {
    const { state } = await openTab();
    expect(await state().followLessonLink('lesson=defualt-deny')).toBe(true);
    expect(state().lessonProblem).toMatchObject({ nearest: 'default-deny' });
    expect(await state().followLessonLink('s=1.x')).toBe(false);
  });
  it.each(['lesson-file=', 'lesson-file=2.AAAA', 'lesson-file=1.!', 'lesson-file=1.AAAA', 'lesson=%'])(
    'that is damaged (%s) opens nothing',
    async (fragment) => {
      const { state } = await openTab();
      await state().followLessonLink(fragment);
      expect([state().lessonProblem?.sentence, state().lessonPlace]).toEqual([expect.stringMatching(/\.$/), undefined]);
    },
  );
});

describe('playing', () => {
  it('uses the solution and resets as one step of the history each', async () => {
    const { state, paths } = await inLesson();
    state().createFile('policies/mine.yaml', 'a');
    state().applySolution();
    expect(paths()).toEqual(['cluster/shop.yaml', 'policies/database.yaml']);
    state().resetStep();
    expect(paths()).toEqual(['cluster/shop.yaml']);
    state().undo();
    state().undo();
    expect(paths()).toEqual(['cluster/shop.yaml', 'policies/mine.yaml']);
    state().startLessonAgain();
    expect(state().undoSteps.at(-1)?.label).toBe('Start the lesson again');
  });
  it('counts hints up to the last one', async () => {
    const { state } = await inLesson();
    for (let at = 0; at < 5; at++) state().takeHint();
    expect(state().lessonProgress.get('own:only-the-web')?.hints).toEqual([3]);
  });
  it('marks a step as passed by a grade of that very step and text', async () => {
    const { store, state } = await inLesson();
    const passed = { ...emptyGrade(1), passed: true, step: 0 };
    const known = () => state().lessonProgress.get('own:only-the-web')?.passed;
    store.setState({ grade: { ...passed, lesson: 'only-the-web' } });
    store.setState({ stale: true, grade: { ...passed, lesson: 'own:only-the-web' } });
    expect(known()).toEqual([]);
    store.setState({ stale: false });
    expect(known()).toEqual([0]);
  });
});

describe('leaving', () => {
  it('brings back what was there, edited or not, and keeps the answer', async () => {
    const { state, paths } = await inLesson();
    state().createFile('policies/mine.yaml', 'a');
    await state().leaveLesson();
    expect([state().name, paths(), state().lessonPlace, state().keptAside]).toEqual([
      'mine',
      ['mine.yaml'],
      undefined,
      [],
    ]);
    await state().offerLesson(lessonTemplate);
    await state().acceptLesson();
    expect(paths()).toEqual(['cluster/shop.yaml', 'policies/mine.yaml']);
  });
  it('does so where the browser stores nothing, too', async () => {
    const { state, paths } = await openTab(createMemoryStore(), createPageStorage([]));
    await state().openFiles('mine', mine);
    await state().offerLesson(lessonTemplate);
    await state().acceptLesson();
    expect(paths()).toEqual(['cluster/shop.yaml']);
    await state().leaveLesson();
    expect([state().name, paths()]).toEqual(['mine', ['mine.yaml']]);
  });
  it('leads to the list of lessons where nothing was there, and the lesson stays', async () => {
    const { state } = await openTab();
    await state().offerLesson(lessonTemplate);
    await state().leaveLesson();
    expect([state().screen, state().lessonPlace?.name]).toEqual(['learn', 'only-the-web']);
  });
});

it('goes on after a reload where it was', async () => {
  const { data } = await inLesson();
  await settle();
  const next = await openTab(data);
  await next.state().loadLesson();
  expect(next.state().lesson?.name).toBe('only-the-web');
  expect(next.state().lessonPlace?.back?.name).toBe('mine');
  expect(next.paths()).toContain('cluster/shop.yaml');
});
