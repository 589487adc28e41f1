// Manifests stay in the tab: nothing is asked of any other place, nothing can be, and names in manifests are text.
import type { Page } from '@playwright/test';
import { expect, test } from './watched-test.ts';
import {
  editorText,
  expectImpact,
  explain,
  openDemo,
  openIngress,
  openTexts,
  tab,
  typeInstead,
} from './workbench-page.ts';

/** Tries to reach a server in the ways a script has. */
async function tryToSend(): Promise<string[]> {
  const sent: string[] = [];
  const fetched = (url: string) =>
    fetch(url).then(
      () => sent.push(`fetch ${url}`),
      () => undefined,
    );
  await Promise.all([fetched('/favicon.svg'), fetched('http://127.0.0.1:9/'), fetched('data:text/plain,x')]);
  await new Promise<void>((settled) => {
    const request = new XMLHttpRequest();
    request.onload = () => settled(void sent.push('XMLHttpRequest'));
    request.onerror = () => settled();
    try {
      request.open('GET', '/favicon.svg');
      request.send();
    } catch {
      settled();
    }
  });
  return sent;
}

test('a whole session asks for the page’s own files only', async ({ page, faults }) => {
  const [response] = await Promise.all([
    page.waitForResponse((one) => new URL(one.url()).pathname === '/'),
    openDemo(page),
  ]);
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'none'", "form-action 'none'"]),
  );
  expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);

  await typeInstead(page, openIngress('backend'));
  await expect(page.getByTestId('impact')).not.toHaveAttribute('data-opened', '0');
  const panel = await explain(page, 'dev-app/frontend', 'dev-app/database', 3306);
  await expect(panel).toHaveAttribute('data-verdict', /allowed|denied/);
  await tab(page, 'View', 'Table').click();
  await expect(page.getByTestId('flows-table').locator('tbody tr').first()).toBeVisible();
  await page.getByRole('button', { name: 'Load report' }).click();
  await expect(page.getByRole('dialog', { name: 'Load report' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('neither the page nor its worker can reach any server', async ({ page, faults }) => {
  await openDemo(page);
  expect(await page.evaluate(tryToSend)).toEqual([]);
  await page.evaluate(() => navigator.sendBeacon('/beacon'));
  const engine = page.workers().find((worker) => worker.url().includes('engine'));
  expect(await engine?.evaluate(tryToSend)).toEqual([]);
  // The watch saw each attempt refused, so it would see one that the page makes by itself.
  await expect.poll(() => faults.filter((fault) => /violated: connect-src .*beacon/.test(fault))).not.toEqual([]);
  expect(faults.filter((fault) => fault.startsWith('request'))).toEqual([]);
  faults.length = 0;
});

const markup = '<img src=x onerror="window.hit=1">';
const hostile = [
  markup,
  '</script><script>window.hit=1</script>',
  '"><svg onload=window.hit=1>',
  'javascript:window.hit=1',
  'a\u202eb',
];
const quoted = (text: string) => JSON.stringify(text).replaceAll('\u202e', '\\u202e');

/** One object for each place that takes text, with a hostile text in each: some are read, most are rejected by name. */
const hostileObjects = (text: string): string => {
  const evil = quoted(text);
  return [
    `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${evil}}}`,
    `{apiVersion: v1, kind: ${evil}, metadata: {name: kind}}`,
    `{apiVersion: ${evil}, kind: Pod, metadata: {name: version}}`,
    `{apiVersion: v1, kind: Namespace, metadata: {name: ${evil}}}`,
    `{apiVersion: v1, kind: Pod, metadata: {name: ${evil}, namespace: shop}}`,
    `{apiVersion: v1, kind: Pod, metadata: {name: label, namespace: shop, labels: {app: ${evil}}}}`,
    `{apiVersion: v1, kind: Pod, metadata: {name: key, namespace: shop, labels: {${evil}: app}}}`,
    `{apiVersion: v1, kind: Pod, metadata: {name: field, namespace: shop, ${evil}: 1}}`,
    `{apiVersion: v1, kind: Pod, metadata: {name: note, namespace: shop, annotations: {note: ${evil}}}}`,
    `{apiVersion: v1, kind: Pod, metadata: {name: port, namespace: shop}, spec: {containers: [{name: ${evil}, ports: [{name: ${evil}, containerPort: 80}]}]}}`,
    `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${evil}, namespace: shop}, spec: {podSelector: {}}}`,
    `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: block, namespace: shop}, spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: ${evil}}}]}]}}`,
    `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: selects, namespace: shop}, spec: {podSelector: {matchLabels: {app: ${evil}}}}}`,
  ].join('\n---\n');
};

async function expectNothingActed(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  const made =
    'img, iframe, object, embed, svg[onload], a[href^="javascript"], a[href*="window.hit"], body script, [onerror]';
  await expect(page.locator(made)).toHaveCount(0);
}

test('hostile names are text wherever they are shown', async ({ page }) => {
  const name = (text: string) => `${text.replaceAll('/', '_')}.yaml`;
  await openTexts(page, Object.fromEntries(hostile.map((text) => [name(text), hostileObjects(text)])));

  await test.step('load report: kinds, names, problems by file', async () => {
    const report = page.getByRole('dialog', { name: 'Load report' });
    await expect(report).toContainText(name(markup));
    await expect(report.getByRole('region', { name: 'Not used' })).toContainText(markup);
    await expect(report.getByRole('region', { name: 'Problems', exact: true })).toContainText(markup);
    // A character that turns the direction of text is shown as what it is.
    await expect(report).toContainText('U+202E');
    await expectNothingActed(page);
    await report.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('editor, its markers and hovers', async () => {
    await editorText(page);
    await page.getByRole('button', { name: /^Next/ }).click();
    await expect(page.locator('.marker-widget')).toContainText('window.hit');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.press('ControlOrMeta+i');
    await expect(page.locator('.monaco-hover', { hasText: 'window.hit' }).first()).toBeVisible();
    await expectNothingActed(page);
  });

  await test.step('lists, graph, table and explain', async () => {
    for (const list of ['Files', /^Problems/, 'Policies']) {
      await tab(page, 'List', list).click();
      await expectNothingActed(page);
    }
    await page.getByRole('combobox', { name: 'Search or act' }).fill('img');
    await expect(page.getByRole('option').first()).toContainText('<img');
    await page.keyboard.press('Escape');
    await tab(page, 'View', 'Table').click();
    await page.getByRole('combobox', { name: 'Filter flows' }).fill(markup);
    const panel = await explain(page, markup, 'shop/note', 80);
    await expect(panel.getByRole('alert')).toContainText(markup);
    await expectNothingActed(page);
  });
});

test('a hostile name that is accepted is text in the title and in the graph’s words', async ({ page }) => {
  // Names of ports may not be hostile, but file names may be anything, and the only file names the workspace.
  await openTexts(page, { [`${markup}.yaml`]: openIngress('web') });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(markup);
  await expect(page).toHaveTitle(`${markup}.yaml – Sluice`);
  await expectImpact(page, 0, 0);
  await expectNothingActed(page);
});
