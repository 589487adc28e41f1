// Fields set in every style a manifest is written in; what stands elsewhere is left alone.
import { expect, it } from 'vitest';
import { Manifests } from './manifest.ts';
import { readDocuments } from './read-documents.ts';
import { type FieldValues, setFields } from './set-field.ts';
import { applyEdits } from './text-edit.ts';

/** The text after fields of `spec` are set in its first document, or that they cannot be. */
function after(text: string, fields: FieldValues): string {
  const file = { path: 'a.yaml', text };
  const root = readDocuments(file).documents[0]?.root;
  if (!root) throw new Error('no document');
  const edits = setFields(
    new Manifests([file]),
    { file: 'a.yaml', start: root.start, end: root.end },
    ['spec'],
    fields,
  );
  return edits ? applyEdits(text, edits) : 'refused';
}

it.each([
  [
    'another value',
    'spec:\n  order: 10 # first\n  tier: a\n',
    { order: 20.5 },
    'spec:\n  order: 20.5 # first\n  tier: a\n',
  ],
  ['a new one', 'spec:\n  tier: a\n', { order: 5 }, 'spec:\n  order: 5\n  tier: a\n'],
  ['CRLF', 'spec:\r\n  tier: a\r\n', { order: 5 }, 'spec:\r\n  order: 5\r\n  tier: a\r\n'],
  [
    'two new ones',
    'spec:\n  types: [Ingress]\n',
    { tier: 'b', order: 5 },
    'spec:\n  tier: b\n  order: 5\n  types: [Ingress]\n',
  ],
  ['braces', 'spec: { tier: a }\n', { order: 5 }, 'spec: { order: 5, tier: a }\n'],
  ['nothing in braces', 'spec: {}\n', { tier: 'b', order: 5 }, 'spec: { tier: b, order: 5 }\n'],
  ['JSON', '{"spec": {"order": 10, "tier": "a"}}', { order: 5, tier: 'b' }, '{"spec": {"order": 5, "tier": "b"}}'],
  ['JSON, new', '{"spec": {"tier": "a"}}', { order: 5 }, '{"spec": {"order": 5, "tier": "a"}}'],
  ['taken away', 'spec:\n  order: 10\n  tier: a\n', { order: null }, 'spec:\n  tier: a\n'],
  ['not there, taken away', 'spec:\n  tier: a\n', { order: null }, 'spec:\n  tier: a\n'],
  ['an alias', 'base: &base 10\nspec:\n  order: *base\n  tier: a\n', { order: 5 }, 'refused'],
  ['an alias around it', 'base: &base { order: 10 }\nspec: *base\n', { order: 5 }, 'refused'],
  ['no such map', 'kind: a\n', { order: 5 }, 'refused'],
])('%s', (_, text, fields, expected) => {
  expect(after(text, fields)).toBe(expected);
});
