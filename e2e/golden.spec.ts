// The screens look as they did. Pictures are kept in `golden/`; `npx playwright test e2e/golden.spec.ts --update-snapshots` takes them anew.
import type { Page } from '@playwright/test';
import { comparePictures, differenceText } from './golden/compare-pictures.ts';
import { expectPicture, keptPicture, takePicture } from './golden/expect-picture.ts';
import { steady } from './golden/steady-page.ts';
import { screens } from './screens.ts';
import { expect, test } from './watched-test.ts';
import { graphEdge, graphNode, workload } from './workbench-page.ts';

test.use({ viewport: { width: 1152, height: 720 }, deviceScaleFactor: 1, locale: 'en-US', timezoneId: 'UTC' });

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await steady(page);
});

/** No hover, and no focus but where the page has put it. */
async function takeHandsOff(page: Page): Promise<void> {
  await page.mouse.move(720, 1);
}

for (const { name, open, isKept, isLightOnly } of screens) {
  if (!isKept) continue;
  test(`${name} looks as it did`, async ({ page }) => {
    await open(page);
    await takeHandsOff(page);
    for (const colorScheme of isLightOnly ? (['light'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme });
      await expectPicture(page, `${name}-${colorScheme}`);
    }
  });
}

test('a node elsewhere, another colour, a missing edge or letter do not pass', async ({ page }) => {
  await screens.find(({ name }) => name === 'demo')?.open(page);
  await takeHandsOff(page);
  await expectPicture(page, 'demo-light');
  const difference = async () => differenceText(comparePictures(keptPicture('demo-light'), await takePicture(page)));
  /** What is told of the page with a style laid over it. */
  const differenceWith = async (style: string) => {
    const sheet = await page.addStyleTag({ content: style });
    const told = await difference();
    await sheet.evaluate((element) => element.parentNode?.removeChild(element));
    return told;
  };
  const node = `[data-node-id="${workload('backend')}"]`;
  const edge = `[data-edge-id="internet->${workload('frontend')}"]`;
  await expect(graphNode(page, workload('backend'))).toBeVisible();
  await expect(graphEdge(page, 'internet', workload('frontend'))).toHaveCount(1);

  expect(await differenceWith(`${node} { translate: 8px 0 }`)).toMatch(/squares/);
  expect(await differenceWith(`${edge} { display: none }`)).toMatch(/squares/);
  expect(await differenceWith(`${node} * { color: transparent !important }`)).toMatch(/squares/);
  for (const token of ['--surface-canvas', '--surface-panel', '--text-primary', '--verdict-allowed', '--accent']) {
    expect(await differenceWith(`:root { ${token}: #c04040 !important }`), token).not.toBe('');
  }
  // A step of the neutrals is less than the eye sees at once.
  expect(await differenceWith(':root { --surface-canvas: #f1f3f6 !important }')).toMatch(/colour/);
  expect(await difference()).toBe('');
});
