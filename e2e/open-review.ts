// Opens a review on the page by its dialog.
import type { Page } from '@playwright/test';
import { platformFiles } from '../src/testing/platform/platform-files.ts';
import { expect } from './watched-test.ts';

export type Texts = Readonly<Record<string, string>>;

const uploads = (texts: Texts) =>
  Object.entries(texts).map(([name, text]) => ({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) }));

export const reviewSentence = (page: Page) => page.getByRole('region', { name: 'Review' }).getByRole('heading');

export async function openReviewDialog(page: Page) {
  await page.goto('/');
  await page.getByRole('button', { name: /^Review a change/ }).click();
  return page.getByRole('dialog', { name: 'Review a change' });
}

/** From an empty tab to the first sentence. */
export async function openReview(page: Page, base: Texts, head: Texts): Promise<void> {
  const dialog = await openReviewDialog(page);
  await dialog.getByTestId('review-base').setInputFiles(uploads(base));
  await dialog.getByTestId('review-head').setInputFiles(uploads(head));
  await dialog.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(reviewSentence(page)).toContainText('This change');
}

/** Four changes of the sample platform, which open seven flows and close seven. */
const platformEdits: readonly (readonly [file: string, before: string, after: string])[] = [
  ['44-tenants.yaml', "        selector: app in {'web', 'cart', 'checkout', 'recommendations', 'sitemap'}\n", ''],
  ['16-catalogue.yaml', 'labels: { app: search, published: "yes" }', 'labels: { app: search }'],
  ['53-orders-policies.yaml', 'names: [orders-api, orders-worker, invoice-run]', 'names: [orders-api, orders-worker]'],
  ['54-payments-policies.yaml', "app in {'ledger', 'fraud-scoring'}", "app == 'ledger'"],
  ['54-payments-policies.yaml', "selector: partner == 'card-networks'", 'notNets: [10.0.0.0/8]'],
];

export async function openPlatformReview(page: Page): Promise<void> {
  const base = Object.fromEntries(platformFiles.map(({ path, text }) => [path, text]));
  const head = { ...base };
  for (const [file, before, after] of platformEdits) head[file] = (head[file] ?? '').replace(before, after);
  await openReview(page, base, head);
  await expect(page.getByTestId('graph').locator('[data-edge-id]').first()).toBeVisible();
}
