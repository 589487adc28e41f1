// The frame around everything: undo over gestures and keys, search and actions, panes, contrast, and the whole way by keyboard.
import type { Page } from '@playwright/test';
import { graphShortcuts } from '../src/views/map-graph/graph-shortcuts.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './watched-test.ts';
import {
  editorText,
  expectImpact,
  graphNode,
  openDemo,
  openIngress,
  openTexts,
  tab,
  typeInstead,
  workload,
} from './workbench-page.ts';

const search = (page: Page) => page.getByRole('combobox', { name: 'Search or act' });
const option = (page: Page, name: RegExp | string) => page.getByRole('option', { name });

test('typing, a template and a revert are steps of one history', async ({ page }) => {
  await openDemo(page);
  const undo = page.getByRole('button', { name: /^Undo/ });
  const redo = page.getByRole('button', { name: /^Redo/ });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await typeInstead(page, openIngress('frontend'));
  await expect(undo).toHaveAccessibleName(/^Undo typing in 1-default-deny\.yaml/);
  await page.getByRole('button', { name: 'New policy' }).click();
  await page.getByRole('dialog', { name: 'New policy' }).getByRole('listitem').first().getByRole('button').click();
  await expect(undo).toHaveAccessibleName(/^Undo add /);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(undo).toHaveAccessibleName(/^Undo typing/);
  await undo.click();
  await expectImpact(page, 0, 0);
  await expect(await editorText(page)).toContainText('default-deny');
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await redo.click();
  await redo.click();
  await expect(redo).toHaveAttribute('aria-disabled', 'true');
  await expect(undo).toHaveAccessibleName(/^Undo add /);
});

test('the keys in the editor take back what was typed piece by piece, and gestures whole', async ({ page }) => {
  await openDemo(page);
  await (await editorText(page)).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('another');
  await expect(await editorText(page)).toContainText('another');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(await editorText(page)).not.toContainText('another');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(await editorText(page)).toContainText('another');
  // What was done elsewhere last is what the key takes back.
  await page.getByRole('button', { name: 'New policy' }).click();
  await page.getByRole('dialog', { name: 'New policy' }).getByRole('listitem').first().getByRole('button').click();
  await tab(page, 'List', 'Files').click();
  const files = page.getByRole('tabpanel', { name: 'files' });
  await files.getByRole('button', { name: /1-default-deny/ }).click();
  await (await editorText(page)).click();
  const count = await files.getByRole('listitem').count();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(files.getByRole('listitem')).toHaveCount(count - 1);
  await expect(await editorText(page)).toContainText('another');
});

test('a fix from the editor is a step with its name', async ({ page }) => {
  await openDemo(page);
  const [beginning] = openIngress('1').split('  policyTypes');
  await typeInstead(page, (beginning ?? '').trimEnd());
  await expect(
    page.getByRole('region', { name: 'Problems of this file' }).getByText('in quotes').first(),
  ).toBeVisible();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByRole('option', { name: /Put 1 in quotes/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(await editorText(page)).toContainText('app: "1"');
  const undo = page.getByRole('button', { name: /^Undo/ });
  await expect(undo).toHaveAccessibleName(/^Undo put 1 in quotes/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(await editorText(page)).not.toContainText('"1"');
  await expect(undo).toHaveAccessibleName(/^Undo typing/);
});

test('search finds nodes, policies, files, problems and actions, and remembers', async ({ page }) => {
  await openDemo(page);
  await page.keyboard.press('/');
  await search(page).fill('database');
  await expect(page.getByRole('group', { name: 'Cluster' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Files' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Problems' })).toBeVisible();
  await expect(option(page, /^allow-backend-to-database/)).toBeVisible();
  await option(page, /^database Deployment/).click();
  await expect(page.getByRole('heading', { level: 2, name: /database/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await search(page).fill('shtab');
  await expect(option(page, /Show the table/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tab(page, 'View', 'Table')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+k');
  const recent = page.getByRole('group', { name: 'Recent' }).getByRole('option');
  await expect(recent).toHaveCount(2);
  await expect(recent.first()).toContainText('Show the table');
  await page.keyboard.press('Escape');
  await expect(search(page)).not.toBeFocused();
});

test('search finds labels, services and pinned flows', async ({ page }) => {
  await openDemo(page);
  await page.keyboard.press('/');
  await search(page).fill('app=database');
  await expect(option(page, /^database.*app=database/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /database/ })).toBeVisible();
  await page.keyboard.press('/');
  await search(page).fill('service backend');
  await option(page, /^backend Service in dev-app/).click();
  const panel = page.getByTestId('explain');
  await expect(panel).toHaveAttribute('data-verdict', 'denied');
  await panel.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(page.getByTestId('pins')).toHaveText('1 pinned');
  await page.getByRole('region', { name: 'Explain', exact: true }).getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await search(page).fill('pinned flow');
  await page.getByRole('group', { name: 'Pinned flows' }).getByRole('option').click();
  await expect(panel).toHaveAttribute('data-verdict', 'denied');
});

test('help lists every key of the page and of the graph', async ({ page }) => {
  await openDemo(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  const graph = help.getByRole('region', { name: 'In the graph' });
  await expect(graph.getByRole('term')).toHaveText(graphShortcuts.map(({ keys }) => keys));
  await expect(graph.getByRole('definition')).toHaveText(graphShortcuts.map(({ does }) => does));
  await expect(help.getByText('Show the tier board')).toBeVisible();
});

test('panes fold by keys, dividers and buttons, and stay as they were left', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openDemo(page);
  const list = page.getByRole('navigation', { name: 'Policies, files and problems' });
  const editor = page.getByRole('region', { name: 'Editor' });
  await page.keyboard.press('w');
  await expect(list).toHaveCount(0);
  await expect(editor).toHaveCount(0);
  await page.keyboard.press('w');
  await expect(list).toBeVisible();
  await expect(editor).toBeVisible();
  await page.getByRole('separator', { name: 'Width of the list' }).dblclick();
  await expect(list).toHaveCount(0);
  await page.reload();
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
  await expect(list).toHaveCount(0);
  await page.getByRole('button', { name: 'Policies and files' }).click();
  await expect(list).toBeVisible();

  const divider = page.getByRole('separator', { name: 'Width of the editor' });
  const width = async () => (await page.getByTestId('editor').boundingBox())?.width ?? 0;
  const first = await width();
  await divider.focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowRight');
  await expect.poll(width).toBeGreaterThan(first + 20);
  const chosen = await width();
  await page.reload();
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
  await expect.poll(async () => Math.abs((await width()) - chosen)).toBeLessThan(12);
  await page.keyboard.press('0');
  await expect.poll(async () => Math.abs((await width()) - first)).toBeLessThan(12);
});

test('the name of the workspace has the room there is in the title bar', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openTexts(page, { 'payments-platform-base.yaml': openIngress('web') });
  const name = page.getByRole('heading', { level: 1 });
  await expect(name).toHaveText(/^payments-platform-base.yaml/);
  const isCut = () =>
    name.evaluate((heading) =>
      [...heading.querySelectorAll('[aria-hidden]')].some((part) => part.scrollWidth > part.clientWidth + 1),
    );
  await expect.poll(isCut).toBe(false);
  await page.setViewportSize({ width: 760, height: 700 });
  await expect.poll(isCut).toBe(true);
  await expect(name.getByTitle('payments-platform-base.yaml')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(760);
});

test('a selected node stays in view while the pane below grows', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openDemo(page);
  const node = graphNode(page, workload('database'));
  await node.click();
  await expect(page.getByRole('region', { name: 'Policies for ingress' })).toBeVisible();
  const isInside = async () => {
    const box = await node.boundingBox();
    const pane = await page.getByTestId('graph').boundingBox();
    return box !== null && pane !== null && box.y >= pane.y && box.y + box.height <= pane.y + pane.height;
  };
  await expect.poll(isInside).toBe(true);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing to object to in high contrast and in the dialogs, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, contrast: 'more', reducedMotion: 'reduce' });
    await openDemo(page);
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
    const judge = (part?: string) => axeViolations(page, part);
    const found: Record<string, string[]> = { graph: await judge() };
    await page.keyboard.press('Control+k');
    await expect(option(page, /Show the matrix/)).toBeVisible();
    found.search = await judge('header');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
    found.help = await judge('dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(/#s=/);
    found.link = await judge('dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Theme' }).click();
    await expect(page.getByRole('menuitemradio', { name: 'High' })).toBeVisible();
    found.theme = await judge('[role="menu"]');
    await page.getByRole('menuitemradio', { name: 'Normal' }).click();
    await expect(page.locator('html')).not.toHaveAttribute('data-contrast');
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });
}

test('the whole way without a mouse: demo, search, node, explain, edit, undo, link', async ({ page }) => {
  await page.goto('/');
  await page.getByTestId('demo').focus();
  await page.keyboard.press('Enter');
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
  await editorText(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('backend');
  await expect(option(page, /^backend Deployment/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /backend/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('explain');
  await expect(option(page, /^Explain a flow/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('explain')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('default deny both');
  await expect(option(page, /New policy: Default deny, both/).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Undo add/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('undo');
  await expect(option(page, /^Undo add/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Redo add/ })).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('copy link');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Copy link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Copy link' })).toHaveCount(0);
});
