// A cluster of 320 namespaces and 3,200 workloads: the map stays within what can be drawn, the matrix shows all, search finds any pod.
import type { Page } from '@playwright/test';
import { axeViolations } from './axe-violations.ts';
import { largeCluster, largePolicies, namespaceName, openEverywhere } from './large-cluster.ts';
import { expect, test } from './watched-test.ts';
import { expectImpact, graphNode, openTexts, showFile, tab, typeInstead } from './workbench-page.ts';

/** The file that is edited; it holds the only policy of a namespace that was open before. */
const EDITED = 'zz-edited.yaml';

/** More namespaces than the graph draws: it opens on the matrix. */
async function openLarge(page: Page): Promise<void> {
  const texts = { 'cluster.json': largeCluster(), 'policies.yaml': largePolicies(), [EDITED]: '# empty\n' };
  await openTexts(page, texts);
  await expect(page.getByTestId('matrix')).toBeVisible();
}

async function openLargeGraph(page: Page): Promise<void> {
  await openLarge(page);
  await tab(page, 'View', 'Graph').click();
  await expect(graphNode(page, `namespace:${namespaceName(0)}`)).toBeVisible();
}

/** What is said of the cell that the keys are on; asked at once, for the cell goes when they move on. */
function activeCell(page: Page): Promise<string> {
  return page.getByTestId('matrix').evaluate((matrix) => {
    const id = matrix.getAttribute('aria-activedescendant');
    return (id && document.getElementById(id)?.textContent) || '';
  });
}

test('the graph draws no more than it can, and gathers the other namespaces in one node', async ({ page }) => {
  await openLargeGraph(page);
  const graph = page.getByTestId('graph');
  await expect(graph.locator('[data-edge-id]').first()).toBeAttached();
  expect(await graph.locator('[data-node-id]').count()).toBeLessThanOrEqual(310);
  expect(await graph.locator('[data-edge-id]').count()).toBeLessThanOrEqual(600);
  await expect(graphNode(page, 'namespaces:others')).toContainText('21 more namespaces');
});

test('search finds any pod by name and address, and opens the way to it', async ({ page }) => {
  await openLargeGraph(page);
  const field = page.getByRole('combobox', { name: 'Search or act' });
  await field.fill('search-7f9c-3');
  await expect(page.getByRole('option').first()).toContainText(`Pod of Deployment search in ${namespaceName(123)}`);
  await field.press('Enter');
  await expect(page.getByRole('region', { name: 'Detail' })).toContainText('Pod of Deployment search');
  await expect(graphNode(page, `pod:${namespaceName(123)}/search-7f9c-3`)).toBeVisible();
  await field.fill('10.20.4.7');
  await expect(page.getByRole('option').first()).toContainText('search-7f9c-4');
});

test('the matrix answers to keys: cells in words, and the flows behind them', async ({ page }) => {
  await openLarge(page);
  const matrix = page.getByTestId('matrix');
  await matrix.focus();
  await matrix.press('Home');
  await matrix.press('ArrowDown');
  await expect.poll(() => activeCell(page)).toBe('team-001 to team-000, allowed: 100 of 100 pairs allowed, TCP 8080');
  await matrix.press('ArrowDown');
  await expect.poll(() => activeCell(page)).toBe('team-002 to team-000, denied: 0 of 100 pairs allowed');
  await matrix.press('ArrowUp');
  await matrix.press('Enter');
  const detail = page.getByRole('region', { name: 'Detail' });
  await expect(detail.getByRole('heading', { name: 'team-001 to team-000' })).toBeVisible();
  await expect(detail).toContainText('100 flows');
  await matrix.press('Shift+End');
  await expect.poll(() => activeCell(page)).toContain('team-001 to Internet');
  expect(await axeViolations(page, 'section[aria-label="Matrix"]')).toEqual([]);
});

test('an edit shows its flips in the matrix, and in a table that holds the first of very many', async ({ page }) => {
  await openLarge(page);
  await showFile(page, /zz-edited/);
  await typeInstead(page, openEverywhere(10));
  // From every workload but those that may already, and from the Internet.
  await expectImpact(page, (3200 - 10 + 1) * 10, 0);
  await tab(page, 'View', 'Matrix').click();
  const matrix = page.getByTestId('matrix');
  await matrix.focus();
  for (let step = 0; step < 10; step++) await matrix.press('ArrowRight');
  await expect
    .poll(() => activeCell(page))
    .toContain('team-000 to team-010, allowed: 100 of 100 pairs allowed, TCP 8080 flips: 100 opened');
  await page.getByLabel('only what changes').check();
  await tab(page, 'View', 'Table').click();
  await expect(page.getByText('More than 20,000 flips')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Flips' })).toHaveAttribute('aria-rowcount', '20001');
});

test('the matrix is drawn: pointing at a cell tells it, and the wheel goes closer', async ({ page }) => {
  await openLarge(page);
  const matrix = page.getByTestId('matrix');
  const box = await matrix.boundingBox();
  if (!box) throw new Error('the matrix has a place');
  await page.mouse.move(box.x + 132 + 40, box.y + 96 + 30);
  const tip = page.locator('[aria-hidden="true"]', { hasText: /pairs allowed/ });
  await expect(tip).toBeVisible();
  const before = await activeCell(page);
  await page.mouse.wheel(0, -1200);
  // The cell under the pointer stays there.
  await page.mouse.move(box.x + 132 + 41, box.y + 96 + 30);
  await expect.poll(() => activeCell(page)).toBe(before);
  const shades = await matrix.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const found = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4 * 97) found.add(`${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`);
    return found.size;
  });
  expect(shades).toBeGreaterThan(3);
});
