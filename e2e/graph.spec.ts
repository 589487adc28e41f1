// The craft of the graph: reach, bundles, layers and views, arranging, export, and the keyboard alone.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeViolations } from './axe-violations.ts';
import { openPlatform } from './open-platform.ts';
import { expect, test } from './watched-test.ts';
import { graphEdge, graphNode, openDemo, openIngress, typeInstead, workload } from './workbench-page.ts';

/** Opens the platform, whose namespaces begin closed. */
const openClosed = async (page: Page) => {
  await openPlatform(page);
  const close = page.getByRole('dialog', { name: 'Load report' }).getByRole('button', { name: 'Close' });
  if (await close.isVisible()) await close.click();
};

/** Opens the platform, and all of its namespaces. */
const openAll = async (page: Page) => {
  await openClosed(page);
  await page.getByRole('button', { name: 'Expand all' }).click();
  await expect(graphNode(page, 'workload:orders/Deployment/orders-api')).toBeVisible();
};

/** Whether nodes lie within the window over the picture as a whole. */
async function isOnMap(page: Page, ...ids: readonly string[]): Promise<boolean> {
  const map = await page.getByTestId('graph').boundingBox();
  const boxes = await Promise.all(ids.map((id) => graphNode(page, id).boundingBox()));
  return boxes.every(
    (box) =>
      map !== null &&
      box !== null &&
      box.x >= map.x &&
      box.y >= map.y &&
      box.x + box.width <= map.x + map.width &&
      box.y + box.height <= map.y + map.height,
  );
}

test('reach says how far a breach goes, on the nodes and in a sentence', async ({ page }) => {
  await openDemo(page);
  await graphNode(page, workload('frontend')).click();
  const reach = page.getByRole('region', { name: 'Reach' });
  await reach.getByRole('button', { name: 'What it can reach' }).click();
  await expect(reach).toContainText(/A breach of dev-app\/frontend reaches .* in 2 hops/);
  const coredns = graphNode(page, workload('coredns', 'kube-system'));
  await expect(coredns).toHaveAttribute('data-hop', '1');
  await expect(coredns).toHaveAccessibleName(/1 hop away/);
  await expect(graphNode(page, workload('database'))).toHaveAttribute('data-dimmed', 'true');
  await reach.getByRole('slider', { name: 'Hops' }).press('ArrowLeft');
  await expect(reach).toContainText('in 1 hop');
  expect(await axeViolations(page, '[aria-label="Detail"]')).toEqual([]);
});

test('layers come and go, and a view under a name brings the map back after a reload', async ({ page }) => {
  await openDemo(page);
  const layers = page.getByRole('group', { name: 'Layers' });
  await layers.getByRole('button', { name: 'Outside 1' }).click();
  await expect(graphNode(page, 'internet')).toHaveCount(0);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('inside only');
  await page.keyboard.press('Enter');
  expect(await axeViolations(page, '[aria-label="Saved views"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await layers.getByRole('button', { name: 'Outside 1' }).click();
  await expect(graphNode(page, 'internet')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('title', 'Saved in this browser');
  await page.reload();
  await page.getByRole('button', { name: /^Views/ }).click();
  await page.getByRole('button', { name: 'inside only', exact: true }).click();
  await expect(graphNode(page, 'internet')).toHaveCount(0);
});

test('a selection is laid out by itself, and the overview comes back as it was', async ({ page }) => {
  await openDemo(page);
  const coredns = graphNode(page, workload('coredns', 'kube-system'));
  await graphNode(page, workload('backend')).click();
  const place = await coredns.getAttribute('style');
  await page.getByRole('button', { name: 'Arrange', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Arranged' })).toContainText('1 edge deep');
  await expect(graphNode(page, 'internet')).toHaveCount(0);
  await expect(coredns).not.toHaveAttribute('style', place ?? '');
  await page.getByRole('button', { name: 'Back to the overview' }).click();
  await expect(graphNode(page, 'internet')).toBeVisible();
  await expect(coredns).toHaveAttribute('style', place ?? '');
});

test('the picture can be taken along', async ({ page }) => {
  await openDemo(page);
  const save = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name }).click();
    return (await download).path();
  };
  const svg = readFileSync(await save(/Save as SVG/), 'utf8');
  for (const word of ['frontend', 'database', 'not governed', 'dev-app demo']) expect(svg).toContain(word);
  const png = readFileSync(await save(/Save as PNG/));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Width, at twice the size.
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
});

test('very many edges are bundled between namespaces, and a bundle opens', async ({ page }) => {
  await openAll(page);
  const bundle = graphEdge(page, 'namespace:orders', 'namespace:payments');
  await expect(bundle).toBeAttached();
  await expect(page.getByRole('button', { name: 'Bundled' })).toHaveAttribute('aria-pressed', 'true');
  await bundle.dispatchEvent('click');
  await expect(bundle).toHaveCount(0);
  await expect(
    graphEdge(page, 'workload:orders/Deployment/checkout', 'workload:payments/Deployment/payments-api'),
  ).toBeAttached();
});

test('both groups of an edge open at once from its panel, and close again', async ({ page }) => {
  await openClosed(page);
  const edge = graphEdge(page, 'namespace:orders', 'namespace:payments');
  const inside = graphEdge(page, 'workload:orders/Deployment/checkout', 'workload:payments/Deployment/payments-api');
  await edge.dispatchEvent('click');
  const words = page.getByTestId('graph').getByText('mixed 1 of 36 pairs · 8443');
  await expect(words).toBeAttached();
  const panel = page.getByRole('region', { name: 'Detail' });
  await expect(panel).toContainText('mixed, 8443, 1 of 36 pairs');
  await panel.getByRole('button', { name: 'Expand both' }).click();
  await expect(inside).toHaveAttribute('data-dimmed', 'false');
  for (const namespace of ['orders', 'payments']) {
    await expect(graphNode(page, `namespace:${namespace}`)).toHaveAccessibleName(/, expanded,/);
  }
  // What was opened is in view.
  await expect.poll(() => isOnMap(page, 'namespace:orders', 'namespace:payments')).toBe(true);
  const again = panel.getByRole('button', { name: 'Collapse both' });
  await expect(again).toBeFocused();
  await again.press('Enter');
  await expect(graphNode(page, 'namespace:orders')).toHaveAccessibleName(/, collapsed,/);
  await expect(edge).toBeAttached();
});

test('both groups of the edge one came along open by a key', async ({ page }) => {
  await openClosed(page);
  const orders = graphNode(page, 'namespace:orders');
  await orders.focus();
  const said = page.getByTestId('graph').locator('xpath=following-sibling::output');
  await page.keyboard.press('x');
  await expect(said).toHaveText('No edge was come along');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('x');
  await expect(orders).toHaveAccessibleName(/, expanded,/);
  await expect(page.getByRole('region', { name: 'Detail' }).getByRole('button', { name: /^Collapse/ })).toBeVisible();
});

test('by keyboard along the edges of 60 workloads', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAll(page);
  const focused = page.locator('[data-node-id]:focus');
  const said = page.getByTestId('graph').locator('xpath=following-sibling::output');
  await page.getByTestId('graph').locator('[tabindex="0"]').focus();
  // One letter again and again goes through the names that begin with it.
  await expect(async () => {
    await page.keyboard.press('O');
    await expect(focused).toHaveAttribute('data-node-id', 'workload:orders/Deployment/orders-api', { timeout: 500 });
  }).toPass();
  await expect(said).toContainText(/orders-api. \d+ edges? in, \d+ edges? out/);
  await page.keyboard.press('ArrowRight');
  await expect(focused).not.toHaveAttribute('data-node-id', 'workload:orders/Deployment/orders-api');
  await expect(said).toContainText('by an edge allowed');
  await page.keyboard.press('e');
  await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', /allowed|unknown/);
});

test('what was fitted stays fitted while panes open and are resized, until somebody zooms', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openDemo(page);
  const all = ['internet', 'namespace:dev-app', 'namespace:monitoring', 'namespace:kube-system'];
  const place = () => page.getByTestId('graph').locator('.react-flow__viewport').getAttribute('style');
  await expect.poll(() => isOnMap(page, ...all)).toBe(true);
  const first = await place();
  await page.getByRole('button', { name: 'Explain a flow' }).click();
  await expect.poll(place).not.toBe(first);
  await expect.poll(() => isOnMap(page, ...all)).toBe(true);
  await page.getByRole('region', { name: 'Explain', exact: true }).getByRole('button', { name: 'Close' }).click();
  await expect.poll(place).toBe(first);

  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(place).not.toBe(first);
  const zoomed = await place();
  const divider = page.getByRole('separator', { name: 'Width of the editor' });
  const width = await divider.getAttribute('aria-valuenow');
  await divider.press('ArrowLeft');
  await expect(divider).not.toHaveAttribute('aria-valuenow', width ?? '');
  expect(await place()).toBe(zoomed);
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await expect.poll(() => isOnMap(page, ...all)).toBe(true);
  for (let times = 0; times < 3; times++) await divider.press('ArrowRight');
  await expect.poll(() => isOnMap(page, ...all)).toBe(true);
});

test('a flip shows in a reach against the baseline', async ({ page }) => {
  await openDemo(page);
  await graphNode(page, workload('backend')).click();
  await page.getByRole('region', { name: 'Reach' }).getByRole('button', { name: 'Who can reach it' }).click();
  await typeInstead(page, openIngress('backend'));
  await expect(page.getByRole('region', { name: 'Reach' })).toContainText(/[+−]\d+.* against the baseline/);
});
