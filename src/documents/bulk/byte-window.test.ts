// The bytes at hand, their offsets in the file and their lines stay right however the window moves.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../testing/property-runs.ts';
import { ByteWindow } from './byte-window.ts';

describe('ByteWindow', () => {
  it('knows offset and line of what is at hand', () => {
    const steps = fc.array(
      fc.record({ add: fc.integer({ min: 1, max: 50_000 }), drop: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );
    fc.assert(
      fc.property(steps, (moves) => {
        const window = new ByteWindow();
        let added = 0;
        let dropped = 0;
        const isFeed = (at: number): boolean => at % 7 === 3 || at % 11 === 4;
        for (const { add, drop } of moves) {
          window.append(Uint8Array.from({ length: add }, (_, at) => (isFeed(added + at) ? 0x0a : 0x61)));
          added += add;
          const by = Math.floor(drop * window.length);
          window.consume(window.start + by);
          dropped += by;
          expect(window.offsetOf(window.start)).toBe(dropped);
          expect(window.length).toBe(added - dropped);
          expect(window.bytes[window.end]).toBe(0);
          let lines = 1;
          for (let at = 0; at < dropped; at++) if (isFeed(at)) lines++;
          expect(window.lineOf(window.start)).toBe(lines);
        }
      }),
      runs(30),
    );
  });
});
