// The cursor is drawn as `|`.
import { describe, expect, it } from 'vitest';
import { documentFacts, typingPlaceAt } from './typing-place.ts';

function placeIn(drawn: string) {
  const offset = drawn.indexOf('|');
  const before = drawn.slice(0, offset).split('\n');
  const text = drawn.slice(0, offset) + drawn.slice(offset + 1);
  const place = typingPlaceAt(text.split('\n'), before.length, (before.at(-1) ?? '').length + 1);
  return { ...place, at: `${place.role} ${place.path.join('.')}`, siblings: [...place.siblings.keys()].sort() };
}

describe('typingPlaceAt', () => {
  it.each<[string, string, string]>([
    ['the root', 'kind: NetworkPolicy\n|', 'key '],
    ['a key', 'spec:\n  pod|', 'key spec'],
    ['an empty line', 'spec:\n  podSelector:\n    |\n  ingress: []', 'key spec.podSelector'],
    ['the same empty line, one step out', 'spec:\n  podSelector:\n  |', 'key spec'],
    ['a value', 'metadata:\n  namespace: de|', 'value metadata.namespace'],
    [
      'a label value',
      'spec:\n  podSelector:\n    matchLabels:\n      app: |',
      'value spec.podSelector.matchLabels.app',
    ],
    ['a list item', 'spec:\n  policyTypes:\n    - In|', 'key spec.policyTypes.[]'],
    ['a list item at its key’s indent', 'spec:\n  policyTypes:\n  - In|', 'key spec.policyTypes.[]'],
    ['a flow list', 'spec:\n  policyTypes: [Ingress, E|', 'value spec.policyTypes.[]'],
    ['a flow map', 'spec:\n  podSelector: {matchLabels: {app: f|', 'value spec.podSelector.matchLabels.app'],
    ['a key of a flow map', 'spec:\n  podSelector: { m|', 'key spec.podSelector'],
    [
      'nested dashes',
      'spec:\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n              |',
      'key spec.ingress.[].from.[].podSelector.matchLabels',
    ],
    ['a second key of an item', 'spec:\n  ingress:\n    - from: []\n      po|', 'key spec.ingress.[]'],
    ['a second item', 'spec:\n  ingress:\n  - from:\n    - podSelector: {}\n    - |', 'key spec.ingress.[].from.[]'],
    ['an item of the outer list', 'spec:\n  ingress:\n  - from:\n    - podSelector: {}\n  - |', 'key spec.ingress.[]'],
    ['two dashes in a line', 'a:\n- - b: |', 'value a.[].[].b'],
    ['past comments and blank lines', 'spec:\n\n  # x: y\n  ingress:\n\n  # - z\n  - |', 'key spec.ingress.[]'],
    ['a second document', 'spec:\n---\n  pod|', 'key '],
    ['a colon within a word', 'metadata:\n  name: a:b|', 'value metadata.name'],
    ['a quoted key', 'metadata:\n  labels:\n    "a.b/c": x|', 'value metadata.labels.a.b/c'],
  ])('%s', (_, drawn, at) => expect(placeIn(drawn).at).toBe(at));

  it('knows the other keys of the map', () => {
    expect(placeIn('spec:\n  podSelector:\n    x: 1\n  |\n  ingress:\n  - from: []\n    ports: []\n').siblings).toEqual(
      ['ingress', 'podSelector'],
    );
    expect(placeIn('a:\n- from: []\n  |\n  ports: []\n- to: []').siblings).toEqual(['from', 'ports']);
    expect(placeIn('a:\n- from: []\n- |\n  ports: []').siblings).toEqual(['ports']);
  });

  it('finds where the word starts', () => {
    expect(placeIn('  - po|').wordColumn).toBe(5);
    expect(placeIn('a: [x, yy|').wordColumn).toBe(8);
    expect(placeIn('a: b|').wordColumn).toBe(4);
  });
});

it('reads kind and namespace of the document around a line', () => {
  const lines =
    'kind: Pod\n---\napiVersion: v1\nkind: "NetworkPolicy" # ours\nmetadata:\n  name: x\n  namespace: shop\nspec:\n  namespace: no'.split(
      '\n',
    );
  expect(documentFacts(lines, 5)).toEqual({ kind: 'NetworkPolicy', namespace: 'shop' });
  expect(documentFacts(lines, 1)).toEqual({ kind: 'Pod', namespace: 'default' });
});
