// The connection that stands for a row.
import { expect, it } from 'vitest';
import { flowQueryOf } from './flow-query.ts';

it.each([
  ['TCP', '443,8000-8080', { protocol: 'TCP', port: 443 }],
  ['UDP', '53', { protocol: 'UDP', port: 53 }],
  ['SCTP', 'all', { protocol: 'SCTP', port: 80 }],
  ['all', 'all', { protocol: 'TCP', port: 80 }],
  ['ICMP', 'all', { protocol: 'ICMP' }],
  ['ICMP', 'type 8', { protocol: 'ICMP', icmpType: 8 }],
  ['ICMPv6', 'type 3 code 1-4,type 5', { protocol: 'ICMPv6', icmpType: 3, icmpCode: 1 }],
  ['other protocols', '5-7,47', { protocol: '5' }],
  ['other protocols', 'all', { protocol: '47' }],
])('%s %s', (protocol, ports, asked) =>
  expect(flowQueryOf({ src: 'a', dst: 'b', protocol, ports })).toEqual({ from: 'a', to: 'b', ...asked }),
);
