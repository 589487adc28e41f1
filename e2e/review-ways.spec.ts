// The ways that bring base and head into the page from elsewhere: data inside it, the command, a saved report, a Git forge.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { runCommand } from '../src/cli/run-command.ts';
import { pageWithReview } from '../src/exporters/review-page.ts';
import { ForgeServer } from '../src/testing/forge-server.ts';
import { dbPolicy, shopPods } from '../src/testing/shop-manifests.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './watched-test.ts';
import { editorText, expectImpact, openDemo, openIngress, typeInstead } from './workbench-page.ts';

const evil = '</script><!--<img src=x onerror=window.hit=1>';
const base = { 'k8s/pods.yaml': shopPods, 'k8s/db.yaml': dbPolicy('db') };
const head = { ...base, 'k8s/db.yaml': dbPolicy('web'), [`k8s/${evil.replaceAll('/', '_')}.yaml`]: `# ${evil}\n` };
const filesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));
const built = (name: string) => readFileSync(join(import.meta.dirname, '../dist', name), 'utf8');

const sentence = (page: Page) => page.getByRole('region', { name: 'Review' }).getByRole('heading');
const flips = (page: Page) => page.getByRole('navigation', { name: 'Flips by risk' });

async function expectReview(page: Page): Promise<void> {
  await expect(sentence(page)).toContainText('This change opens 1 flow');
  await expect(flips(page).getByRole('button', { name: /shop ?\/ ?web to shop ?\/ ?db/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Changes of the manifests' })).toContainText('app: web');
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
}

async function act(page: Page, label: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search or act' }).fill(label);
  await page.getByRole('option', { name: label }).first().click();
}

/** Takes out what the watch saw of these places, which the journey goes to on purpose. */
function takeOut(faults: string[], ...places: (string | RegExp)[]): void {
  const kept = faults.filter(
    (fault) => !places.some((place) => (typeof place === 'string' ? fault.includes(place) : place.test(fault))),
  );
  faults.splice(0, faults.length, ...kept);
}

test('data inside the page: opened as a review, and what the browser keeps stays as it is', async ({ page }) => {
  await openDemo(page);
  await typeInstead(page, openIngress('backend'));
  await expect(page.getByTestId('impact')).not.toHaveAttribute('data-opened', '0');
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('title', /saved/i);

  const body = pageWithReview(built('index.html'), { name: evil, base: filesOf(base), head: filesOf(head) });
  await page.route('**/', (route) => route.fulfill({ contentType: 'text/html', body: body ?? '' }));
  await page.reload();
  await expectReview(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(evil);
  await page.getByRole('button', { name: 'Back to the editor' }).click();
  await expect(page.getByText('The browser does not store this workspace')).toHaveCount(0);
  await typeInstead(page, openIngress('db'));
  await expect(page.getByText('The browser does not store this workspace')).toBeVisible();

  await page.unroute('**/');
  await page.reload();
  await expect(await editorText(page)).toContainText('open-backend');
});

test('data that cannot be read is said so, and nothing else is shown in its place', async ({ page }) => {
  const body = built('index.html').replace('id="sluice-review"></', 'id="sluice-review">{"schema": "other"}</');
  await page.route('**/', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('/');
  await expect(page.getByText(/the review it brings cannot be read/)).toBeVisible();
});

test('the command serves the review of two folders until it is stopped', async ({ page, faults }) => {
  const cwd = mkdtempSync(join(tmpdir(), 'sluice-review-'));
  let stop: () => void = () => undefined;
  let said = '';
  const terminal = {
    cwd,
    pages: join(import.meta.dirname, '../dist'),
    out: (text: string | Uint8Array) => {
      said += text;
    },
    message: (line: string) => {
      said += line;
    },
    today: () => '2026-01-01',
    input: async () => new TextEncoder().encode(`${shopPods}---\n${dbPolicy('web')}`),
    stopped: () =>
      new Promise<void>((resolve) => {
        stop = resolve;
      }),
  };
  writeFileSync(join(cwd, 'before.yaml'), `${shopPods}---\n${dbPolicy('db')}`);
  const ended = runCommand(['review', 'before.yaml', '-'], terminal);
  await expect.poll(() => said).toContain('http://');
  const address = /http:\S+/.exec(said)?.[0] ?? '';
  await page.goto(address);
  await expectReview(page);
  await expect(page).toHaveTitle('before.yaml and - – Sluice');
  stop();
  expect(await ended).toBe(0);
  await expect(page.goto(address)).rejects.toThrow(/REFUSED|RESET|EMPTY/);
  rmSync(cwd, { recursive: true });
  takeOut(faults, `request: ${new URL(address).origin}`);
});

test('a report saved from the page opens as a file, with no network, and can be worked in', async ({
  page,
  browser,
  faults,
}) => {
  const body = pageWithReview(built('index.html'), { name: 'shop', base: filesOf(base), head: filesOf(head) });
  await page.route('**/', (route) => route.fulfill({ contentType: 'text/html', body: body ?? '' }));
  await page.goto('/');
  await expectReview(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as' }).click();
  await page.getByRole('menuitem', { name: /^HTML/ }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('sluice-review-shop.html');
  const folder = mkdtempSync(join(tmpdir(), 'sluice-report-'));
  const file = join(folder, 'report.html');
  await saved.saveAs(file);

  const context = await browser.newContext({ offline: true });
  const report = await context.newPage();
  const asked: string[] = [];
  report.on('request', (request) => asked.push(request.url()));
  report.on('console', (message) => message.type() === 'error' && faults.push(`report: ${message.text()}`));
  report.on('pageerror', (error) => faults.push(`report: ${error.message}`));
  await report.goto(pathToFileURL(file).href);
  await expectReview(report);
  expect(report.workers()).toHaveLength(1);
  expect(
    await report.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'sent',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  faults.splice(0, faults.length, ...faults.filter((fault) => !/example\.com/.test(fault)));

  await report.getByRole('button', { name: 'Back to the editor' }).click();
  const text = report.getByRole('textbox', { name: 'Manifest' });
  await text.fill(dbPolicy('db'));
  await expectImpact(report, 0, 0);
  expect(asked.filter((url) => !/^(data|blob):/.test(url))).toEqual([pathToFileURL(file).href]);
  await context.close();
  rmSync(folder, { recursive: true });
});

test.describe('from a Git forge', () => {
  const project = { project: 'acme/shop', title: `Open the shop ${evil}`, base, head };
  let server = new ForgeServer(project);
  test.beforeEach(() => {
    server = new ForgeServer(project);
  });
  test.afterEach(() => server.stop());

  async function openFetchPage(page: Page): Promise<Page> {
    const popup = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'From a pull request…' }).click();
    return popup;
  }

  async function find(fetching: Page, address: string): Promise<void> {
    await fetching.getByRole('textbox', { name: /^Address of a pull request/ }).fill(address);
    await fetching.getByRole('button', { name: 'Find the change' }).click();
  }

  test('a pull request becomes a review, by way of a page that asks the forge', async ({ page, faults }) => {
    const origin = await server.start();
    await page.goto('/');
    await page.getByRole('button', { name: /^Review a change/ }).click();
    const fetching = await openFetchPage(page);
    await find(fetching, `${origin}/acme/shop/pull/7`);
    const form = fetching.getByRole('form', { name: 'What to read' });
    await expect(form.getByRole('heading')).toContainText(`#7 Open the shop ${evil}`);
    await expect(form.getByRole('list', { name: 'Changed manifests' })).toContainText('k8s/db.yaml');
    expect(await axeViolations(fetching)).toEqual([]);
    // Somebody else's answer, or one to another question, is not taken.
    await page.evaluate(() => {
      const review = { schema: 'sluice/review-input/v1', name: 'forged', base: [], head: [] };
      postMessage({ kind: 'sluice-fetched-review', nonce: '', review }, location.origin);
    });
    const closed = fetching.waitForEvent('close');
    await form.getByRole('button', { name: 'Read and review' }).click();
    await closed;
    await expectReview(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(evil);
    takeOut(faults, `request: ${origin}`);
  });

  test('a merge request of a private project, one folder of it; unsaved work is asked about', async ({
    page,
    faults,
  }) => {
    server = new ForgeServer({ ...project, token: 'secret-token', head: { ...head, 'other/x.yaml': 'a: 1\n' } });
    const origin = await server.start();
    await openDemo(page);
    await typeInstead(page, openIngress('backend'));
    await act(page, 'Review a change');
    const fetching = await openFetchPage(page);
    const address = `${origin}/acme/shop/-/merge_requests/7`;
    await find(fetching, address);
    await expect(fetching.getByRole('alert')).toContainText('private and needs a token');
    await fetching.getByText('Private project, or a forge of your own').click();
    await expect(fetching.getByLabel('Address of the API')).toHaveValue(`${origin}/api/v4`);
    await fetching.getByLabel('Token').fill('secret-token');
    await fetching.getByRole('button', { name: 'Find the change' }).click();
    await fetching.getByLabel('Folder of the cluster’s manifests').fill('k8s');
    await expect(fetching.getByText('1 changed manifest outside this folder will not be read.')).toBeVisible();
    await fetching.getByRole('button', { name: 'Read and review' }).click();

    const offer = page.getByRole('dialog', { name: 'Open the review?' });
    await expect(offer).toContainText('!7 Open the shop');
    await offer.getByRole('button', { name: 'Open the review' }).click();
    await expectReview(page);
    await act(page, 'Go to the start page');
    await expect(page.getByRole('region', { name: 'Kept workspaces' })).toBeVisible();
    expect(server.requests.join()).not.toContain('secret-token');
    takeOut(faults, `request: ${origin}`, /status of 404/);
  });

  test('what the forge refuses is said in words; a page that nobody waits for says so', async ({ page, faults }) => {
    const origin = await server.start();
    await page.goto('/fetch.html');
    await expect(page.getByRole('alert')).toContainText('No page of Sluice waits');
    const alert = page.getByRole('alert').last();
    await find(page, 'https://github.com/acme');
    await expect(alert).toContainText('no address of a change');
    await find(page, `${origin}/acme/shop/pull/8`);
    await expect(alert).toContainText('nothing at this address (404)');
    server.refuseWith = { status: 429, headers: { 'retry-after': '90' } };
    await find(page, `${origin}/acme/shop/pull/7`);
    await expect(alert).toContainText(/no more requests for now; try again in 2 minutes/);
    server.refuseWith = undefined;
    await page.getByRole('button', { name: 'Find the change' }).click();
    await page.getByRole('button', { name: 'Read and review' }).click();
    await expect(alert).toContainText('does not wait for a change any more');
    takeOut(faults, `request: ${origin}`, /status of (404|429)/);
  });
});
