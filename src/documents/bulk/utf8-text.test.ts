// Bytes become the text that the platform's own decoder makes of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../testing/property-runs.ts';
import { firstBadByte, utf8Text } from './utf8-text.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const piece = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 4 }),
  fc.constantFrom(
    [0xe2, 0x80],
    [0xf0, 0x9f, 0x98],
    [0xed, 0xa0, 0x80],
    [0xc0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xef, 0xbb, 0xbf],
  ),
);
const bytes = fc.array(piece).map((pieces) => Uint8Array.from(pieces.flatMap((one) => [...one])));

describe('utf8Text', () => {
  it('agrees with TextDecoder', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(utf8Text(some, 0, some.length)).toBe(decoder.decode(some));
      }),
      runs(1000),
    );
  });

  it('reads long texts in pieces', () => {
    const text = 'aé😀'.repeat(10_000);
    expect(utf8Text(new TextEncoder().encode(text), 0, 70_000) === text).toBe(true);
  });
});

describe('firstBadByte', () => {
  it('finds where a decoder would put U+FFFD', () => {
    expect(firstBadByte(Uint8Array.of(0x61, 0xc3, 0xa9, 0xff), 0, 4)).toBe(3);
    expect(firstBadByte(Uint8Array.of(0x61, 0xc3, 0xa9), 0, 3)).toBe(-1);
  });
});
