// The connection that stands for a row.
import { expect, it } from 'vitest';
import { flowQueryOf } from './flow-query.ts';

it.each([
  ['TCP', '443,8000-8080', 'TCP', 443],
  ['UDP', '53', 'UDP', 53],
  ['SCTP', 'all', 'SCTP', 80],
  ['all', 'all', 'TCP', 80],
])('%s %s is asked as %s %i', (protocol, ports, asked, port) =>
  expect(flowQueryOf({ src: 'a', dst: 'b', protocol, ports })).toEqual({ from: 'a', to: 'b', protocol: asked, port }),
);
