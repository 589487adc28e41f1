// What is written is read back as the same string, by our reader and by an independent one.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { plainValue } from './plain-value.ts';
import { readDocuments } from './read-documents.ts';
import { writeScalar } from './write-scalar.ts';

vi.setConfig({ testTimeout: 30_000 });

const tricky = fc.constantFrom(
  ...['', 'y', 'No', 'on', '~', 'null', '010', '1e3', '0x10', '1_000', '2001-01-01', '<<', '=', '- a', 'a: b', 'a #b'],
  ...[
    '::/0',
    '10.0.0.0/8',
    '{{ x }}',
    '*a',
    '&a',
    '!t',
    '%x',
    '@x',
    '`x',
    '|',
    '>',
    '---',
    '...',
    ' a ',
    'a\nb\n',
    '\t',
  ],
  ...[
    '\u0085',
    '\u2028x\u2029',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\u00a0',
    '\u007f',
    '\0',
    '\ufffe',
    '"',
    "'",
    '\\',
    '😀',
    '\u{e0001}',
  ],
);
// Half a surrogate pair cannot be written; that has a case of its own.
const text = fc
  .oneof(tricky, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .filter((one) => !/\p{Cs}/u.test(one));

const places = ['block', 'flow'] as const;

/** The scalar where a value stands, in a block map or in a flow list. */
function written(value: string, place: (typeof places)[number], quoted: boolean): string {
  const scalar = writeScalar(value, quoted);
  expect(scalar).not.toMatch(/[\n\r]/);
  return place === 'block' ? `a: ${scalar}\n` : `a: [${scalar}, b]\n`;
}

const isData = (value: string, place: (typeof places)[number]) => ({ a: place === 'block' ? value : [value, 'b'] });

describe('writeScalar', () => {
  const cases = [text, fc.constantFrom(...places), fc.boolean()] as const;

  it('round-trips through our reader without a finding', () => {
    fc.assert(
      fc.property(...cases, (value, place, quoted) => {
        const { documents, diagnostics } = readDocuments({ path: 'a', text: written(value, place, quoted) });
        // A template's text is not read at all.
        if (diagnostics.some(({ code }) => code === 'template')) return;
        expect(diagnostics).toEqual([]);
        expect(documents.map(({ root }) => plainValue(root))).toEqual([isData(value, place)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read alike by another reader, in YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(...cases, (value, place, quoted) => {
        for (const version of ['1.1', '1.2'] as const)
          expect(parse(written(value, place, quoted), { version, merge: false })).toEqual(isData(value, place));
      }),
      { numRuns: 1000 },
    );
  });

  it('quotes only where it must or is told to', () => {
    expect(['web', 'app.kubernetes.io/name', 'y', '10.0.0.0/8', '\u202e'].map((one) => writeScalar(one))).toEqual([
      'web',
      'app.kubernetes.io/name',
      '"y"',
      '"10.0.0.0/8"',
      String.raw`"\u202e"`,
    ]);
    expect(writeScalar('web', true)).toBe('"web"');
    expect(writeScalar('\ud800')).toBe('"\ufffd"');
  });
});
