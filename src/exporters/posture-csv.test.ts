// A posture as CSV: one line for each namespace.
import { expect, it } from 'vitest';
import { postureOf } from '../testing/posture-of.ts';
import { postureCsv } from './posture-csv.ts';

it('has a title for every number', () => {
  const [head = '', ...rows] = postureCsv.export(postureOf()).trimEnd().split('\r\n');
  const titles = head.split(',');
  const shop = Object.fromEntries((rows[1] ?? '').split(',').map((cell, at) => [titles[at], cell]));
  expect(rows.map((row) => row.split(',').length)).toEqual(Array(3).fill(titles.length));
  expect(shop).toMatchObject({
    ...{ namespace: 'shop', system: 'no', pods: '1', 'ingress default deny': 'closed', 'ingress closed': '1' },
    ...{ 'to Internet': '1', 'pairs with others': '2', warnings: '2' },
  });
});
