// Usable without a pointer, without motion, and by assistive technology: axe finds nothing, and the keyboard gets everywhere.
import type { Locator, Page } from '@playwright/test';
import { axeViolations } from './axe-violations.ts';
import { calicoManifests } from './calico-manifests.ts';
import { expect, test } from './watched-test.ts';
import { editorText, explain, graphNode, openDemo, openTexts, tab, typeInstead, workload } from './workbench-page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing to object to, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Structure is the same in the dark; colours are not.
    const judge = (part?: string) => axeViolations(page, part, colorScheme === 'light' ? 'all' : 'colours');
    await page.goto('/');
    await expect(page.getByTestId('demo')).toBeVisible();
    const found: Record<string, string[]> = { start: await judge() };

    await openDemo(page);
    await typeInstead(page, 'kind: NetworkPolicy\n');
    await expect(page.getByRole('region', { name: 'Problems of this file' })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'Answer incomplete' })).toBeVisible();
    found.graph = await judge();
    await tab(page, 'List', /^Problems/).click();
    await graphNode(page, workload('frontend')).click();
    await expect(page.getByRole('region', { name: 'Policies for ingress' })).toBeVisible();
    found.selection = await judge();
    await tab(page, 'List', 'Files').click();
    await tab(page, 'View', 'Table').click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page.getByTestId('flows-table').locator('tbody tr').first()).toBeVisible();
    await explain(page, 'dev-app/frontend', 'dev-app/backend', 8080);
    await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'denied');
    found.table = await judge();
    await tab(page, 'Rows', 'Flips').click();
    found.flips = await judge('#map-view');

    await page.getByRole('button', { name: 'Load report' }).click();
    await expect(page.getByRole('dialog', { name: 'Load report' })).toBeVisible();
    found.report = await judge('dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Help and keys' }).click();
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
    found.help = await judge('dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New policy' }).click();
    await expect(page.getByRole('dialog', { name: 'New policy' })).toBeVisible();
    found.template = await judge('[role="dialog"]');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Baseline/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    found.menu = await judge('header');

    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });
}

test('axe finds nothing to object to with Calico', async ({ page }) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTexts(page, calicoManifests);
  const found: Record<string, string[]> = {};
  const judge = async (screen: string, part?: string) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      found[`${screen}, ${colorScheme}`] = await axeViolations(page, part, colorScheme === 'light' ? 'all' : 'colours');
    }
  };
  await page.getByRole('dialog', { name: 'Load report' }).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('region', { name: 'Staged policies' }).getByText('After promotion').click();
  await expect(page.getByTestId('impact')).toHaveAttribute('data-opened', '5');
  await graphNode(page, 'host:worker-1').click();
  await expect(page.getByRole('region', { name: 'Policies for ingress' })).toBeVisible();
  await judge('preview and host');
  await page.getByRole('button', { name: /^Semantics/ }).click();
  await judge('semantics', '[role="menu"]');
  await page.getByRole('menuitemradio', { name: /Enterprise/ }).click();
  await page.getByRole('region', { name: 'Detail' }).getByRole('button', { name: 'Close' }).click();
  await explain(page, 'shop/db', '198.51.100.1', 443);
  await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'unknown');
  await judge('explanation', '[data-testid="explain"]');
  expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
});

test('axe finds nothing to object to in narrow windows', async ({ page }) => {
  await openDemo(page);
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.getByRole('button', { name: 'Policies and files' }).click();
  await expect(page.getByTestId('policy-tree')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 320, height: 640 });
  for (const pane of ['Policies', 'Editor', 'Explain', 'Map']) {
    await tab(page, 'Panes', pane).click();
    expect(await axeViolations(page)).toEqual([]);
    // Nothing must be scrolled sideways to be read (WCAG 1.4.10).
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

/** Presses Tab until the focus is in the element; fails if it does not come. In the editor Tab indents, unless after Escape. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const inEditor = await page.evaluate(() => document.activeElement?.closest('.monaco-editor') != null);
    if (inEditor) await page.keyboard.press('Escape');
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
  }
  throw new Error('the focus does not come there');
}

/** Whether the element with the focus looks other than without: an outline, a ring, or one of a part of it. */
const focusShows = (page: Page) =>
  page.evaluate(() => {
    const look = (element: Element) => {
      const own = [element, ...element.querySelectorAll('*')].map((part) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
          getComputedStyle(part);
        return `${outlineStyle} ${outlineWidth} ${outlineColor} ${boxShadow} ${borderColor} ${backgroundColor}`;
      });
      return own.join();
    };
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return false;
    const focused = look(element);
    element.blur();
    const blurred = look(element);
    element.focus({ preventScroll: true });
    return focused !== blurred;
  });

test('by keyboard alone: demo, node, explanation, table, and back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await expect(page.getByTestId('demo')).toBeVisible();
  await tabTo(page, page.getByTestId('demo'));
  expect(await focusShows(page)).toBe(true);
  await page.keyboard.press('Enter');
  const graph = page.getByTestId('graph');
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
  await editorText(page);

  await test.step('the graph is one tab stop, and arrows move in it', async () => {
    expect(
      await graph.evaluate((element) => element.querySelectorAll('[tabindex="0"], a[href], button, input').length),
    ).toBe(1);
    await tabTo(page, graph);
    const focused = page.locator('[data-node-id]:focus');
    await expect(focused).toHaveAttribute('data-node-id', 'internet');
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect(focused).toHaveAttribute('data-node-id', workload('frontend'));
    await page.keyboard.press('End');
    await expect(focused).not.toHaveAttribute('data-node-id', workload('frontend'));
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(focused).toHaveAttribute('data-node-id', workload('frontend'));
    await page.keyboard.press('Tab');
    await expect(focused).toHaveCount(0);
    await tabTo(page, graph, 'Shift+Tab');
    await expect(focused).toHaveAttribute('data-node-id', workload('frontend'));
  });

  await test.step('Enter selects, a flow of it is explained, Escape lets go', async () => {
    await page.keyboard.press('Enter');
    const detail = page.getByRole('region', { name: 'Detail' });
    await expect(detail.getByRole('heading', { level: 2 })).toContainText('frontend');
    await tabTo(page, detail.getByRole('button', { name: /coredns/ }).first());
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'allowed');
    // The button pressed is gone; the focus is not.
    const explanation = page.getByRole('region', { name: 'Explain', exact: true });
    await expect(explanation).toBeFocused();
    await tabTo(page, explanation.getByRole('button', { name: 'Close' }));
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('explain')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Detail' })).toHaveCount(0);
    await expect(page.locator('[data-node-id]:focus')).toHaveAttribute('data-node-id', workload('frontend'));
    await page.keyboard.press('Enter');
    await expect(detail).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(detail).toHaveCount(0);
  });

  await test.step('the table, a row of it, and back to the graph', async () => {
    await page.keyboard.press('t');
    const rows = page.getByTestId('flows-table').locator('tbody tr');
    await expect(rows.first()).toBeVisible();
    await tabTo(page, page.getByTestId('flows-table'));
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', /allowed|unknown/);
    await page.keyboard.press('g');
    await expect(graph).toBeVisible();
  });

  await test.step('? helps, / searches and acts', async () => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Help' });
    await expect(help).toContainText('Search everything');
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);
    await page.keyboard.press('/');
    await page.keyboard.type('database');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Detail' }).getByRole('heading', { level: 2 })).toContainText(
      'database',
    );
  });

  await test.step('the editor can be left again', async () => {
    const input = page.getByTestId('editor').getByRole('textbox').first();
    await tabTo(page, page.getByTestId('editor'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(input).not.toBeFocused();
  });
});

test('under reduced motion nothing moves', async ({ page }) => {
  const running = () =>
    page.evaluate(() =>
      document.getAnimations().flatMap((animation) => {
        const { effect } = animation;
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        const lasts = Number(effect?.getComputedTiming().activeDuration ?? 0) > 1;
        // Monaco's caret and scroll bars are its own.
        return lasts && target?.closest('.monaco-editor') === null ? [target.outerHTML.slice(0, 80)] : [];
      }),
    );
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDemo(page);
  await typeInstead(page, '# nothing');
  await graphNode(page, workload('database')).click();
  expect(await running()).toEqual([]);
  await page.getByRole('button', { name: 'Fit' }).click();
  await tab(page, 'View', 'Table').click();
  expect(await running()).toEqual([]);
});

test('a file with problems says so to those who do not see colours', async ({ page }) => {
  await openTexts(page, { 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: UPPER}\n' });
  await page.getByRole('dialog', { name: 'Load report' }).getByRole('button', { name: 'Close' }).click();
  await tab(page, 'List', 'Files').click();
  await expect(page.getByRole('button', { name: /a\.yaml.*error/ })).toBeVisible();
});
