// Writes a string so that every YAML reader gets the same string back.

/** Words that YAML 1.1 readers, kubectl's among them, take for booleans or null, whatever their case. */
const RESERVED = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);
const PLAIN = /^[A-Za-z]([A-Za-z0-9._/-]*[A-Za-z0-9])?$/;

/** Left as they are by JSON, but line breaks or refused in YAML. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** `text` as a plain scalar where that is safe, else in double quotes (JSON's escapes are YAML's). */
export function yamlScalar(text: string): string {
  return PLAIN.test(text) && !RESERVED.has(text.toLowerCase()) ? text : quotedScalar(text);
}

/** `text` in double quotes, whatever it holds. */
export function quotedScalar(text: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(UNSAFE, escaped);
}
