// Whatever the file and however it is cut: the fast way gives what the full reader gives, or says that something is missing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import { readDocuments } from '../../documents/read-documents.ts';
import { listedObject, listStyles } from '../../testing/generate-listed-objects.ts';
import { runs, timeFor } from '../../testing/property-runs.ts';
import { decodeDocuments, type UnusedObject } from '../decode-documents.ts';
import type { BulkBudget } from './bulk-budget.ts';
import { BulkReader, type BulkReading } from './bulk-reader.ts';

interface Outcome {
  /** Sorted, without ranges. */
  readonly resources: readonly string[];
  readonly unused: readonly string[];
  /** Whether some diagnostic says that something is missing. */
  readonly gap: boolean;
}

function withoutRanges(key: string, value: unknown): unknown {
  if (key === 'range' || key === 'nameRange') return undefined;
  if (typeof value === 'bigint') return `${value}`;
  return value instanceof Map ? [...value] : value;
}

const sorted = (values: readonly unknown[]): string[] => values.map((one) => JSON.stringify(one, withoutRanges)).sort();
const hasGap = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some(({ gap }) => gap !== undefined);

function full(file: { path: string; text: string }) {
  const { documents, diagnostics } = readDocuments(file);
  const decoded = decodeDocuments(documents);
  return { ...decoded, diagnostics: [...diagnostics, ...decoded.diagnostics] };
}

function outcome(
  resources: readonly unknown[],
  unused: readonly UnusedObject[],
  diagnostics: readonly Diagnostic[],
): Outcome {
  return { resources: sorted(resources), unused: sorted(unused), gap: hasGap(diagnostics) };
}

function fullOutcome(bytes: Uint8Array): Outcome {
  const { resources, unused, diagnostics } = full({ path: 'x', text: new TextDecoder('utf-8').decode(bytes) });
  return outcome(resources, unused, diagnostics);
}

/** The reading and what the full reader makes of its excerpts. */
function bulkOutcome(reading: BulkReading): Outcome {
  const rest = reading.excerpts.map(({ file }) => full(file));
  return outcome(
    [...reading.resources, ...rest.flatMap((one) => one.resources)],
    [...reading.unused.objects, ...rest.flatMap((one) => one.unused)],
    [...reading.diagnostics, ...rest.flatMap((one) => one.diagnostics)],
  );
}

function readBulk(bytes: Uint8Array, sizes: readonly number[] = [1000], budget: Partial<BulkBudget> = {}): BulkReading {
  const reader = new BulkReader('dump', { windowBytes: 1 + (sizes[0] ?? 1), ...budget });
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    reader.push(bytes.subarray(at, at + size));
    at += size;
  }
  return reader.finish();
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** What a hostile or careless hand may put anywhere. */
const FRAGMENTS = [
  '\n',
  '\r',
  '\t',
  ' ',
  '  ',
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  '#',
  ' #',
  '- ',
  '-',
  '? ',
  '|',
  '>',
  '&a ',
  '*a',
  '!!str ',
  '<<: ',
  '---\n',
  '\n---\n',
  '\n--- x\n',
  '...\n',
  '%YAML',
  '{{ .Values.x }}',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u200b',
  'é',
  '0',
  '1e400',
  '.inf',
  'null',
  '~',
  'on',
  'y: 1\n',
  '\n  y: 1\n',
  '\nkind: Pod\n',
  '"kind":"Pod",',
  '"items":[],',
  '\u0000',
  '\u007f',
  '\u0001',
  '\\u0041',
  '//',
  '/*',
];

interface Mutation {
  /** Of the file, from 0 to 1. */
  readonly place: number;
  readonly drop: number;
  readonly insert: Uint8Array;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(3),
  insert: fc.oneof(
    fc.constantFrom(...FRAGMENTS).map((text) => new TextEncoder().encode(text)),
    fc.integer({ min: 0, max: 255 }).map((byte) => Uint8Array.of(byte)),
    fc.constant(new Uint8Array(0)),
  ),
});

function mutate(bytes: Uint8Array, { place, drop, insert }: Mutation): Uint8Array {
  const at = Math.floor(place * bytes.length);
  return Uint8Array.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + drop)]);
}

const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });
const objects = fc.array(listedObject, { minLength: 1, maxLength: 5 });

describe.each(Object.entries(listStyles))('a file in the style %s', (_style, write) => {
  it('is read as the full reader reads it', { timeout: timeFor(60) }, () => {
    fc.assert(
      fc.property(objects, sizes, (some, pieces) => {
        const bytes = encode(write(some));
        expect(bulkOutcome(readBulk(bytes, pieces))).toEqual(fullOutcome(bytes));
      }),
      runs(25),
    );
  });

  it('is, when damaged, never silently read as something else', { timeout: timeFor(60) }, () => {
    fc.assert(
      fc.property(objects, sizes, fc.array(mutation, { minLength: 1, maxLength: 2 }), (some, pieces, mutations) => {
        const bytes = mutations.reduce(mutate, encode(write(some)));
        const bulk = bulkOutcome(readBulk(bytes, pieces));
        if (!bulk.gap) expect(bulk).toEqual(fullOutcome(bytes));
        expect(bulkOutcome(readBulk(bytes, [bytes.length]))).toEqual(bulk);
      }),
      runs(50),
    );
  });
});

it('leaves to the full reader only what is no plain fact', () => {
  const needsFull = ({ file }: { file: { path: string; text: string } }): boolean =>
    full(file).diagnostics.length > 0 || file.path.includes('#NetworkPolicy.') || file.text.includes('{{');
  fc.assert(
    fc.property(objects, (some) => {
      const { excerpts } = readBulk(encode(listStyles['JSON list']?.(some) ?? ''));
      expect(excerpts.filter((one) => !needsFull(one))).toEqual([]);
    }),
    runs(50),
  );
});

it.each([4095, 4096, 4097, 8192])(
  'a last line of %d bytes that does not end is read, or lost, as kubectl does',
  (length) => {
    const text = `apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\nstatus: {}\n#${'x'.repeat(length - 1)}`;
    const last = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${'shop'.padEnd(length - 8, 'x')}`;
    for (const bytes of [text, last, last.replace('x', '\u00e9')].map(encode)) {
      expect(bulkOutcome(readBulk(bytes))).toEqual(fullOutcome(bytes));
    }
  },
);
