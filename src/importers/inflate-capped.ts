// Inflates DEFLATE data without ever holding much more than what was asked for, whatever the data claims.
import { Inflate } from 'fflate';
import { fail, ok, type Result } from '../base/result.ts';

/** One byte of DEFLATE makes at most 1,032: a step of 16 KiB overshoots the cap by 16 MiB at most. */
const STEP = 16 * 1024;

/** At most `max` bytes; fails when there would be more, or when the data is damaged or cut off. */
export function inflateCapped(data: Uint8Array, max: number): Result<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  try {
    for (let at = 0; at < data.length && size <= max; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    }
  } catch {
    return fail('is damaged');
  }
  if (size > max) return fail(`inflates to more than ${max} bytes`);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return ok(whole);
}
