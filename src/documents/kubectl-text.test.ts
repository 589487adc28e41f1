// Our reader against what kubectl's own decoder made of 8,366 recorded texts.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { compareText } from '../base/compare-text.ts';
import type { DocumentValue } from './document-value.ts';
import { type KubectlReading, readKubectlBytes, readKubectlText } from './kubectl-text.ts';

vi.setConfig({ testTimeout: 30_000 });

interface Outcome {
  documents?: unknown[];
  error?: string;
  before?: unknown[];
}
interface Case extends Outcome {
  id: string;
  text?: string;
  base64?: string;
  file?: Outcome;
  nondeterministic?: Outcome[];
  summary?: { documents: number; values: number; sha256: string };
}

const cases: Case[] = readFileSync(new URL('../testing/cases/kubectl-yaml.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

function bytesOf(test: Case): Uint8Array {
  return test.base64 === undefined ? new TextEncoder().encode(test.text) : Buffer.from(test.base64, 'base64');
}

/** As `kubectl -f` decodes a file before its reader sees it. */
function fileText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** JSON with sorted keys, in the notation of the records, piece by piece because a few documents are deep or huge. */
function* pieces(root: DocumentValue): Generator<string> {
  const waiting: (string | DocumentValue)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') yield next;
    else if (next.kind === 'list') {
      waiting.push(']');
      for (let i = next.items.length - 1; i >= 0; i--) waiting.push(next.items[i] ?? '', i === 0 ? '' : ',');
      yield '[';
    } else if (next.kind === 'map') {
      const sorted = next.entries.toSorted((a, b) => compareText(b.key, a.key));
      waiting.push('}');
      for (const [i, { key, value }] of sorted.entries()) {
        waiting.push(value, `${i === sorted.length - 1 ? '' : ','}${JSON.stringify(key)}:`);
      }
      yield '{';
    } else yield scalar(next);
  }
}

function scalar(value: Exclude<DocumentValue, { kind: 'list' | 'map' }>): string {
  if (value.kind === 'null') return 'null';
  if (typeof value.value === 'bigint') return `{"$int":"${value.value}"}`;
  return JSON.stringify(value.value);
}

function canonical(value: DocumentValue): string {
  return [...pieces(value)].join('');
}

function canonicalRecord(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalRecord).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalRecord(child)}`).join(',')}}`;
}

function observed({ documents, error }: KubectlReading): string {
  return JSON.stringify([error?.kind, documents.map(canonical)]);
}

function expected(outcome: Outcome): string {
  return JSON.stringify([
    outcome.error?.split(':')[0],
    (outcome.documents ?? outcome.before ?? []).map(canonicalRecord),
  ]);
}

/** How the records sum up huge documents. */
function summaryOf({ documents }: KubectlReading): { documents: number; values: number; sha256: string } {
  const hash = createHash('sha256');
  let values = 0;
  const text: string[] = [];
  for (const document of documents)
    for (const piece of pieces(document)) {
      text.push(piece);
      if (!['', ',', ']', '}'].includes(piece) && !piece.endsWith(':')) values++;
    }
  hash.update(`[${text.join('')}]`);
  return { documents: documents.length, values, sha256: hash.digest('hex') };
}

function disagreement(test: Case): string | undefined {
  const bytes = bytesOf(test);
  const reading = readKubectlBytes(bytes);
  if (test.summary !== undefined) {
    const summary = summaryOf(reading);
    if (JSON.stringify(summary) === JSON.stringify(test.summary)) return undefined;
    return `expected ${JSON.stringify(test.summary)} observed ${JSON.stringify(summary)} ${reading.error?.message}`;
  }
  const allowed = (test.nondeterministic ?? [test]).map(expected);
  const refused = test.nondeterministic !== undefined && reading.error?.kind === 'ambiguous-key';
  if (!refused && !allowed.includes(observed(reading))) {
    return `${JSON.stringify(test.text?.slice(0, 200))} expected ${allowed[0]?.slice(0, 300)} observed ${observed(reading).slice(0, 300)} ${reading.error?.message}`;
  }
  const file = observed(readKubectlText(fileText(bytes)));
  if (refused || test.nondeterministic !== undefined || file === expected(test.file ?? test)) return undefined;
  return `file ${JSON.stringify(test.text?.slice(0, 200))} expected ${expected(test.file ?? test).slice(0, 300)} observed ${file.slice(0, 300)}`;
}

describe('reading as kubectl', () => {
  it('agrees with every recorded text', () => {
    const found = cases
      .map((test) => [test.id, disagreement(test)])
      .filter(([, difference]) => difference !== undefined);
    expect(found).toEqual([]);
  });
});
