// Labels of a declared namespace as edits of its manifest, in the styles people write them.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { namespaceLabelChange } from './namespace-labels.ts';

function changed(text: string, key: string, value: string | null): string {
  const change = namespaceLabelChange({ path: 'ns.yaml', text }, { namespace: 'shop', key, value });
  return change.ok ? applyEdits(text, change.value.edits) : change.error;
}

const head = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n';
const labelled = `${head}  labels:\n    team: web # theirs\n    env: "prod"\n`;

describe('in block style', () => {
  it.each([
    ['adds the first', head, 'team', 'web', `${head}  labels:\n    team: web\n`],
    ['adds another', labelled, 'a.io/b', 'true', `${labelled}    a.io/b: "true"\n`],
    ['changes', labelled, 'env', 'dev', labelled.replace('"prod"', '"dev"')],
    ['removes one', labelled, 'env', null, labelled.replace('    env: "prod"\n', '')],
    ['removes the last', `${head}  labels:\n    team: web\n`, 'team', null, head],
  ])('%s', (_, text, key, value, after) => {
    expect(changed(text, key, value)).toBe(after);
  });
});

it('edits flow style, JSON, empty labels, and the right object of several', () => {
  expect(changed('{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {a: b}}}', 'c', '1')).toBe(
    '{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {a: b, c: "1"}}}',
  );
  const json = '{"kind": "List", "items": [{"kind": "Namespace", "metadata": {"name": "shop"}}]}';
  expect(changed(json, 'team', 'web')).toBe(
    '{"kind": "List", "items": [{"kind": "Namespace", "metadata": {"name": "shop", "labels": { "team": "web" }}}]}',
  );
  expect(changed(`${head}  labels: {}\n`, 'team', 'web')).toBe(`${head}  labels: { team: web }\n`);
  const other = head.replace('shop', 'dev');
  expect(changed(`${other}---\n${head}`, 'team', 'web')).toBe(`${other}---\n${head}  labels:\n    team: web\n`);
});

it('says why it cannot', () => {
  expect(changed(head, 'team', 'a b')).toContain('is no label');
  expect(changed('kind: Pod\n', 'team', 'web')).toContain('not at hand');
  expect(changed(`shared: &all { team: web }\n${head}  labels: *all\n`, 'x', 'y')).toContain('only you can edit');
});
