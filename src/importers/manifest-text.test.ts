// Encodings: by byte-order mark, otherwise UTF-8; binary content is refused.
import { describe, expect, it } from 'vitest';
import { entry } from '../testing/import-entry.ts';
import { importFiles } from './import-entries.ts';
import { manifestText } from './manifest-text.ts';

const read = async (...bytes: number[]) => {
  const { files, notices } = await importFiles([entry('a.yaml', Uint8Array.from(bytes))]);
  return { text: files[0]?.text, notice: notices[0]?.message };
};

it.each([
  ['a.yaml', true],
  ['b/A.YML', true],
  ['a.json', true],
  ['yaml', false],
  ['a.yaml.txt', false],
])('recognises %s: %s', (path, expected) => expect(manifestText.recognise(path, new Set())).toBe(expected));

describe('encodings', () => {
  it.each<[string, number[], string, string | undefined]>([
    ['UTF-8', [0x61, 0xc3, 0xa9], 'aé', undefined],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61], 'a', undefined],
    ['UTF-8 with two marks keeps the second', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61], '\ufeffa', undefined],
    ['UTF-16LE', [0xff, 0xfe, 0x61, 0, 0xe9, 0], 'aé', 'is UTF-16LE, read as kubectl reads it'],
    ['UTF-16BE', [0xfe, 0xff, 0, 0x61, 0, 0xe9], 'aé', 'is UTF-16BE, read as kubectl reads it'],
    [
      'bad UTF-8',
      [0x61, 0xff, 0x62],
      'a\ufffdb',
      'is not valid UTF-8; the bytes in question are read as U+FFFD, as kubectl does',
    ],
    ['nothing', [], '', undefined],
  ])('%s', async (_, bytes, text, notice) => expect(await read(...bytes)).toEqual({ text, notice }));

  it.each<[string, number[], string]>([
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 'is UTF-32, which kubectl does not read; save it as UTF-8; skipped'],
    ['a NUL', [0x61, 0, 0x62], 'is not text (a NUL character at position 1); skipped'],
    ['UTF-16 without a mark', [0x61, 0, 0x62, 0], 'is not text (a NUL character at position 1); skipped'],
  ])('refuses %s', async (_, bytes, notice) => expect(await read(...bytes)).toEqual({ text: undefined, notice }));
});
