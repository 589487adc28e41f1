// Lessons of the later tracks played by gestures: cards dragged on the board, changes reverted, remedies drafted, fixes applied.
import type { Locator, Page } from '@playwright/test';
import { expectGraded, expectPassed, goal, goOn, mistake, openLesson } from './lesson-page.ts';
import { expect, test } from './watched-test.ts';
import { chooseOfBaseline } from './workbench-page.ts';

const card = (page: Page, name: string): Locator =>
  page
    .getByTestId('tier-board')
    .getByRole('listitem')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first();

/** Drags a card to just before another one of its tier. */
async function dragBefore(page: Page, name: string, other: string): Promise<void> {
  await card(page, name).hover();
  await page.mouse.down();
  const to = await card(page, other).boundingBox();
  if (!to) throw new Error('no card');
  await page.mouse.move(to.x + 40, to.y + 12, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 4, { steps: 4 });
  await expect(page.getByTestId('drop-slot')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByTestId('drop-slot')).toHaveCount(0);
  await expectGraded(page);
}

/** Opens the explanation of a goal that fails, and drafts the first way that would allow its flow. */
async function draftWay(page: Page, name: string, flow: RegExp): Promise<void> {
  await goal(page, name)
    .getByRole('button', { name: /^Explain/ })
    .click();
  await page.getByTestId('explain').getByRole('button', { name: flow }).first().click();
  await expectGraded(page);
}

test('track 3: the Deny rule comes first by a fix, and an exception by a remedy', async ({ page }) => {
  await openLesson(page, 'order-and-first-match');
  await page.getByRole('button', { name: /^\d+ problems?$/ }).click();
  await page.getByRole('button', { name: /^Apply fix: Write order/ }).click();
  await expectPassed(page);
  await goOn(page);
  await draftWay(page, 'the batch job reads the metrics', /^Draft it: .* TCP 9187/);
  await expectPassed(page);
});

test('track 4: a change is taken back, and what it was for is drafted anew', async ({ page }) => {
  await openLesson(page, 'review-a-change');
  await chooseOfBaseline(page, /^Revert to baseline/);
  await expectGraded(page);
  await expect(mistake(page)).toContainText('Let the reports in.');
  await draftWay(page, 'the reports read the database', /^Draft it: .* TCP 5432 from analytics/);
  await expectPassed(page);
});

test('track 5: five cards are dragged into the right order, past the message of the first try', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLesson(page, 'the-right-order');
  await dragBefore(page, 'ops-may-in', 'teams-decide');
  await expect(mistake(page)).toContainText('even from the backup');
  await dragBefore(page, 'backups', 'private-data');
  await expectPassed(page);
});
