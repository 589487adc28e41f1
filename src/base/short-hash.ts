// A short name for a text, the same wherever it is computed. No secret depends on it.

function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  // The last bits of a text reach all bits of its hash.
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return ((value ^ (value >>> 13)) >>> 0).toString(16).padStart(8, '0');
}

/** 16 hexadecimal digits (FNV-1a, twice 32 bits, over UTF-16 units). */
export function shortHash(text: string): string {
  return hash(text, 0x811c9dc5) + hash(text, 0x1b873593);
}
