// Labels that leave room for each other.
import { expect, it } from 'vitest';
import { labelTexts, shortLabel } from './place-labels.ts';

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
