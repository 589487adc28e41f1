// The form's traffic, there and back.
import { expect, it } from 'vitest';
import type { FlowQuery } from '../../engine/explanation.ts';
import { trafficDraft, trafficOfDraft } from './traffic-draft.ts';

it.each<Omit<FlowQuery, 'from' | 'to'>>([
  { protocol: 'TCP', port: 443 },
  { protocol: 'ICMP', icmpType: 3, icmpCode: 1 },
  { protocol: 'ICMPv6', icmpType: 128, icmpCode: 0 },
  { protocol: '47' },
])('%j comes back', (traffic) =>
  expect(trafficOfDraft(trafficDraft({ from: 'a', to: 'b', ...traffic }))).toEqual(traffic),
);

it.each([
  { protocol: 'TCP', port: '0' },
  { protocol: 'UDP', port: '65536' },
  { protocol: 'TCP', port: 'http' },
  { protocol: 'ICMP', icmpType: '256' },
  { protocol: 'number', number: '' },
])('%j asks nothing', (typed) => {
  const draft = { ...trafficDraft({ from: 'a', to: 'b', protocol: 'TCP' }), ...typed };
  expect(trafficOfDraft(draft)).toBeUndefined();
});
