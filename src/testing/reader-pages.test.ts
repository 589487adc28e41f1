// Each code that readers give has a page, and no page is of a code that nobody gives.
import { expect, it } from 'vitest';
import { readerPages } from '../findings/reader-pages.ts';
import { allLints } from '../lints/all-lints.ts';
import { sourceTree } from './source-tree.ts';

/** What is said of lessons is told to those who write them (docs/lessons.md). */
const READERS = /^(documents|resources|dialects|engine|findings|client)\/(?!pages\/|prove-).*(?<!\.test)\.ts$/;
const sources = sourceTree().filter(({ path }) => READERS.test(path) && path !== 'findings/finding-page.ts');

/** Facts that a verdict lacks, not findings. */
const FACTS = /remedy|subjects|fact: \{|assumptions\.push/;

/** Codes as readers write them: a field beside a severity or of what a decoder refuses, an argument, a kind of reading error. */
function codesIn(path: string, text: string): readonly string[] {
  const found = [...text.matchAll(/\bcode(?::| =) '([a-z-]+)'/g)].flatMap((match) => {
    const around = text.slice(Math.max(0, match.index - 200), match.index + 300);
    const isFinding =
      path.startsWith('resources/') || (/\bseverity\b/.test(around) && !FACTS.test(around.slice(150, 300)));
    return isFinding ? [match[1] ?? ''] : [];
  });
  const calls = /\b(?:add|fault|leaveOut|note|error|warn|rejectIfNew)\((?:[^;()']|\([^()]*\))*?'([a-z]+(?:-[a-z]+)+)'/g;
  const kinds = path === 'documents/reading-error.ts' ? text.matchAll(/^ {2}\| '([a-z-]+)'/gm) : [];
  return [...found, ...[...text.matchAll(calls), ...kinds].map((match) => match[1] ?? '')];
}

const given = new Set(sources.flatMap(({ path, text }) => codesIn(path, text)));
const pages = new Set(readerPages.map(({ code }) => code));
const lints = new Set(allLints.map(({ code }) => code));

it('finds codes in every way in which they are written', () => {
  const ways = ['yaml-syntax', 'duplicate-key', 'no-kind', 'unknown-name', 'invalid-value', 'host-bits', 'staged-only'];
  for (const code of [...ways, 'duplicate-object', 'assertion-broken']) expect(given).toContain(code);
});

it('have a page each', () => {
  expect([...given].filter((code) => !pages.has(code) && !lints.has(code)).sort()).toEqual([]);
});

it('are given by somebody, once', () => {
  expect(pages.size).toBe(readerPages.length);
  const isGiven = (code: string): boolean => given.has(code) || sources.some(({ text }) => text.includes(`'${code}'`));
  expect([...pages].filter((code) => !isGiven(code) || lints.has(code))).toEqual([]);
});

it.each(readerPages.map((page) => [page.code, page] as const))('%s: says why and what to do', (_, page) => {
  for (const text of [page.why, page.fix]) expect(text).toMatch(/^\S.{10,}[.:]$/s);
  expect(page.title).toMatch(/^\S.*[^.]$/);
  if (page.source) expect(page.source.url).toMatch(/^https:\/\/\S+$/);
});
