// Holds the page to the picture kept of it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../watched-test.ts';
import { comparePictures, differenceText, markDifference } from './compare-pictures.ts';
import { type Picture, readPng, writePng } from './png.ts';

const fileOf = (name: string): string => join(import.meta.dirname, `${name}.png`);

export const keptPicture = (name: string): Picture => readPng(readFileSync(fileOf(name)));

export const takePicture = async (page: Page): Promise<Picture> =>
  readPng(await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' }));

/** Two pictures in a row that are the same. */
export async function settled(page: Page): Promise<Picture> {
  let last = await takePicture(page);
  await expect
    .poll(async () => {
      const next = await takePicture(page);
      const isSame =
        next.pixels.length === last.pixels.length && next.pixels.every((colour, at) => colour === last.pixels[at]);
      last = next;
      return isSame;
    })
    .toBe(true);
  return last;
}

/** Waits until the page looks as kept; `playwright test --update-snapshots` keeps it as it looks now. */
export async function expectPicture(page: Page, name: string): Promise<void> {
  const { updateSnapshots } = test.info().config;
  if (updateSnapshots === 'all' || updateSnapshots === 'changed')
    writeFileSync(fileOf(name), writePng(await settled(page)));
  expect(existsSync(fileOf(name)), `${name}.png is kept (else: --update-snapshots)`).toBe(true);
  const kept = keptPicture(name);
  let actual = kept;
  try {
    await expect
      .poll(async () => {
        actual = await takePicture(page);
        return differenceText(comparePictures(kept, actual));
      }, `${name} looks as in e2e/golden/${name}.png`)
      .toBe('');
  } catch (error) {
    const marked = markDifference(actual, comparePictures(kept, actual));
    for (const [kind, picture] of Object.entries({ expected: kept, actual, difference: marked })) {
      await test.info().attach(`${name}-${kind}`, { body: writePng(picture), contentType: 'image/png' });
    }
    throw error;
  }
}
