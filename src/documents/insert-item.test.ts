// New items in lists of manifests, whichever way these are written.
import { expect, it } from 'vitest';
import { insertInto } from './insert-item.ts';
import { Manifests } from './manifest.ts';
import { plainValue } from './plain-value.ts';
import { readDocuments } from './read-documents.ts';
import { applyEdits } from './text-edit.ts';

const item = { action: 'Allow', ports: [80] };

function inserted(text: string, index?: number): string {
  const file = { path: 'a.yaml', text };
  const [document] = readDocuments(file).documents;
  if (!document) throw new Error('no document');
  const range = { file: file.path, start: document.root.start, end: document.root.end };
  const edit = insertInto(new Manifests([file]).find(range, ['spec']), 'rules', index, item);
  return edit ? applyEdits(text, [edit]) : 'no place';
}

/** The rules of the text, read again. */
function rulesIn(text: string): unknown {
  const [document] = readDocuments({ path: 'a.yaml', text }).documents;
  const value = document && (plainValue(document.root) as { spec: { rules: unknown } });
  return value?.spec.rules;
}

const forms: readonly (readonly [string, string, number])[] = [
  ['block style', 'spec:\n  rules:\n    - a # first\n    # about b\n    - b\n  z: 1\n', 2],
  ['a list in the column of its key', 'spec:\n  rules:\n  - a\n  - b\n', 2],
  ['Windows line breaks', 'spec:\r\n  rules:\r\n    - a\r\n    - b\r\n', 2],
  ['flow style', 'spec:\n  rules: [a, b]\n', 2],
  ['JSON', '{"spec": {"rules": ["a", "b"]}}', 2],
  ['an empty list', 'spec:\n  rules: []\n  z: 1\n', 0],
  ['an empty list in JSON', '{"spec": {"rules": []}}', 0],
  ['no value', 'spec:\n  rules:\n  z: 1\n', 0],
  ['a missing list', 'spec:\n  z:\n    y: 1 # end\nother: 1\n', 0],
  ['a missing list behind an empty value', 'spec:\n  z:\n', 0],
  ['a missing list in flow style', 'spec: {z: 1}\n', 0],
];

it.each(forms)('%s takes an item at every place', (_, text, count) => {
  for (const index of [0, 1, 2, undefined]) {
    if (index !== undefined && index > count) continue;
    const wanted: unknown[] = ['a', 'b'].slice(0, count);
    wanted.splice(index ?? count, 0, item);
    expect(rulesIn(inserted(text, index))).toEqual(wanted);
  }
});

it('leaves comments with what they are about', () =>
  expect(inserted('spec:\n  rules:\n    - a # first\n    # about b\n    - b\n', 1)).toBe(
    'spec:\n  rules:\n    - a # first\n    - action: Allow\n      ports: [80]\n    # about b\n    - b\n',
  ));

it('makes lines of an empty list', () =>
  expect(inserted('spec:\n  rules: [] # none yet\n')).toBe(
    'spec:\n  rules:\n    - action: Allow\n      ports: [80] # none yet\n',
  ));
