// The matrix: namespaces that open to their workloads, by pointer and by keys; order, changes, and what is selected.
import type { Page } from '@playwright/test';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './watched-test.ts';
import { openDemo, showFile, tab, typeInstead, workload } from './workbench-page.ts';

const matrix = (page: Page) => page.getByTestId('matrix');
const headings = (page: Page) => matrix(page).getByRole('rowheader').allInnerTexts();
/** What is told of the cell or heading that the keys are on. */
async function active(page: Page): Promise<string> {
  const id = await matrix(page).getAttribute('aria-activedescendant');
  return (await page.locator(`[id="${id}"]`).textContent()) ?? '';
}

test('namespaces open to their workloads and close, by keys and by pointer', async ({ page }) => {
  await openDemo(page);
  await page.keyboard.press('m');
  await expect.poll(() => headings(page)).toContain('dev-app/frontend');
  await page.getByRole('button', { name: 'Collapse all' }).click();
  await expect.poll(() => headings(page)).not.toContain('dev-app/frontend');
  const closed = matrix(page).getByRole('rowheader', { name: 'dev-app', exact: true });
  await expect(closed).toHaveAttribute('aria-expanded', 'false');
  await expect(matrix(page)).toHaveAttribute('aria-rowcount', '5');

  await matrix(page).focus();
  await matrix(page).press('ArrowLeft');
  await expect.poll(() => active(page)).toBe('dev-app');
  await matrix(page).press('Enter');
  await expect(closed).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(() => headings(page)).toContain('dev-app/frontend');

  await matrix(page).click({ position: { x: 40, y: (await matrixHead(page)) + 8 } });
  await expect(closed).toHaveAttribute('aria-expanded', 'false');
  expect(await axeViolations(page, '#map-view')).toEqual([]);
});

/** Pixels from the top of the matrix to its first row: where the first cell that a pointer meets begins. */
async function matrixHead(page: Page): Promise<number> {
  const box = await matrix(page).boundingBox();
  if (!box) throw new Error('the matrix has a place');
  for (let y = 40; y < 220; y += 4) {
    await page.mouse.move(box.x + 300, box.y + y);
    const tip = page.locator('[aria-hidden="true"]', { hasText: /pairs? allowed|no flow is possible/ });
    if ((await tip.count()) > 0) return y;
  }
  throw new Error('no cell is met');
}

test('cells tell ports and verdicts, open their flows, and show what changes', async ({ page }) => {
  await openDemo(page);
  await page.keyboard.press('m');
  const cell = (name: RegExp) => matrix(page).getByRole('gridcell', { name });
  await expect(cell(/^dev-app\/frontend to kube-system\/coredns, allowed: 1 of 1 pair allowed, UDP 53/)).toBeAttached();
  await page.getByRole('combobox', { name: 'Filter flows' }).fill('to:kube-system/* protocol:udp');
  await expect(cell(/^dev-app\/frontend to dev-app\/backend, no flow/)).toBeAttached();
  await page.getByRole('button', { name: 'Clear the filter' }).click();

  await matrix(page).focus();
  await matrix(page).press('Enter');
  await expect(page.getByRole('region', { name: 'Detail' }).getByRole('heading', { level: 2 })).toContainText(
    'dev-app',
  );
  await tab(page, 'View', 'Table').click();
  await expect(page.getByText(/^Only from/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');

  await showFile(page, /5-allow-dns-egress/);
  await typeInstead(page, '# no policy any more\n');
  await expect(cell(/frontend to kube-system\/coredns.*flips: 1 closed/)).toBeAttached();
});

test('what is selected in the graph is where the matrix and the table look', async ({ page }) => {
  await openDemo(page);
  await page
    .getByTestId('graph')
    .locator(`[data-node-id="${workload('frontend')}"]`)
    .click();
  await page.keyboard.press('m');
  await page.getByRole('toolbar', { name: 'Matrix' }).getByRole('button', { name: 'Hide unrelated' }).click();
  await expect.poll(() => headings(page)).not.toContain('dev-app/database');
  await page.getByLabel('Sort').selectOption('openness');
  await expect.poll(() => headings(page)).toContain('dev-app/frontend');
  await tab(page, 'View', 'Table').click();
  await expect(page.getByText('Only from or to')).toBeVisible();
});
