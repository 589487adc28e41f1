// Wrong manifests that people write: each is found and told, and mended where one can know what was meant.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { problemsIn } from '../testing/lint-manifests.ts';
import { wrongManifests } from '../testing/wrong-manifests.ts';

/** One mistake may be made in several places, each mended apart. */
const MOST_FIXES = 5;

const foundIn = async (text: string, code: string) => (await problemsIn(text)).filter((one) => one.code === code);

/** The text after the first fix of the first finding, again and again until there is none, nor anything that is rejected. */
async function mended(text: string, code: string): Promise<string> {
  let now = text;
  for (let count = 0; count < MOST_FIXES; count++) {
    const wrong = (await problemsIn(now)).find((one) => one.code === code || one.gap !== undefined);
    const [fix] = wrong?.fixes ?? [];
    if (!fix) return now;
    now = applyEdits(now, fix.edits);
  }
  return now;
}

describe.each(wrongManifests.map((one) => [one.what, one] as const))('%s', (_, { text, code, fix }) => {
  it(`is found: ${code}`, async () => {
    const [first] = await foundIn(text, code);
    expect(first?.fixes?.[0]?.title).toBe(fix);
    expect(first).toMatchObject({ location: { file: 'case.yaml' }, message: expect.stringMatching(/\w/) });
    // What offers no fix says what to do.
    if (fix === undefined) expect(first?.advice ?? first?.message).toMatch(/\w/);
  });

  it.runIf(fix !== undefined)('is mended', async () => {
    const after = await mended(text, code);
    expect(await foundIn(after, code)).toEqual([]);
    expect((await problemsIn(after)).filter(({ gap }) => gap !== undefined)).toEqual([]);
  });
});
