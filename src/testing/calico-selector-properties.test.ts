// Laws of Calico selectors: what is written is read again, what is compiled means the same, and no text does harm.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSelector } from '../dialects/calico/compile-selector.ts';
import { selects } from '../model/selector.ts';
import { parseCalicoSelector } from '../resources/calico-selector.ts';
import type { CalicoSelector } from '../resources/calico-selector-syntax.ts';
import { labelMaps, selectorTrees, writeSelector } from './generate-calico-selector.ts';
import { selectorTest } from './naive-calico-selector.ts';
import { runs, timeFor } from './property-runs.ts';

const choices = fc.infiniteStream(fc.nat(1000)).map((stream) => (below: number) => Number(stream.next().value) % below);

/** Without places. */
const bare = (tree: CalicoSelector): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'start' || key === 'end' ? undefined : value)));

/** Every word and node with its place. */
function* spansIn(tree: CalicoSelector): Generator<{ start: number; end: number; text?: string }> {
  yield tree;
  if ('key' in tree) yield tree.key;
  if ('value' in tree) yield tree.value;
  if ('values' in tree) yield* tree.values;
  if ('term' in tree) yield* spansIn(tree.term);
  if ('terms' in tree) for (const term of tree.terms) yield* spansIn(term);
}

describe('selectors', () => {
  it('are read as they were written, each part at its place', { timeout: timeFor(20) }, () => {
    fc.assert(
      fc.property(selectorTrees, choices, (tree, choose) => {
        const text = writeSelector(tree, choose);
        const parsed = parseCalicoSelector(text);
        if ('error' in parsed) throw new Error(`${text}: ${parsed.error.message}`);
        expect(bare(parsed.tree)).toEqual(bare(tree));
        for (const { start, end, text: written } of spansIn(parsed.tree)) {
          if (written !== undefined) expect(text.slice(start, end)).toBe(written);
          else expect(parseCalicoSelector(text.slice(start, end))).toHaveProperty('tree');
        }
      }),
      runs(300),
    );
  });

  it('mean what their compiled form selects', { timeout: timeFor(20) }, () => {
    fc.assert(
      fc.property(selectorTrees, labelMaps, (tree, labels) => {
        expect(selects(compileSelector(tree), () => labels)).toBe(selectorTest(tree)(labels));
      }),
      runs(1000),
    );
  });
});

describe('any text', () => {
  const pieces = [
    ...['a', 'has(', 'all()', 'global( )', 'not', 'in', 'starts', 'with', 'contains', 'and', 'or', 'exists'],
    ...['==', '=', '!=', '!', '&&', '&', '|', '||', ',', '{', '}', '(', ')', '[', ']', ':', '~', '<', '>', '*', ';'],
    ...[
      ' ',
      '\t',
      '\n',
      '\u00a0',
      "'",
      '"',
      '“',
      '”',
      '`',
      '\\',
      '{{',
      '$',
      'é',
      '😀',
      '\ud800',
      '&amp;',
      "'b'",
      '"c"',
    ],
  ];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')),
    fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary' }),
  );

  it('is a selector or an error in the text, whose fix changes it', { timeout: timeFor(20) }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseCalicoSelector(text);
        if ('tree' in parsed) return;
        const { start, end, fix, message } = parsed.error;
        expect(message).not.toBe('');
        expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        if (fix) expect(text.slice(0, fix.start) + fix.text + text.slice(fix.end)).not.toBe(text);
      }),
      runs(3000),
    );
  });

  it('is put right by a finite number of fixes', { timeout: timeFor(20) }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        let now = text;
        for (let fixes = 0; ; fixes += 1) {
          const parsed = parseCalicoSelector(now);
          if ('tree' in parsed || !parsed.error.fix) return;
          expect(fixes, `${text} became ${now}`).toBeLessThan(60);
          const { fix } = parsed.error;
          now = now.slice(0, fix.start) + fix.text + now.slice(fix.end);
        }
      }),
      runs(2000),
    );
  });

  it.each([
    ...['(', '!', '!(', '! ', ' ', "'", '"', "a == 'b' && ", 'has(', 'a in {', "'b',", 'a ', 'x', '“', '\n', '&'],
    ...['a not ', 'starts ', "a in {'b', ", '(a ||', '(has(a) || ', '&amp;', 'a, ', ')', '=', '!=', '}', "'b' ", '{ '],
  ])('takes linear time: %j many times', { timeout: timeFor(60) }, (piece) => {
    for (const length of [16_000, 200_000]) {
      for (const tail of ['', 'has(a)', "'", ' = b', '~']) {
        const text = piece.repeat(length / piece.length) + tail;
        const begin = performance.now();
        parseCalicoSelector(text);
        // Quadratic time would take half a minute at the greater length, and longer where linear time takes seconds.
        expect(performance.now() - begin).toBeLessThan(12_000);
      }
    }
  });
});
