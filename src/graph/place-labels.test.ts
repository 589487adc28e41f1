// Labels that leave room for each other.
import { expect, it } from 'vitest';
import { drawEdge } from '../testing/sample-inventory.ts';
import { labelTexts, shortLabel, wholeText } from './place-labels.ts';

it.each([
  ['8080', '8080'],
  ['TCP 80 · UDP 53 · ICMP', 'TCP 80 · UDP 53 · ICMP'],
  ['TCP 1-9099,9101-65535 · UDP all · SCTP all · ICMP', 'TCP 1-9099,9101-65535 +3'],
  ['TCP 80,443 · UDP 53 · SCTP 9999 · ICMP', 'TCP 80,443 · UDP 53 +2'],
  ['TCP 1000,1002,1004,1006,1008,1010', 'TCP 1000,1002,1004,1006,1008,1010'],
])('%s: %s', (label, short) => expect(shortLabel(label)).toBe(short));

it('says what changed before the ports', () => {
  const edge = { source: 'a', target: 'b', label: 'TCP 80 · UDP 53,5353 · SCTP 9999' };
  expect(labelTexts({ ...edge, flip: 'closed', verdict: 'denied' })).toEqual([
    '▼ closed TCP 80 · UDP 53,5353 +1',
    '▼ TCP 80 · UDP 53,5353 +1',
  ]);
});

const between = (source: string, extra: Partial<Parameters<typeof wholeText>[0]>) =>
  wholeText({ ...drawEdge(source, 'namespace:b', { label: '443' }), flip: 'none', ...extra });

it('says of an edge between groups how much lies behind it', () => {
  const [some, all, one] = [
    { allowed: 4, of: 1200 },
    { allowed: 12, of: 12 },
    { allowed: 1, of: 1 },
  ];
  expect(between('namespace:a', { verdict: 'mixed', pairs: some })).toBe('mixed 4 of 1,200 pairs · 443');
  expect(between('internet', { pairs: all })).toBe('12 pairs · 443');
  expect(between('namespace:a', { verdict: 'unknown', pairs: { allowed: 0, of: 3 } })).toBe('? unknown 3 pairs · 443');
  expect(between('namespace:a', { pairs: one })).toBe('443');
  const impact = { opened: 2, closed: 1, unknown: 0 };
  expect(between('namespace:a', { flip: 'both', impact, pairs: all })).toBe('▲ 2 opened ▼ 1 closed · 443');
  expect(wholeText({ ...drawEdge('workload:a', 'workload:b', { label: '443', pairs: all }), flip: 'none' })).toBe(
    '443',
  );
});
