// Work survives: a reload, a second tab, a browser without storage, and a revert that was not meant.
import type { Page } from '@playwright/test';
import { expect, test } from './watched-test.ts';
import {
  chooseOfBaseline,
  editorText,
  expectImpact,
  graphNode,
  openDemo,
  openIngress,
  showFile,
  tab,
  typeInstead,
  workload,
} from './workbench-page.ts';

const openFile = (page: Page) => page.getByRole('navigation', { name: 'Open files' }).locator('[aria-current]');
const savedAs = (page: Page, words: string) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('title', words);
const saved = (page: Page) => savedAs(page, 'Saved in this browser');

/** Opens the demo and changes one policy: everything may reach the back end, which nothing but the front end's egress hinders. */
async function editDemo(page: Page): Promise<number> {
  await openDemo(page);
  return editPolicy(page);
}

async function editPolicy(page: Page): Promise<number> {
  await showFile(page, /3-allow-frontend-to-backend/);
  await typeInstead(page, openIngress('backend'));
  const impact = page.getByTestId('impact');
  await expect(impact).not.toHaveAttribute('data-opened', '0');
  await expect(impact).toHaveAttribute('data-stale', 'false');
  return Number(await impact.getAttribute('data-opened'));
}

test('text, baseline, file on show and view are back after a reload', async ({ page }) => {
  await openDemo(page);
  await tab(page, 'View', 'Table').click();
  const opened = await editPolicy(page);
  await saved(page);
  await page.reload();

  await expect(tab(page, 'View', 'Table')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Restored.')).toBeVisible();
  await expect(openFile(page)).toContainText('3-allow-frontend-to-backend.yaml');
  await expect(await editorText(page)).toContainText('open-backend');
  await expectImpact(page, opened, 0);
  // The baseline is still the demo as loaded, not the draft.
  await chooseOfBaseline(page, /Revert/);
  await expectImpact(page, 0, 0);
  await expect(await editorText(page)).toContainText('allow-frontend-to-backend');
});

test('a reload right after a keystroke loses nothing that was said to be saved', async ({ page }) => {
  await openDemo(page);
  await typeInstead(page, '# kept');
  await saved(page);
  await page.reload();
  await expect(await editorText(page)).toContainText('# kept');
});

test('a second tab does not clobber the first, and takes over when asked', async ({ page, context }) => {
  const opened = await editDemo(page);
  await saved(page);

  const second = await context.newPage();
  await second.goto('/');
  await expect(second.getByText('Another tab holds this workspace')).toBeVisible();
  await expectImpact(second, opened, 0);
  await showFile(second, /1-default-deny/);
  await typeInstead(second, '# from the second tab');
  await expect(second.getByRole('button', { name: 'Baseline: 2 files changed' })).toBeVisible();
  await savedAs(second, 'Not saved: another tab holds this workspace');

  await test.step('the first tab goes on saving its own', async () => {
    await typeInstead(page, openIngress('database'));
    await saved(page);
  });
  await test.step('the second takes over, and the first says so', async () => {
    await second.getByRole('button', { name: 'Take over' }).click();
    await saved(second);
    await expect(page.getByText('Another tab holds this workspace')).toBeVisible();
    await expect(await editorText(second)).toContainText('# from the second tab');
  });
  await test.step('what the second overwrote is kept aside', async () => {
    await second.getByRole('button', { name: 'Sluice' }).click();
    const kept = second.getByRole('region', { name: 'Kept workspaces' });
    await kept.getByRole('button', { name: 'Open' }).click();
    await expect(graphNode(second, workload('frontend'))).toBeVisible();
    await showFile(second, /3-allow-frontend-to-backend/);
    await expect(await editorText(second)).toContainText('open-database');
  });
});

test('without storage the work goes on in memory, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  const opened = await editDemo(page);
  await expectImpact(page, opened, 0);
  await expect(page.getByText('The browser does not store this workspace')).toBeVisible();
  await savedAs(page, 'Not saved');
});

test('revert drops the draft, and undo brings it back', async ({ page }) => {
  const opened = await editDemo(page);
  await chooseOfBaseline(page, /Revert/);
  await expectImpact(page, 0, 0);
  await expect(await editorText(page)).toContainText('allow-frontend-to-backend');
  await expect(page.getByRole('button', { name: 'Baseline: As loaded' })).toBeVisible();

  await chooseOfBaseline(page, /Undo revert/);
  await expectImpact(page, opened, 0);
  await expect(await editorText(page)).toContainText('open-backend');
});

test('other files do not throw edits away: the edited workspace is kept on the start page', async ({ page }) => {
  const opened = await editDemo(page);
  await page.getByRole('button', { name: 'Sluice' }).click();
  await page.getByTestId('demo').click();
  await expectImpact(page, 0, 0);
  await page.getByRole('button', { name: 'Sluice' }).click();
  const kept = page.getByRole('region', { name: 'Kept workspaces' });
  await expect(kept).toContainText('dev-app demo');
  await kept.getByRole('button', { name: 'Open' }).click();
  await expectImpact(page, opened, 0);
});
