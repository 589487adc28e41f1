// Asking why: the form with its suggestions, the lines behind each step, what would allow the flow, and pins that watch it.
import type { Page } from '@playwright/test';
import { axeViolations } from './axe-violations.ts';
import { calicoManifests } from './calico-manifests.ts';
import { expect, test } from './watched-test.ts';
import { explain, graphNode, openDemo, openTexts, typeInstead, workload } from './workbench-page.ts';

const lane = (page: Page, name: string) => page.getByTestId('explain').getByRole('region', { name });

test('each end shows the lines that decide, with the words that match; the place opens the editor', async ({
  page,
}) => {
  await openDemo(page);
  await explain(page, 'dev-app/frontend', 'dev-app/backend', 8080);
  const ingress = lane(page, 'Ingress at the destination');
  await expect(ingress.locator('[aria-current="step"] mark')).toHaveText([
    'app: frontend',
    'protocol: TCP',
    'port: 8080',
  ]);
  const egress = lane(page, 'Egress at the source');
  await expect(egress.locator('[aria-current="step"]')).toContainText('end of tier');
  await egress.getByText('2 steps before: no match').click();
  await expect(egress.locator('mark[data-kind="missed"]').first()).toBeVisible();
  await expect(egress.getByText('⋯').first()).toBeVisible();
  await ingress.getByRole('button', { name: /allow-frontend-to-backend\.yaml ?:16/ }).click();
  await expect(page.getByTestId('editor').locator('.view-lines').first()).toContainText('app: frontend');
});

test('only the end that decides is lit, and the flow is on the map', async ({ page }) => {
  await openDemo(page);
  await explain(page, 'dev-app/frontend', 'dev-app/backend', 8080);
  const flow = page.getByTestId('graph').getByRole('img', { name: 'frontend to backend: denied, 8080' });
  await expect(flow).toHaveAttribute('data-selected', 'true');
  await expect(graphNode(page, workload('frontend'))).toHaveAttribute('data-dimmed', 'false');
  await expect(graphNode(page, workload('database'))).toHaveAttribute('data-dimmed', 'true');
  const stroke = (name: string) =>
    lane(page, name)
      .locator('[aria-current="step"]')
      .evaluate((step) => getComputedStyle(step).backgroundColor);
  expect(await stroke('Egress at the source')).not.toBe('rgba(0, 0, 0, 0)');
  expect(await stroke('Ingress at the destination')).toBe('rgba(0, 0, 0, 0)');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(flow).toHaveCount(0);
});

test('marks parts of Calico expressions, and copies the lines with the text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTexts(page, calicoManifests);
  const report = page.getByRole('dialog', { name: 'Load report' });
  await expect(report).toBeVisible();
  await page.keyboard.press('Escape');
  await explain(page, 'shop/api', 'shop/db', 5432);
  await expect(
    lane(page, 'Egress at the source').locator('mark[data-kind="matched"]', { hasText: "app == 'db'" }),
  ).toBeVisible();
  await page.getByTestId('explain').getByRole('button', { name: 'Copy as text' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/> +\d+ \| .*app == 'db'/);
});

test('ends are completed as they are typed, swapped, and asked again after an edit', async ({ page }) => {
  await openDemo(page);
  await page.getByRole('button', { name: 'Explain a flow' }).click();
  const form = page.getByRole('form', { name: 'Flow to explain' });
  await form.getByRole('combobox', { name: 'To', exact: true }).fill('fron');
  const options = form.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
  await expect(options.first()).toContainText('dev-app/frontend');
  await expect(options.filter({ hasText: 'Service in dev-app' })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: 'To', exact: true })).toHaveValue('dev-app/frontend');
  await form.getByLabel('From').fill('internet');
  await form.getByLabel('Port').fill('80');
  await page.keyboard.press('Enter');
  const panel = page.getByTestId('explain');
  await expect(panel).toHaveAttribute('data-verdict', 'allowed');
  await typeInstead(
    page,
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: none, namespace: dev-app }\nspec: { podSelector: {} }\n',
  );
  await expect(form.getByLabel('Port')).toHaveValue('80');
  await form.getByRole('button', { name: 'Swap the ends' }).click();
  await expect(form.getByLabel('From')).toHaveValue('dev-app/frontend');
  await expect(panel).toHaveAttribute('data-verdict', 'denied');
});

test('what would allow it is drafted with one press, and the flow is allowed', async ({ page }) => {
  await openDemo(page);
  const panel = await explain(page, 'dev-app/frontend', 'dev-app/backend', 8080);
  const remedies = panel.getByRole('region', { name: 'Would be allowed if' });
  await expect(remedies.getByRole('button', { name: /^Draft it/ }).first()).toBeEnabled();
  await remedies.locator('summary').first().click();
  await expect(remedies.getByText('added: ').first()).toBeAttached();
  expect(await axeViolations(page, '[data-testid="explain"]')).toEqual([]);
  await remedies
    .getByRole('button', { name: /^Draft it/ })
    .first()
    .click();
  await expect(panel).toHaveAttribute('data-verdict', 'allowed');
  await expect(remedies).toBeHidden();
});

test('a pinned flow is watched: an edit breaks it, the count and its line say so, and it can be unpinned', async ({
  page,
}) => {
  await openDemo(page);
  const panel = await explain(page, 'internet', 'dev-app/frontend', 80);
  await panel.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(panel.getByText('pinned: must be allowed')).toBeVisible();
  await expect(page.getByTestId('pins')).toHaveText('1 pinned');
  await page
    .getByTestId('explain')
    .getByRole('button', { name: /allow-frontend-ingress\.yaml/ })
    .first()
    .click();
  await typeInstead(page, '# nothing any more\n');
  await expect(page.getByTestId('pins')).toHaveText('1 pinned, 1 broken');
  await page.getByTestId('pins').click();
  const pins = page.getByRole('list', { name: 'Pinned flows' });
  await expect(pins.getByRole('listitem')).toContainText(/broken.*denied.*must be allowed/);
  expect(await axeViolations(page, '#detail, section[aria-label="Detail"]')).toEqual([]);
  await page
    .getByRole('tablist', { name: 'List' })
    .getByRole('tab', { name: /^Problems/ })
    .click();
  await expect(page.getByTestId('findings').getByText(/Pinned flow .* is broken/)).toBeVisible();
  await pins.getByRole('button', { name: /^Explain/ }).click();
  await expect(panel).toHaveAttribute('data-verdict', 'denied');
  await panel.getByRole('button', { name: 'Unpin' }).click();
  await expect(page.getByTestId('pins')).toBeHidden();
});
