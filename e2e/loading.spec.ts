// Every way in leads to the same picture, and what could not be used is said by name.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from './watched-test.ts';
import { editorText, graphEdge, graphNode, openTexts, tab, workload } from './workbench-page.ts';

const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: main, image: x, ports: [{containerPort: 80}]}]}
`;
const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: to-web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress: [{from: [{podSelector: {matchLabels: {app: db}}}]}]
`;
const shop = { 'web.yaml': deployment('web'), 'data/db.yml': deployment('db'), 'policies/to-web.yaml': policy };
const flat = { 'web.yaml': deployment('web'), 'db.yaml': deployment('db'), 'to-web.yaml': policy };
const [web, db] = [workload('web', 'shop'), workload('db', 'shop')];

/** The picture of the shop: both workloads, and the one flow that the policy allows. */
async function expectShop(page: Page, name: string): Promise<void> {
  await expect(graphNode(page, web)).toBeVisible();
  await expect(graphEdge(page, db, web)).toHaveAttribute('data-verdict', 'allowed');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

const openBytes = (page: Page, name: string, buffer: Uint8Array) =>
  page
    .getByTestId('open-files')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) });

const loadReport = (page: Page) => page.getByRole('dialog', { name: 'Load report' });

async function openReport(page: Page) {
  if (!(await loadReport(page).isVisible())) await page.getByRole('button', { name: 'Load report' }).click();
  return loadReport(page);
}

test('files, a folder, archives, paste and drop open alike', async ({ page, context }, info) => {
  const folder = info.outputPath('shop');
  for (const [path, text] of Object.entries(shop)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const back = () => page.getByRole('button', { name: 'Sluice' }).click();
  await page.goto('/');

  await test.step('several files', async () => {
    await openTexts(page, flat);
    await expectShop(page, '3 files');
    await back();
  });
  await test.step('a folder', async () => {
    await page.getByLabel('Open a folder').setInputFiles(folder);
    await expectShop(page, 'shop');
    await tab(page, 'List', 'Files').click();
    await expect(page.getByRole('region', { name: 'shop/policies' }).getByRole('button')).toHaveText('to-web.yaml');
    await back();
  });
  await test.step('a .zip', async () => {
    const members = Object.fromEntries(Object.entries(shop).map(([path, text]) => [path, strToU8(text)]));
    await openBytes(page, 'all.zip', zipSync(members));
    await expectShop(page, 'all.zip');
    await back();
  });
  await test.step('a .gz of one text', async () => {
    await openBytes(page, 'dump.yaml.gz', gzipSync(Object.values(flat).join('---\n')));
    await expectShop(page, 'dump.yaml.gz');
    await back();
  });
  await test.step('pasted text', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), Object.values(flat).join('---\n'));
    await page.getByRole('main').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('ControlOrMeta+v');
    await expectShop(page, 'pasted.yaml');
    await back();
  });
  await test.step('dropped files', async () => {
    const dropped = await page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name));
      return transfer;
    }, flat);
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: dropped });
    await expect(page.getByText('Drop to open')).toBeVisible();
    await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
    await expectShop(page, '3 files');
    await expect(page.getByText('Drop to')).toHaveCount(0);
  });
});

test('kubectl’s List as JSON, with kinds that have no effect listed by name', async ({ page }) => {
  const pod = (name: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', labels: { app: name }, resourceVersion: '1', uid: name },
    spec: { containers: [{ name: 'main', image: 'x', ports: [{ containerPort: 80 }] }] },
    status: { phase: 'Running', podIP: '10.1.2.3', podIPs: [{ ip: '10.1.2.3' }] },
  });
  const items = [
    pod('web'),
    pod('db'),
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } },
  ];
  await openTexts(page, { 'cluster.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', metadata: {}, items }) });
  await expect(graphNode(page, 'workload:shop/Pod/web')).toBeVisible();
  const report = await openReport(page);
  await expect(report.getByRole('region', { name: 'Read' })).toContainText('2 Pod');
  await expect(report.getByRole('region', { name: 'Not used' })).toContainText(/ConfigMap.*no effect.*shop\/settings/);
  await expect(report.getByRole('region', { name: 'Problems', exact: true })).toHaveCount(0);
});

test('a broken document hides no good one, and leads to its line', async ({ page }) => {
  const broken = `${deployment('extra')}---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: [unclosed\n`;
  await openTexts(page, { ...flat, 'broken.yaml': broken });
  const report = loadReport(page);
  await expect(report).toContainText('The answer is incomplete: 1 document left out');
  await expect(report.getByRole('button', { name: /^line 1\d/ })).toBeVisible();
  await report.getByRole('button', { name: 'Close' }).click();

  await expectShop(page, '4 files');
  await expect(graphNode(page, workload('extra', 'shop'))).toBeVisible();
  const banner = page.getByRole('alert').filter({ hasText: 'Answer incomplete' });
  await expect(banner).toContainText('1 document is left out: 1 unreadable');

  await tab(page, 'List', /^Problems/).click();
  await page.getByTestId('findings').locator('[data-row]').first().click();
  await expect((await editorText(page)).getByText('unclosed')).toBeInViewport();
  await expect(page.getByRole('navigation', { name: 'Open files' }).locator('[aria-current]')).toHaveText(
    'broken.yaml',
  );

  // Mended, the banner goes.
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(deployment('extra'));
  await expect(banner).toHaveCount(0);
});

test('a policy kind that is not evaluated is on top, not a footnote', async ({ page }) => {
  const foreign =
    'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: deny-all, namespace: shop}\nspec: {ingress: [{}]}\n';
  await openTexts(page, { ...flat, 'foreign.yaml': foreign });
  const report = loadReport(page);
  await expect(report.getByRole('region', { name: 'Not used' })).toContainText(
    /CiliumNetworkPolicy.*its effect is missing.*deny-all/,
  );
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Answer incomplete' })).toContainText(
    '1 of a policy kind that is not evaluated',
  );
  await expect(page.getByTestId('policy-tree').getByRole('region', { name: 'Left out of the answer' })).toContainText(
    'deny-all',
  );
});

test('a rule hidden behind a line break that editors do not show is evaluated and reported', async ({ page }) => {
  const closed = (hidden: string) => policy.replace(/ {2}ingress.*\n/, `  ingress: # nobody${hidden}\n`);
  const hiding = { CR: '\r', NEL: '\u0085', LS: '\u2028' };
  await openTexts(page, { 'web.yaml': deployment('web'), 'db.yaml': deployment('db'), 'plain.yaml': closed('') });
  await expect(graphNode(page, web)).toHaveAttribute('aria-label', /ingress governed by 1 policy, no rule allows/);
  await page.getByRole('button', { name: 'Sluice' }).click();
  for (const [name, character] of Object.entries(hiding)) {
    await openTexts(page, {
      'web.yaml': deployment('web'),
      'db.yaml': deployment('db'),
      [`${name}.yaml`]: closed(`${character}  - {}`),
    });
    await expect(graphEdge(page, db, web)).toHaveAttribute('data-verdict', 'allowed');
    await tab(page, 'List', /^Problems/).click();
    const finding = page.getByTestId('findings').getByRole('button').filter({ hasText: 'The comment ends at' });
    await expect(finding).toContainText('to Kubernetes, what follows is not a comment');
    await page.getByRole('button', { name: 'Sluice' }).click();
  }
});

test('what is no manifest is named, and text can be added to the workspace on show', async ({ page }) => {
  await page.goto('/');
  await openBytes(page, 'picture.png', new Uint8Array([137, 80, 78, 71]));
  await expect(page.getByRole('list', { name: 'Notices about the files' })).toContainText('picture.png');
  await expect(page.getByTestId('demo')).toBeVisible();

  await openTexts(page, { 'web.yaml': deployment('web') });
  await expect(graphNode(page, web)).toBeVisible();
  await tab(page, 'List', 'Files').click();
  await openTexts(page, { 'db.yaml': deployment('db') });
  await expect(graphNode(page, db)).toBeVisible();
  await expect(graphNode(page, web)).toBeVisible();
});

test('of thousands of problems the first are listed and the others counted', async ({ page }) => {
  const rejected = Array.from({ length: 3000 }, (_, at) => `{apiVersion: v1, kind: Pod, metadata: {name: UPPER${at}}}`);
  await openTexts(page, { 'web.yaml': deployment('web'), 'bad.yaml': rejected.join('\n---\n') });
  await expect(loadReport(page)).toContainText('3,000');
  await loadReport(page).getByRole('button', { name: 'Close' }).click();
  await expect(graphNode(page, web)).toBeVisible();
  const leftOut = page.getByRole('region', { name: 'Left out of the answer' });
  await expect(leftOut).toContainText(/and 2,\d+ more/);
  expect(await leftOut.getByRole('listitem').count()).toBeLessThan(200);
  await tab(page, 'List', 'Problems 3,000').click();
  await expect(page.getByTestId('findings')).toContainText(/and 1,?950 more/);
  await expect(page.getByTestId('findings')).toContainText('1,000 more problems are not listed');
});
