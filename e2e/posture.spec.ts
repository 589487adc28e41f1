// The posture as a person reads it: by keyboard to what a number counts, and what an edit changes of it.
import { axeViolations } from './axe-violations.ts';
import { openPlatform } from './open-platform.ts';
import { expect, test } from './watched-test.ts';
import { openDemo, openIngress, showFile, tab, typeInstead } from './workbench-page.ts';

test('a number leads to the flows it counts, by keys alone', async ({ page }) => {
  await openPlatform(page);
  await page.keyboard.press('o');
  const table = page.getByRole('grid', { name: 'Posture by namespace' });
  await expect(table.getByRole('button', { name: 'Show warehouse in the graph' })).toBeVisible();
  expect(await axeViolations(page, '#map-view')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeViolations(page, '#map-view', 'colours')).toEqual([]);
  await page.getByText('only what is open').click();
  await expect(page.getByRole('status').filter({ hasText: 'of 12 namespaces' })).toBeVisible();
  await table.focus();
  // From the first name to the heading `From Internet`, the most first, and down to the number.
  await page.keyboard.press('ArrowUp');
  for (let column = 0; column < 4; column++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: /From Internet/ })).toHaveAttribute('aria-sort', 'descending');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(tab(page, 'View', 'Table')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('combobox', { name: 'Filter flows' })).toHaveValue(
    'from:internet to:ingress/* verdict:allowed,unknown',
  );
});

test('an edit that opens a namespace is marked against the baseline', async ({ page }) => {
  await openDemo(page);
  await tab(page, 'View', 'Posture').click();
  const ingress = page
    .getByTestId('posture-table')
    .getByRole('button', { name: /pods are closed to ingress/ })
    .first();
  await expect(ingress).toHaveText('closed');
  await showFile(page, /1-default-deny/);
  await typeInstead(page, openIngress('frontend'));
  await expect(ingress).toContainText('▲');
  await expect(ingress).toHaveAccessibleName(/before$/);
});
