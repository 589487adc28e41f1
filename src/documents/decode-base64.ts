// The text of a `!!binary` scalar: base64 to bytes to UTF-8, as Go converts them.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SHAPE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Standard alphabet with padding; CR and LF are skipped. Bad UTF-8 becomes U+FFFD, one for each byte. Undefined: not base64. */
export function decodeBase64Text(text: string): string | undefined {
  const letters = text.replace(/[\r\n]/g, '');
  if (!SHAPE.test(letters)) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (let i = 0; i < letters.length && letters.charCodeAt(i) !== 0x3d; i++) {
    bits = ((bits << 6) | LETTERS.indexOf(letters.charAt(i))) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 0xff);
    }
  }
  return decodeUtf8(bytes, () => '\ufffd');
}

/** `bytes` as text; `bad` gives the text for each byte that is not part of valid UTF-8. */
export function decodeUtf8(bytes: ArrayLike<number>, bad: (byte: number) => string): string {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] ?? 0;
    const length = first < 0x80 ? 1 : sequenceLength(bytes, i, first);
    if (length === 0) {
      part += bad(first);
      i++;
      continue;
    }
    let codePoint = length === 1 ? first : first & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) codePoint = codePoint * 64 + ((bytes[i + k] ?? 0) & 0x3f);
    part += String.fromCodePoint(codePoint);
    i += length;
    if (part.length > 4096) {
      parts.push(part);
      part = '';
    }
  }
  parts.push(part);
  return parts.join('');
}

/** Length of the well-formed sequence at `at` (Unicode table 3-7), or 0. */
function sequenceLength(bytes: ArrayLike<number>, at: number, first: number): number {
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (length > 1 && (second < lowest || second > highest)) return 0;
  for (let k = 2; k < length; k++) if ((bytes[at + k] ?? 0) >> 6 !== 2) return 0;
  return length;
}
