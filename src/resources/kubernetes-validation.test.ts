// Recorded manifests: would the API server 1.36 take them, and in which words does it refuse?
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { failingFixes, stylesOf } from '../testing/decode-text.ts';
import { decodeDocuments } from './decode-documents.ts';

interface ValidationCase {
  readonly id: string;
  readonly manifest: string;
  readonly valid: boolean;
  readonly errors: readonly string[];
}

const file = new URL('../testing/cases/kubernetes-validation.jsonl', import.meta.url);
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line): ValidationCase => JSON.parse(line));

/** Where the API server speaks of Go or of its strictness, we say it in other words. */
const ownWords = /^decode: json: cannot unmarshal|^strict decoding: /;

function judge(manifest: string) {
  const { documents, diagnostics } = readDocuments({ path: 'case.yaml', text: manifest });
  const errors = [...diagnostics, ...decodeDocuments(documents).diagnostics].filter((one) => one.severity === 'error');
  return errors.map((error) => error.message.replace(/; the API server rejects the .*$/s, ''));
}

describe.each(cases)('$id', ({ manifest, valid, errors }) => {
  const said = judge(manifest);

  it(valid ? 'is taken' : 'is refused', () => expect(said.length === 0).toBe(valid));

  it('every fix on offer mends what it belongs to', () => expect(stylesOf(manifest).flatMap(failingFixes)).toEqual([]));

  const comparable = !errors.some((error) => ownWords.test(error));
  it.runIf(comparable)('in the same words', () =>
    expect(said).toEqual(errors.map((error) => error.replace(/^\[\]\./, ''))),
  );
});
