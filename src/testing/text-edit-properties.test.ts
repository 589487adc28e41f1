// Text edits are the only way a manifest changes: they reach what they name, leave the rest, and can be taken back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../documents/text-edit.ts';
import { clusterArbitrary, filesOf } from './generate-cluster.ts';
import { textEditsArbitrary } from './generate-text-edit.ts';
import { runs } from './property-runs.ts';

/** Edits of `after` that restore `before`, in the order of the text. */
function inverseOf(before: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .map((edit) => {
      const start = edit.start + shift;
      shift += edit.text.length - (edit.end - edit.start);
      const { file, text } = edit;
      return { file, start, end: start + text.length, text: before.slice(edit.start, edit.end) };
    });
}

const editedText = clusterArbitrary
  .map((generated) => filesOf(generated)[1]?.text ?? '')
  .chain((text) => fc.record({ text: fc.constant(text), edits: textEditsArbitrary('policy.yaml', text) }));

describe('applyEdits', () => {
  it('is undone by the inverse edits', () => {
    fc.assert(
      fc.property(editedText, ({ text, edits }) => {
        expect(applyEdits(applyEdits(text, edits), inverseOf(text, edits))).toBe(text);
      }),
      runs(200),
    );
  });

  it('does not depend on the order of edits that do not touch', () => {
    fc.assert(
      fc.property(editedText, ({ text, edits }) => {
        expect(applyEdits(text, [...edits].reverse())).toBe(applyEdits(text, edits));
      }),
      runs(200),
    );
  });

  it('is the same as applying them one by one from the end', () => {
    fc.assert(
      fc.property(editedText, ({ text, edits }) => {
        const fromEnd = [...edits].sort((a, b) => b.start - a.start);
        expect(fromEnd.reduce((current, edit) => applyEdits(current, [edit]), text)).toBe(applyEdits(text, edits));
      }),
      runs(200),
    );
  });
});
