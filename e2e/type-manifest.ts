// Types a manifest key by key, as a person does who knows the editor: it indents new lines and offers words.
import { expect, type Locator, type Page } from '@playwright/test';
import { indentAfter } from '../src/editor/line-break.ts';

const suggestions = (page: Page): Locator => page.locator('.suggest-widget.visible');

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Whether the cursor comes to this line, counted from 1. */
async function isOnLine(page: Page, line: number): Promise<boolean> {
  const isThere = (wanted: string): boolean =>
    document.querySelector('[data-testid=editor] .active-line-number')?.textContent === wanted;
  const found = await page.waitForFunction(isThere, String(line), { timeout: 1000 }).catch(() => undefined);
  return found !== undefined;
}

/** Enter; and once more where the first one took a word that the editor just then offered. */
async function breakLine(page: Page, line: number): Promise<void> {
  if (await suggestions(page).isVisible()) await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  if (!(await isOnLine(page, line))) await page.keyboard.press('Enter');
}

/** Types the lines below those that are there. Leaves out what the editor indents by itself. */
export async function typeManifest(page: Page, text: string, there = ''): Promise<void> {
  const above = linesOf(there);
  let [before, count] = [above.at(-1) ?? '', above.length];
  for (const line of linesOf(text)) {
    if (count > 0) await breakLine(page, count + 1);
    const [given, wanted] = [indentAfter(before).length, line.length - line.trimStart().length];
    for (let column = given; column > wanted; column -= 2) await page.keyboard.press('Backspace');
    await page.keyboard.type(' '.repeat(Math.max(0, wanted - given)) + line.trimStart());
    before = line;
    count++;
  }
}

/** Types the first letters of a field in a new line, and takes it from what the editor offers. */
export async function completeField(page: Page, letters: string, field: string, there: string): Promise<void> {
  await typeManifest(page, letters, there);
  await expect(suggestions(page).getByRole('option', { name: new RegExp(`^${field}\\b`) })).toBeVisible();
  await page.keyboard.press('Enter');
}
