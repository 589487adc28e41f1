// A lesson as a person plays it: opened from the list, answered in the editor, graded beside it.
import { expect, type Locator, type Page } from '@playwright/test';
import { typeInstead } from './workbench-page.ts';

export const lesson = (page: Page): Locator => page.getByTestId('lesson');

/** The goals of the step on show, by the words of their name. */
export const goal = (page: Page, name: string | RegExp): Locator =>
  lesson(page).getByRole('list', { name: 'Goals of this step' }).getByRole('listitem').filter({ hasText: name });

/** Opens one of ours by its address. Waits until it is graded. */
export async function openLesson(page: Page, name: string): Promise<void> {
  await page.goto(`/#lesson=${name}`);
  await expectGraded(page);
}

/** Opens the list of lessons by its door on the start page. */
export async function openLessonList(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Learn zero trust' }).click();
  await expect(page.getByRole('heading', { name: 'Learn zero trust', level: 1 })).toBeVisible();
}

/** Opens a teacher's lesson from the list of lessons. */
export async function openLessonFile(page: Page, text: string, name = 'mine.lesson.yaml'): Promise<void> {
  await page.getByTestId('lesson-file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** Waits until the grade is of the text as typed. */
export async function expectGraded(page: Page): Promise<void> {
  await expect(page.getByTestId('lesson-state')).toHaveAttribute('data-stale', 'false');
}

/** The step on show is passed. */
export async function expectPassed(page: Page): Promise<void> {
  await expect(page.getByTestId('lesson-state')).toHaveAttribute('data-passed', 'true');
}

/** What the step tells of the mistake that it recognises. */
export const mistake = (page: Page): Locator => lesson(page).getByRole('note', { name: 'What is likely wrong' });

/** Puts the text into the file that the step speaks of, which is created where there is none. */
export async function answer(page: Page, text: string): Promise<void> {
  const create = lesson(page).getByRole('button', { name: /^Create / });
  if (await create.isVisible()) await create.click();
  await typeInstead(page, text);
  await expectGraded(page);
}

/** On to the next step, or the next lesson. */
export async function goOn(page: Page): Promise<void> {
  await page
    .getByTestId('lesson-state')
    .getByRole('button', { name: /^Next / })
    .click();
  await expectGraded(page);
}
