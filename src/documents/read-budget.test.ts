// Small files that hang or exhaust other readers end quickly here, each with one named error or a result.
import { describe, expect, it, vi } from 'vitest';
import type { ReadBudget } from './read-budget.ts';
import { readDocuments } from './read-documents.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Far above what any of these takes, far below what a reader takes that falls for them. */
const MAX_MS = 5000;

function quickly(text: string, budget: Partial<ReadBudget> = {}) {
  const start = performance.now();
  const result = readDocuments({ path: 'a.yaml', text }, budget);
  expect(performance.now() - start).toBeLessThan(MAX_MS);
  return result;
}

function laughs(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i <= levels; i++) lines.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}*a${i - 1}]`);
  return lines.join('\n');
}

describe('refused with one error', () => {
  it.each([
    ['billion laughs', laughs(9), 'alias', 'unreadable'],
    ['quadratic aliases', `a: &a [${'x, '.repeat(10_000)}x]\nb: [${'*a, '.repeat(10_000)}*a]\n`, 'alias', 'unreadable'],
    ['400 nested ?', `${'? '.repeat(400)}a`, 'depth', 'over-budget'],
    ['100,000 [', '['.repeat(100_000), 'depth', 'over-budget'],
    ['100,000 {a: ', '{a: '.repeat(100_000), 'depth', 'over-budget'],
    ['100,000 { of JSON', '{"a":'.repeat(100_000), 'depth', 'over-budget'],
    ['5,000 - ', '- '.repeat(5000), 'depth', 'over-budget'],
    ['nested lines', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'depth', 'over-budget'],
    [
      'nesting by aliases',
      `a0: &a0 [x]\n${Array.from({ length: 120 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]\n`).join('')}`,
      'depth',
      'over-budget',
    ],
    ['a long value', `a: ${'x'.repeat(2_000_000)}\n`, 'over-budget', 'over-budget'],
    ['a long key', `? ${'x'.repeat(2000)}\n: 1\n`, 'over-budget', 'over-budget'],
    ['a huge file', ' '.repeat(21 * 1024 * 1024), 'over-budget', 'over-budget'],
  ])('%s', (_, text, code, gap) => {
    const { diagnostics } = quickly(text);
    expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.gap])).toEqual([[code, gap]]);
  });

  it('more documents than the budget has, after those it has', () => {
    const { documents, diagnostics } = quickly('a: 1\n---\n'.repeat(50_000));
    expect(documents).toHaveLength(20_000);
    expect(diagnostics.map(({ code }) => code)).toEqual(['over-budget']);
  });

  it('more values than the budget has, in the whole file', () => {
    const { documents, diagnostics } = quickly('a: 1\n---\nb: 2\n---\nc: 3\n---\nd: 4\n', { nodes: 7 });
    expect(documents).toHaveLength(2);
    expect(diagnostics.map(({ code }) => code)).toEqual(['over-budget']);
  });
});

describe('read in time', () => {
  const many = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('');

  it.each([
    ['200,000 keys', many(200_000, (i) => `k${i}: 1\n`)],
    ['200,000 keys of JSON', `{${many(200_000, (i) => `"k${i}": 1, `)}"z": 1}`],
    ['20,000 anchors', many(20_000, (i) => `k${i}: &a${i} x\n`)],
    ['200 honest aliases', `a: &a {k: v}\n${many(200, (i) => `b${i}: *a\n`)}`],
    ['500,000 lines of comments', `${many(500_000, () => '# comment\n')}a: 1\n`],
    ['a flow list on one line', `a: [${many(100_000, (i) => `x${i}, `)}x]\n`],
    ['a folded text of 100,000 lines', `a: >\n${many(100_000, () => '  word\n')}`],
    ['a quoted text of 100,000 lines', `a: "${many(100_000, () => 'word\n')}"\n`],
    ['2,000 merges', `a: &a {k: v}\nb:\n${many(2000, () => '  <<: *a\n')}`],
    ['100,000 hidden breaks', `a: 1 ${many(100_000, () => '# c\r  ')}\n`],
    ['50,000 braces in comments', `a:\n${many(50_000, (i) => `- ${i} # {{ .Values.x }}\n`)}`],
  ])('%s', (_, text) => {
    const { documents, diagnostics } = quickly(text);
    expect(documents).toHaveLength(1);
    expect(diagnostics.filter(({ gap }) => gap !== undefined)).toEqual([]);
  });

  it('10,000 broken documents, with the first hundred errors', () => {
    const { diagnostics } = quickly('a: [\n---\n'.repeat(10_000));
    expect(diagnostics).toHaveLength(101);
  });
});
