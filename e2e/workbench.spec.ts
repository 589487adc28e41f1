// The workbench on the demo: table, flips, groups, templates, links; and what it says when its engine dies.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './watched-test.ts';
import {
  chooseOfBaseline,
  editorText,
  expectImpact,
  explain,
  graphEdge,
  graphNode,
  openDemo,
  openIngress,
  showFile,
  tab,
  typeInstead,
  workload,
} from './workbench-page.ts';

const rows = (page: Page) => page.getByTestId('flows-table').locator('tbody tr');
const column = (page: Page, at: number) => rows(page).locator(`td:nth-child(${at})`).allInnerTexts();
const coredns = workload('coredns', 'kube-system');

/** Egress without limits for the front end, which opens its flows to everything not closed at the other end. */
const frontendEgress = openIngress('frontend').replace('[Ingress]', '[Egress]').replace('ingress:', 'egress:');

test('the table sorts, filters, and leads to the explanation and the lines behind it', async ({ page }) => {
  await openDemo(page);
  await tab(page, 'View', 'Table').click();
  await expect(page.getByRole('status').filter({ hasText: 'flows' })).toHaveText(/^\d+ flows$/);
  const all = await rows(page).count();

  await page.getByRole('button', { name: 'To', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'To', exact: true })).toHaveAttribute('aria-sort', 'ascending');
  const ascending = await column(page, 2);
  await page.getByRole('button', { name: 'To', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'To', exact: true })).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => column(page, 2)).toEqual(ascending.toReversed());
  expect(new Set(ascending).size).toBeGreaterThan(2);

  await page.getByRole('combobox', { name: 'Filter flows' }).fill('dev-app coredns UDP');
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Filter flows' }).fill('');
  await expect(rows(page)).toHaveCount(all);
  await page.getByRole('group', { name: 'Verdicts shown' }).getByRole('button', { name: 'denied' }).click();
  await expect(rows(page).and(page.locator('[data-verdict="denied"]')).first()).toBeVisible();

  await page.getByRole('combobox', { name: 'Filter flows' }).fill('frontend backend 8080 verdict:denied');
  await rows(page)
    .filter({ hasText: /frontend.*backend/s })
    .first()
    .getByTitle('Explain')
    .click();
  const panel = page.getByTestId('explain');
  await expect(panel).toHaveAttribute('data-verdict', 'denied');
  const egress = panel.getByRole('region', { name: 'Egress at the source' });
  await expect(egress.locator('[aria-current="step"]')).toHaveCount(1);
  await panel
    .getByRole('region', { name: 'Ingress at the destination' })
    .getByTitle(/3-allow-frontend-to-backend/)
    .first()
    .click();
  await expect(await editorText(page)).toContainText('in this namespace only');
  await expect(page.getByTestId('editor').locator('.line-numbers.active-line-number')).toHaveText('16');
});

test('flips after an edit, only what changes, and the baseline', async ({ page }) => {
  await openDemo(page);
  await showFile(page, /5-allow-dns-egress/);
  await typeInstead(page, '# no policy any more\n');
  await expectImpact(page, 0, 3);
  const closed = graphEdge(page, workload('frontend'), coredns);
  await expect(closed).toHaveAttribute('data-verdict', 'denied');
  await expect(closed).toHaveAccessibleName(/closed/);

  await page.getByRole('checkbox', { name: 'only what changes' }).check();
  await expect(graphEdge(page, 'internet', workload('frontend'))).toHaveCount(0);
  await expect(closed).toBeAttached();
  await tab(page, 'View', 'Table').click();
  await expect(tab(page, 'Rows', 'Flips')).toHaveAttribute('aria-selected', 'true');
  await expect(rows(page)).toHaveCount(3);
  for (const row of await rows(page).all()) await expect(row).toContainText(/closed/i);
  const flipsShown = page.getByRole('group', { name: 'Flips shown' }).getByRole('button', { name: 'closed' });
  await flipsShown.click();
  await expect(rows(page)).toHaveCount(0);
  await flipsShown.click();
  await rows(page).first().getByTitle('Explain').click();
  await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'denied');

  await chooseOfBaseline(page, /Accept/);
  await expectImpact(page, 0, 0);
  await expect(rows(page)).toHaveCount(0);
  // From here on the same policy is what opens.
  await typeInstead(page, frontendEgress);
  await expect(page.getByTestId('impact')).not.toHaveAttribute('data-opened', '0');
  await chooseOfBaseline(page, /Revert/);
  await expectImpact(page, 0, 0);
  await expect(await editorText(page)).toContainText('no policy any more');
});

/** Where every workload is drawn. */
const places = async (page: Page) =>
  page
    .getByTestId('graph')
    .locator('[data-node-id^="workload:"]')
    .evaluateAll((nodes) =>
      Object.fromEntries(
        nodes.map((node) => {
          const { x, y, width, height } = node.getBoundingClientRect();
          return [node.getAttribute('data-node-id'), [x, y, width, height].map(Math.round).join(' ')];
        }),
      ),
    );

test('no workload moves when a policy is edited', async ({ page }) => {
  await openDemo(page);
  await editorText(page);
  const before = await places(page);
  expect(Object.keys(before)).toHaveLength(5);

  await showFile(page, /5-allow-dns-egress/);
  await typeInstead(page, '# no policy any more\n');
  await expectImpact(page, 0, 3);
  expect(await places(page)).toEqual(before);
  await typeInstead(page, frontendEgress.replace('- {}', '- to: [{ipBlock: {cidr: 192.0.2.0/24}}]'));
  await expect(graphNode(page, 'cidr:192.0.2.0/24')).toBeVisible();
  expect(await places(page)).toEqual(before);
  await chooseOfBaseline(page, /Revert/);
  await expectImpact(page, 0, 0);
  await expect(graphNode(page, 'cidr:192.0.2.0/24')).toHaveCount(0);
  expect(await places(page)).toEqual(before);
});

test('a collapsed namespace stands for its workloads', async ({ page }) => {
  await openDemo(page);
  const toFrontend = graphEdge(page, 'internet', workload('frontend'));
  const toNamespace = graphEdge(page, 'internet', 'namespace:dev-app');
  await expect(toFrontend).toBeAttached();
  await expect(toNamespace).toHaveCount(0);

  // The detail that the first click opens moves the picture; the second click means the same title all the same.
  const title = graphNode(page, 'namespace:dev-app').locator('[data-title]');
  const before = await title.boundingBox();
  await title.click();
  await expect.poll(async () => (await title.boundingBox())?.y).not.toBe(before?.y);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(graphNode(page, workload('frontend'))).toHaveCount(0);
  await expect(toNamespace).toHaveAttribute('data-verdict', /allowed|mixed/);
  await expect(graphEdge(page, 'namespace:dev-app', coredns)).toHaveCount(1);
  await expect(graphNode(page, 'namespace:dev-app')).toHaveAccessibleName(/collapsed, 3 workloads, 5 pods/);

  await page.getByRole('button', { name: 'Collapse all' }).click();
  await expect(graphNode(page, coredns)).toHaveCount(0);
  await page.getByRole('button', { name: 'Expand all' }).click();
  await expect(toFrontend).toBeAttached();
  await expect(toNamespace).toHaveCount(0);
});

test('a selection shows its flows, and hides what it has nothing to do with', async ({ page }) => {
  await openDemo(page);
  await graphNode(page, workload('database')).click();
  const detail = page.getByRole('region', { name: 'Detail' });
  await expect(detail.getByRole('heading', { level: 2 })).toContainText('dev-app/database');
  await expect(detail).toContainText('ingress governed by 2 policies, 1 allowing rule');
  await expect(detail.getByRole('region', { name: 'Policies for ingress' })).toContainText('allow-backend-to-database');

  await page.getByRole('button', { name: 'Hide unrelated' }).click();
  await expect(graphNode(page, workload('frontend'))).toHaveCount(0);
  await expect(graphNode(page, coredns)).toBeVisible();
  await page.getByRole('button', { name: 'Hide unrelated' }).click();
  await expect(graphNode(page, workload('frontend'))).toBeVisible();

  await detail.getByRole('button', { name: /coredns/ }).click();
  await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'allowed');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByTestId('explain')).toHaveCount(0);

  // An edge takes the pointer along its whole line.
  const edge = graphEdge(page, 'internet', workload('frontend'));
  await edge.locator('path').first().click({ force: true });
  await expect(page.getByRole('region', { name: 'Detail' }).getByRole('heading', { level: 2 })).toHaveText(
    /Internet.*to.*dev-app\/frontend/s,
  );
});

test('pods of a workload unfold', async ({ page }) => {
  await page.goto('/');
  await page
    .getByTestId('open-files')
    .setInputFiles(join(import.meta.dirname, '../src/testing/cases/cluster-dump.json'));
  const close = page.getByRole('dialog', { name: 'Load report' }).getByRole('button', { name: 'Close' });
  await expect(graphNode(page, workload('web', 'shop')).or(close).first()).toBeVisible();
  if (await close.isVisible()) await close.click();
  await graphNode(page, workload('web', 'shop')).click();
  await page.keyboard.press('+');
  await expect(page.getByTestId('graph').locator('[data-node-id^="pod:shop/"]').first()).toBeVisible();
  await page.keyboard.press('-');
  await expect(page.getByTestId('graph').locator('[data-node-id^="pod:shop/"]')).toHaveCount(0);
});

test('what lints find comes a moment after the report, and goes when it is mended', async ({ page }) => {
  await openDemo(page);
  await tab(page, 'List', /^Problems/).click();
  const oneSided = page.getByTestId('findings').getByRole('button', { name: /dev-app\/frontend cannot send it/ });
  await expect(oneSided).toBeVisible();
  await oneSided.click();
  await typeInstead(page, frontendEgress);
  await expect(oneSided).toHaveCount(0);
});

test('every template is a valid policy', async ({ page }) => {
  await openDemo(page);
  await editorText(page);
  const menu = page.getByRole('dialog', { name: 'New policy' });
  const open = async () => {
    await page.getByRole('button', { name: 'New policy' }).click();
    await menu.getByRole('combobox', { name: 'Namespace' }).selectOption('monitoring');
  };
  await open();
  const templates = await menu.getByRole('listitem').count();
  expect(templates).toBeGreaterThan(9);
  await page.keyboard.press('Escape');
  await tab(page, 'List', 'Files').click();
  const files = page.getByRole('tabpanel', { name: 'files' }).getByRole('listitem');
  const before = await files.count();
  for (let at = 0; at < templates; at++) {
    await open();
    await menu.getByRole('listitem').nth(at).getByRole('button').click();
    await expect(files).toHaveCount(before + at + 1);
    await expect(page.getByTestId('impact')).toHaveAttribute('data-stale', 'false');
    const problems = page.getByRole('region', { name: 'Problems of this file' });
    await expect(problems.getByText(/^(error|warning)$/)).toHaveCount(0);
  }
});

test('#demo opens the demo once, and a reload keeps what was typed in it', async ({ page }) => {
  await page.goto('/#demo');
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
  await typeInstead(page, '# typed');
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('title', 'Saved in this browser');
  await page.reload();
  await expect(await editorText(page)).toContainText('# typed');
});

test('an engine that throws, and one that falls silent, are replaced; the text is kept', async ({ page, faults }) => {
  await openDemo(page);
  await showFile(page, /5-allow-dns-egress/);
  const engine = () => page.workers().find((worker) => worker.url().includes('engine.worker'));
  const notice = page.getByRole('status').filter({ hasText: 'The engine was restarted' });

  await engine()?.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('provoked');
      }),
  );
  await expect.poll(() => faults.length).toBeGreaterThan(0);
  expect(faults.filter((fault) => !fault.includes('provoked'))).toEqual([]);
  await typeInstead(page, '# typed after its death\n');
  await expectImpact(page, 0, 3);
  await expect(notice).toContainText('Your text is kept');
  await expect(await editorText(page)).toContainText('# typed after its death');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);

  await engine()?.evaluate(() => self.close());
  await typeInstead(page, frontendEgress);
  await expect(notice).toContainText('no answer for', { timeout: 20_000 });
  await expect(page.getByTestId('impact')).toHaveAttribute('data-stale', 'false');
  await expect(await editorText(page)).toContainText('open-frontend');
  const panel = await explain(page, 'dev-app/frontend', 'kube-system/coredns', 53);
  await expect(panel).toHaveAttribute('data-verdict', 'allowed');
  faults.length = 0;
});

test('where the browser gives no worker, the page computes by itself and says so', async ({ page, faults }) => {
  await page.route(/engine\.worker/, (route) => route.abort());
  await openDemo(page);
  await expect(page.getByRole('status').filter({ hasText: 'the engine runs in the page itself' })).toBeVisible();
  await showFile(page, /5-allow-dns-egress/);
  await typeInstead(page, '# no policy any more\n');
  await expectImpact(page, 0, 3);
  expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  faults.length = 0;
});
