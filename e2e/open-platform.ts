// The sample platform on the page: 60 workloads in 12 namespaces under 4 tiers.
import { expect, type Page } from '@playwright/test';
import { platformFiles } from '../src/testing/platform/platform-files.ts';
import { openTexts } from './workbench-page.ts';

/** Opens it and waits until it is drawn. */
export async function openPlatform(page: Page): Promise<void> {
  await openTexts(page, Object.fromEntries(platformFiles.map(({ path, text }) => [path, text])));
  await expect(page.getByTestId('graph').locator('[data-node-id]').first()).toBeVisible();
}
