// Recorded manifests: would Calico take them?
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { failingFixes, stylesOf } from '../testing/decode-text.ts';
import { decodeDocuments } from './decode-documents.ts';

interface ValidationCase {
  readonly id: string;
  readonly manifest: string;
  readonly valid: boolean;
}

const file = new URL('../testing/cases/calico-validation.jsonl', import.meta.url);
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line): ValidationCase => JSON.parse(line));

it.each(cases)('$id', ({ manifest, valid }) => {
  const { documents, diagnostics } = readDocuments({ path: 'case.yaml', text: manifest });
  const said = [...diagnostics, ...decodeDocuments(documents).diagnostics];
  expect(said.filter((one) => one.severity === 'error').map((one) => one.message)).toHaveLength(
    valid ? 0 : said.length,
  );
  expect(said.length > 0 || valid).toBe(true);
  expect(stylesOf(manifest).flatMap(failingFixes)).toEqual([]);
});
