// Links to a state: made, read by another browser, asked about, refused; and back and forward.
import type { Page } from '@playwright/test';
import { expect, test } from './watched-test.ts';
import { editorText, graphNode, openDemo, openTexts, tab, typeInstead, workload } from './workbench-page.ts';

async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy link' });
  await expect(dialog.getByRole('textbox', { name: 'Address' })).toHaveValue(/#s=1\../);
  return dialog.getByRole('textbox', { name: 'Address' }).inputValue();
}

const secret = `apiVersion: v1
kind: Secret
metadata:
  name: key
  namespace: shop
data:
  password: aHVudGVyMg==
`;
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers: [{ name: web, image: web }]
`;

test('a link brings files, edits and view to another browser, without what Secrets hold', async ({ page, browser }) => {
  await openTexts(page, { 'secret.yaml': secret, 'pod.yaml': pod });
  await page.getByRole('button', { name: 'Close' }).or(graphNode(page, 'workload:shop/Pod/web')).first().waitFor();
  await graphNode(page, 'workload:shop/Pod/web').click();
  await tab(page, 'View', 'Table').click();
  const address = await linkOf(page);
  const dialog = page.getByRole('dialog', { name: 'Copy link' });
  await expect(dialog.getByRole('region', { name: 'What is in the link' })).toContainText('2 files');
  await expect(dialog.getByRole('list', { name: 'Files in the link' }).getByRole('listitem')).toHaveCount(2);

  const other = await browser.newPage();
  await other.goto(address);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('2 files');
  await expect(tab(other, 'View', 'Table')).toHaveAttribute('aria-selected', 'true');
  await expect(other.getByRole('heading', { level: 2, name: /web/ })).toBeVisible();
  await tab(other, 'List', 'Files').click();
  await other.getByRole('tabpanel', { name: 'files' }).getByRole('button', { name: 'secret.yaml' }).click();
  await expect(await editorText(other)).toContainText('data:');
  await expect(await editorText(other)).not.toContainText('aHVudGVyMg');
  // Manifests do not stay in the browser's history.
  expect(new URL(other.url()).hash).toBe('');
  await other.close();
});

test('a link asks before it takes the place of unsaved work, and keeps that', async ({ page }) => {
  await openDemo(page);
  const address = await linkOf(page);
  await page.keyboard.press('Escape');
  await typeInstead(page, 'own-words');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(address).hash);
  const question = page.getByRole('dialog', { name: 'Open the link?' });
  await expect(question).toContainText('Your edits');
  await question.getByRole('button', { name: 'Stay with my edits' }).click();
  await expect(await editorText(page)).toContainText('own-words');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(address).hash);
  await question.getByRole('button', { name: 'Open the link' }).click();
  await expect(await editorText(page)).toContainText('default-deny');
  await page.getByRole('button', { name: 'Sluice' }).click();
  await expect(page.getByText('replaced by other files')).toBeVisible();
});

test('links that cannot be read say why', async ({ page }) => {
  await page.goto('/#s=1.AAAA');
  const dialog = page.getByRole('dialog', { name: 'The link was not opened' });
  await expect(dialog.getByRole('alert')).toContainText('damaged');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByTestId('demo')).toBeVisible();
});

test('back and forward go through views and the start page', async ({ page }) => {
  await openDemo(page);
  await tab(page, 'View', 'Matrix').click();
  await tab(page, 'View', 'Table').click();
  await page.goBack();
  await expect(tab(page, 'View', 'Matrix')).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
  await page.goBack();
  await expect(page.getByTestId('demo')).toBeVisible();
  await page.goForward();
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
});

test('the address follows what is on show where that is asked for', async ({ page }) => {
  await openDemo(page);
  await linkOf(page);
  await page.getByRole('checkbox', { name: /Keep the address/ }).check();
  await page.keyboard.press('Escape');
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#s=1\./);
  const before = page.url();
  await tab(page, 'View', 'Matrix').click();
  await expect.poll(() => page.url()).not.toBe(before);
});
