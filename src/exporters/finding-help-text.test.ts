// A page of help as a terminal shows it.
import { expect, it } from 'vitest';
import { findingHelpText, findingListText } from './finding-help-text.ts';

const page = {
  code: 'a-b',
  severity: 'warning',
  title: 'An a',
  why: `It ${'is '.repeat(40)}an a.`,
  fix: 'Mend it.',
} as const;

it('has what there is, in lines of a width', () => {
  const source = { title: 'A', url: 'https://example.com/a' };
  const text = findingHelpText.export({
    ...page,
    source,
    quickFix: 'none',
    examples: { bad: 'a:\n  b: 1\n', good: 'c\n' },
  });
  expect(text).toMatch(/^a-b \(warning\)\nAn a\.\n\nWhy it matters\n {2}It is is/);
  for (const part of ['Mend it.', 'Quick fix: none', '\n  a:\n    b: 1\n', '\n  c\n', 'https://example.com/a\n'])
    expect(text).toContain(part);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(101);
  expect(findingHelpText.export(page)).not.toMatch(/Quick fix|Found in|Source/);
});

it('lists pages in columns', () =>
  expect(findingListText.export([page, { ...page, code: 'a' }])).toMatch(
    /^a-b {2}warning {2}An a\na {4}warning {2}An a\n\nsluice lint --explain/,
  ));
