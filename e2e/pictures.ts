// Pictures of every screen for people to look at (`npm run pictures`): light and dark, wide and narrow, with the fonts of this machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settled } from './golden/expect-picture.ts';
import { writePng } from './golden/png.ts';
import { screens } from './screens.ts';
import { test } from './watched-test.ts';

const folder = process.env.PICTURES ?? join(import.meta.dirname, '../test-results/pictures');
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 1024, height: 700 } } as const;

/** Those of the README, in one theme and size. */
const ofReadme: Readonly<Record<string, 'light' | 'dark'>> = {
  'demo-explained': 'light',
  'demo-flips': 'light',
  'platform-matrix': 'dark',
  'platform-review': 'light',
};
const readmeFolder = join(import.meta.dirname, '../docs/pictures');

test.use({ viewport: sizes.wide, deviceScaleFactor: 1, locale: 'en-US' });

for (const { name, open } of screens) {
  test(name, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(page);
    await page.mouse.move(720, 1);
    const take = async () => writePng(await settled(page));
    if (process.env.PICTURES === 'README') {
      const colorScheme = ofReadme[name];
      test.skip(!colorScheme, 'not one of those');
      await page.emulateMedia({ colorScheme: colorScheme ?? 'light' });
      mkdirSync(readmeFolder, { recursive: true });
      writeFileSync(join(readmeFolder, `${name}.png`), await take());
      return;
    }
    mkdirSync(folder, { recursive: true });
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        writeFileSync(join(folder, `${name}-${size}-${colorScheme}.png`), await take());
      }
    }
  });
}
