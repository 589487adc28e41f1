// What a browser loads before anything shows stays small; the editor and the graph come when they are needed.
import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { expect, test } from './watched-test.ts';
import { editorText, graphNode, workload } from './workbench-page.ts';

/** Bytes, gzipped. */
const limit = 200_000;
/** Class names that only the libraries' own code holds. */
const marks = { Monaco: 'monaco-mouse-cursor-text', 'React Flow': 'react-flow__pane' };

test('the first scripts are under 200 KB gzipped, without Monaco and React Flow', async ({ page }) => {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js') && !response.url().includes('.worker')) responses.push(response);
  });
  const texts = () => Promise.all(responses.map((response) => response.text()));
  const holding = async (mark: string) => (await texts()).filter((text) => text.includes(mark)).length;

  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(page.getByTestId('demo')).toBeVisible();
  const sizes = (await texts()).map((text) => gzipSync(text).length);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(limit);
  for (const mark of Object.values(marks)) expect(await holding(mark)).toBe(0);

  await page.getByTestId('demo').click();
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
  await editorText(page);
  for (const mark of Object.values(marks)) expect(await holding(mark)).toBeGreaterThan(0);
});
