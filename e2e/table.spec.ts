// The table of flows: a query with completion and corrections, one state with the other views, keys, and rows to take along.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './watched-test.ts';
import { graphNode, openDemo, openTexts, tab, workload } from './workbench-page.ts';

const rows = (page: Page) => page.getByTestId('flows-table').locator('tbody tr');
const field = (page: Page) => page.getByRole('combobox', { name: 'Filter flows' });

/** Many workloads that all reach one another. */
const many = Array.from(
  { length: 40 },
  (_, at) => `apiVersion: v1
kind: Pod
metadata: { name: p${String(at).padStart(2, '0')}, namespace: ns-${at % 4}, labels: { app: a${at} } }
spec: { containers: [{ name: c, image: i, ports: [{ containerPort: ${8000 + (at % 3)} }] }] }
`,
).join('---\n');

test('a query is completed, corrected, and holds in every view', async ({ page }) => {
  await openDemo(page);
  await tab(page, 'View', 'Table').click();
  await field(page).pressSequentially('to:fro');
  await expect(page.getByRole('option', { name: /dev-app\/frontend/ })).toBeVisible();
  await field(page).press('ArrowDown');
  await field(page).press('Enter');
  await expect(field(page)).toHaveValue('to:dev-app/frontend ');
  await expect(rows(page)).toHaveCount(3);
  for (const row of await rows(page).all()) await expect(row.locator('td').nth(1)).toHaveText('dev-app/frontend');

  await field(page).fill('form:internet to:dev-app/frontend');
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Use from:internet' }).click();
  await expect(field(page)).toHaveValue('from:internet to:dev-app/frontend');
  await expect(rows(page)).toHaveCount(1);

  await tab(page, 'View', 'Graph').click();
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
  await expect(graphNode(page, workload('backend'))).toHaveCount(0);
  await expect(page.getByTestId('graph').locator('[data-edge-id]')).toHaveCount(1);

  await field(page).fill('to:*/database');
  await page.getByRole('button', { name: 'Show denied flows' }).click();
  await expect(field(page)).toHaveValue('to:*/database verdict:denied');
  await expect(page.getByTestId('graph').locator('[data-verdict="denied"]').first()).toBeAttached();
  await tab(page, 'View', 'Table').click();
  await expect(rows(page).first()).toHaveAttribute('data-verdict', 'denied');
  expect(await axeViolations(page, '#map-view')).toEqual([]);
});

test('rows in sight are drawn, and keys reach all of them', async ({ page }) => {
  await openTexts(page, { 'pods.yaml': many });
  await expect(tab(page, 'View', 'Table')).toBeVisible();
  await page.keyboard.press('t');
  const table = page.getByRole('grid', { name: 'Flows' });
  await expect(table).toHaveAttribute('aria-rowcount', /^\d{4}$/);
  expect(await rows(page).count()).toBeLessThan(120);
  const active = async () => {
    const id = await table.getAttribute('aria-activedescendant');
    const row = page.locator(`[id="${id}"]`);
    return [await row.getAttribute('aria-rowindex'), await row.locator('td').first().textContent()];
  };
  await table.focus();
  await table.press('End');
  const last = await table.getAttribute('aria-rowcount');
  await expect.poll(active).toEqual([last, 'Internet']);
  await table.press('ArrowUp');
  await table.press('Enter');
  await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'allowed');
  await table.press('Home');
  await expect.poll(active).toEqual(['2', expect.stringContaining('ns-0/p00')]);
  await table.press('ArrowUp');
  await table.press('ArrowRight');
  await table.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'To', exact: true })).toHaveAttribute('aria-sort', 'ascending');
});

test('rows go along as a file', async ({ page }) => {
  await openDemo(page);
  await tab(page, 'View', 'Table').click();
  await field(page).fill('from:internet to:dev-app/frontend');
  await expect(rows(page)).toHaveCount(1);
  // What decides the row, and in words how.
  const by = rows(page).first().locator('td').last();
  await expect(by).toContainText('allow-frontend-ingress');
  await expect(by.getByTitle('ingress: allow-frontend-ingress rule 1')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toMatch(
    /^src,dst,protocol,ports,verdict,decided by\r\ninternet,dev-app\/Deployment\/frontend,TCP,\d+,allowed,ingress: allow-frontend-ingress rule 1\r\n$/,
  );
});

test('a row is pinned by its key and unpinned by its button', async ({ page }) => {
  await openDemo(page);
  await tab(page, 'View', 'Table').click();
  await field(page).fill('from:internet to:dev-app/frontend');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('grid', { name: 'Flows' }).focus();
  await page.keyboard.press('p');
  await expect(page.getByTestId('pins')).toHaveText('1 pinned');
  await rows(page).getByRole('button', { name: 'Unpin: must be allowed' }).click();
  await expect(page.getByTestId('pins')).toBeHidden();
});
