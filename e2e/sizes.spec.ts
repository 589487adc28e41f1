// What a browser loads before anything shows stays small; the graph comes while somebody looks at the start page, the editor when it is needed.
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
  const holding = async (mark: string, some = responses): Promise<number> => {
    const texts = await Promise.all(some.map((response) => response.text()));
    return texts.filter((text) => text.includes(mark)).length;
  };

  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(page.getByTestId('demo')).toBeVisible();
  const early = new Set(await page.evaluate(scriptsBeforePaint));
  const first = responses.filter((response) => early.has(response.url()));
  const sizes = await Promise.all(first.map(async (response) => gzipSync(await response.text()).length));
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(limit);
  expect(await holding(marks['React Flow'], first)).toBe(0);
  expect(await holding(marks.Monaco)).toBe(0);

  await page.getByTestId('demo').click();
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
  await editorText(page);
  for (const mark of Object.values(marks)) expect(await holding(mark)).toBeGreaterThan(0);
});

/** Runs in the page: addresses of what was asked for before anything was painted. */
function scriptsBeforePaint(): string[] {
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY;
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime < painted)
    .map(({ name }) => name);
}
