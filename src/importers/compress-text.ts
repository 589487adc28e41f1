// Text to the letters of an address and back: DEFLATE by the browser, base64url; never more than asked for comes out.
import { fail, ok, type Result } from '../base/result.ts';

/** Longer addresses are refused by servers and chat programs, and are no links any more. */
export const LONGEST_LINK = 256 * 1024;

async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export async function deflateToLetters(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = (await collect(stream, Number.POSITIVE_INFINITY)) ?? new Uint8Array();
  let binary = '';
  const step = 32 * 1024;
  for (let at = 0; at < bytes.length; at += step) binary += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Fails with a phrase that continues "The link …". */
export async function inflateLetters(letters: string, most: number): Promise<Result<string, string>> {
  if (!/^[\w-]+$/.test(letters)) return fail('is damaged: it holds signs that no link has');
  try {
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const inflated = await collect(stream, most);
    if (!inflated) return fail(`holds more than ${most / 1024 / 1024} MiB, which is more than a link may`);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(inflated));
  } catch {
    return fail('is damaged or was cut off on the way');
  }
}
