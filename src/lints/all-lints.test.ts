// Every lint finds its bad example and not its good one, at a place of the text, and each fix mends what it is offered for.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { createSnapshot } from '../engine/snapshot.ts';
import { findingsOf } from '../testing/lint-manifests.ts';
import { allLints } from './all-lints.ts';

/** Errors that reading or assembling the text gives. */
function errorsOf(text: string): readonly string[] {
  const { diagnostics } = createSnapshot([{ path: 'case.yaml', text }], defaultOptions);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** What the engine makes of a text, wherever it is written. */
function meaningOf(text: string): unknown {
  const { policies, tiers, cluster } = createSnapshot([{ path: 'case.yaml', text }], defaultOptions);
  return JSON.parse(
    JSON.stringify({ policies, tiers, cluster }, (key, value) => (key === 'range' ? undefined : value)),
  );
}

it('are told apart by their codes', () => expect(new Set(allLints.map(({ code }) => code)).size).toBe(allLints.length));

it('are so many', ({ task }) => {
  const fixing = allLints.filter((lint) =>
    findingsOf(lint, lint.docs.bad, { semantics: lint.docs.semantics ?? defaultOptions.semantics }).some(
      ({ fixes = [] }) => fixes.length > 0,
    ),
  );
  expect(fixing.length).toBeGreaterThan(0);
  task.meta.note = `${allLints.length} lints proven by their examples, ${fixing.length} of them with fixes`;
});

describe.each(allLints.map((lint) => [lint.code, lint] as const))('%s', (_, lint) => {
  const { bad, good, semantics = defaultOptions.semantics } = lint.docs;
  const found = (text: string) => findingsOf(lint, text, { semantics });

  it('has examples that can be applied', () => expect([...errorsOf(bad), ...errorsOf(good)]).toEqual([]));

  it('has a page that says what to do, and where that is described', () => {
    const { why, fix, source } = lint.docs;
    for (const text of [why, fix]) expect(text).toMatch(/^\S.{30,}[.:]$/s);
    expect(source.url).toMatch(/^https:\/\/(docs\.tigera\.io|kubernetes\.io|network-policy-api\.sigs\.k8s\.io)\/\S+$/);
    expect(source.title).not.toBe('');
  });

  it('does not find the good example', () => expect(found(good)).toEqual([]));

  it('finds the bad example, as severe as it says', () => {
    const findings = found(bad);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.map(({ severity }) => severity ?? lint.severity)).toContain(lint.severity);
    for (const { message, advice, range, object } of findings) {
      expect(bad.slice(range.start, range.end).trim()).not.toBe('');
      expect(message).toMatch(/^[^\s].*[^.\s]$/s);
      expect(advice ?? '.').toMatch(/\.$/);
      expect(object).toBeDefined();
    }
  });

  it('calls fixes safe only if the policies mean the same afterwards', () => {
    for (const { fixes } of found(bad)) {
      for (const { edits, safe } of fixes ?? []) {
        if (safe) expect(meaningOf(applyEdits(bad, edits))).toEqual(meaningOf(bad));
      }
    }
  });

  it('offers fixes that leave the text right and the finding gone', () => {
    const before = found(bad);
    for (const { fixes } of before) {
      for (const { edits, title } of fixes ?? []) {
        expect(title).toMatch(/[^.]$/);
        const after = applyEdits(bad, edits);
        expect(errorsOf(after)).toEqual([]);
        expect(found(after).length).toBeLessThan(before.length);
      }
    }
  });
});
