// A review on the page: opened from two folders, two lists, a patch or the draft; read by risk and by change; taken along.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { openReview, openReviewDialog, reviewSentence } from './open-review.ts';
import { expect, test } from './watched-test.ts';

const pods = `apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: web, image: web, ports: [{containerPort: 8080}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: shop, labels: {app: db}}
spec: {containers: [{name: db, image: db, ports: [{containerPort: 5432}]}]}
`;
const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
`;
const open = policy.replace(
  '        - podSelector:\n            matchLabels:\n              app: web\n',
  '        - ipBlock:\n            cidr: 0.0.0.0/0\n',
);

const file = (name: string, text: string) => ({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });

const reviewOf = (page: Page, base: string, head: string) =>
  openReview(page, { 'pods.yaml': pods, 'db.yaml': base }, { 'pods.yaml': pods, 'db.yaml': head });
const flips = (page: Page) => page.getByRole('navigation', { name: 'Flips by risk' });
const changes = (page: Page) => page.getByRole('region', { name: 'Changes of the manifests' });

test('base and head from files: a sentence, flips by risk, and the lines that make them', async ({ page }) => {
  await reviewOf(page, policy, open);
  await expect(reviewSentence(page)).toContainText('This change opens');
  await expect(reviewSentence(page)).toContainText('with addresses outside the cluster');
  const outside = flips(page).getByRole('region', { name: /^Opened, with addresses outside the cluster/ });
  await expect(outside.getByRole('button', { name: /Internet to shop ?\/ ?db/ })).toBeVisible();

  const object = changes(page).getByRole('article', { name: 'changed NetworkPolicy shop/db' });
  await expect(object).toContainText('cidr: 0.0.0.0/0');
  await expect(object.getByRole('note').first()).toBeVisible();

  await outside.getByRole('button', { name: /Internet to shop ?\/ ?db/ }).click();
  const explain = page.getByTestId('explain');
  await expect(explain).toContainText('allowed');
  await expect(explain).toContainText('db.yaml');

  await object
    .getByRole('button', { name: /opened/ })
    .first()
    .click();
  await expect(flips(page)).toContainText('Only what this');
  await flips(page).getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'Back to the editor' }).click();
  await expect(page.getByTestId('policy-tree')).toBeVisible();
  await page.keyboard.press('v');
  await expect(reviewSentence(page)).toContainText('This change opens');
});

test('base from a folder and head from an archive', async ({ page }, info) => {
  const folder = info.outputPath('before');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pods.yaml'), pods);
  await writeFile(join(folder, 'db.yaml'), policy);
  const archive = zipSync({ 'after/pods.yaml': strToU8(pods), 'after/db.yaml': strToU8(open) });
  const dialog = await openReviewDialog(page);
  await dialog.getByTestId('review-base-folder').setInputFiles(folder);
  await expect(dialog).toContainText('2 files, before');
  await dialog
    .getByTestId('review-head')
    .setInputFiles({ name: 'after.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) });
  await expect(dialog).toContainText('2 files, after.zip');
  await dialog.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(reviewSentence(page)).toContainText('with addresses outside the cluster');
  await expect(changes(page).getByRole('article')).toHaveCount(1);
});

test('a patch over what is loaded, and one that does not fit', async ({ page }) => {
  const dialog = await openReviewDialog(page);
  await dialog.getByTestId('review-base').setInputFiles([file('pods.yaml', pods), file('db.yaml', policy)]);
  const patch = dialog.getByRole('textbox', { name: /Or a patch/ });
  const text = (label: string) =>
    [
      '--- a/db.yaml',
      '+++ b/db.yaml',
      '@@ -13,4 +13,4 @@',
      '         - podSelector:',
      '             matchLabels:',
      `-              app: ${label}`,
      '+              app: front',
      '',
    ]
      .join('\n')
      .replace('-13,4 +13,4', '-13,3 +13,3');
  await patch.fill(text('shop'));
  await expect(dialog).toContainText('the patch does not fit');
  await expect(dialog.getByRole('button', { name: 'Review', exact: true })).toBeDisabled();
  await patch.fill(text('web'));
  await dialog.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(reviewSentence(page)).toContainText('closes 1 flow');
  await expect(changes(page).getByRole('note').first()).toContainText('web');
});

test('two lists that say the same, in another order and place, are no change', async ({ page }) => {
  const dialog = await openReviewDialog(page);
  await dialog.getByRole('textbox', { name: 'Base as text' }).fill(`${pods}---\n${policy}`);
  await dialog.getByRole('textbox', { name: 'Head as text' }).fill(`${policy}---\n# moved\n${pods}`);
  await dialog.getByRole('heading', { name: /^Base/ }).click();
  await dialog.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(reviewSentence(page)).toHaveText('This change opens and closes nothing.');
  await expect(changes(page)).toContainText('say the same in base and head');
});

test('the draft against its baseline, by keyboard; and the review as Markdown and JSON', async ({ page }) => {
  await page.goto('/');
  await page.getByTestId('demo').click();
  await page.getByTestId('policy-tree').getByRole('button').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('review the changes');
  await page.keyboard.press('Enter');
  await expect(reviewSentence(page)).toHaveText('This change opens and closes nothing.');
  await page.keyboard.press('v');
  await expect(page.getByTestId('policy-tree')).toBeVisible();
  await page.keyboard.press('v');
  await expect(reviewSentence(page)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as' }).click();
  await page.getByRole('menuitem', { name: /JSON/ }).click();
  const path = await (await download).path();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ schema: 'sluice/diff/v1' });
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the review and its dialog have no accessibility fault in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const dialog = await openReviewDialog(page);
    await expect(dialog).toBeVisible();
    const axe = () =>
      new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect((await axe()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await reviewOf(page, policy, open);
    await expect(reviewSentence(page)).toContainText('This change opens');
    await expect(page.getByTestId('graph').locator('[data-edge-id]').first()).toBeVisible();
    expect((await axe()).violations).toEqual([]);
  });
}
