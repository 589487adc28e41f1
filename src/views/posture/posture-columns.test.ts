// Cells of the posture: what they count, how they changed, and how rows sort.
import { describe, expect, it } from 'vitest';
import type { NamespacePosture } from '../../engine/posture/posture.ts';
import { NO_FINDINGS } from '../../exporters/findings-by-namespace.ts';
import { postureOf } from '../../testing/posture-of.ts';
import {
  cellWords,
  changeOf,
  flowsBehind,
  hasChange,
  hasOpening,
  type PostureRowFacts,
  sortedRows,
} from './posture-columns.ts';

const rows = postureOf().posture.namespaces.map(
  (now): PostureRowFacts => ({ now, before: now, findings: NO_FINDINGS }),
);
const rowOf = (name: string): PostureRowFacts => {
  const row = rows.find(({ now }) => now.name === name);
  if (!row) throw new Error(`no row ${name}`);
  return row;
};
const [lab, shop] = [rowOf('lab'), rowOf('shop')];
const asBefore = (now: NamespacePosture, before: NamespacePosture): PostureRowFacts => ({
  now,
  before,
  findings: NO_FINDINGS,
});

describe('a change', () => {
  const shut = asBefore({ ...shop.now, name: 'lab' }, lab.now);
  const opened = asBefore(lab.now, shop.now);

  it('is more open, or less: fewer closed pods are more open', () => {
    expect(changeOf(shut, 'ingress')).toBe('closed');
    expect(changeOf(shut, 'fromInternet')).toBe('closed');
    expect(changeOf(opened, 'ingress')).toBe('opened');
    expect(changeOf(opened, 'fromInternet')).toBe('opened');
  });

  it('is none where numbers stay, or nothing is compared', () => {
    expect(changeOf(shut, 'egress')).toBeUndefined();
    expect([hasChange(shut), hasChange(lab), hasChange({ ...lab, before: undefined })]).toEqual([true, false, false]);
  });
});

it('rows sort by a number, those of the system last', () => {
  const names = (column: 'name' | 'ingress' | 'fromInternet', descending: boolean): string[] =>
    sortedRows(rows, { column, descending }).map(({ now }) => now.name);
  expect(names('name', true)).toEqual(['shop', 'lab', 'kube-system']);
  expect(names('ingress', false)).toEqual(['lab', 'shop', 'kube-system']);
  expect(names('fromInternet', true)).toEqual(['lab', 'shop', 'kube-system']);
});

it('a namespace is open where a pod lets in or out what no rule names', () => {
  const closed = { ...shop.now, egress: shop.now.ingress };
  expect([hasOpening(shop), hasOpening(asBefore(closed, closed))]).toEqual([true, false]);
});

it('a cell says what it counts, and leads to it', () => {
  expect(cellWords(shop, 'ingress')).toBe('1 of 1 pods are closed to ingress that no rule names; 1 are isolated');
  expect(cellWords(lab, 'fromInternet')).toBe('1 of 1 pods can be reached from the Internet: 80');
  expect(flowsBehind('shop', 'toOthers')).toBe('from:shop/* to:*/* -to:shop/* verdict:allowed,unknown');
  expect(flowsBehind('shop', 'ingress')).toBeUndefined();
});
