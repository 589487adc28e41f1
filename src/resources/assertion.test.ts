// The assertions file: what is read, and what is said of a slip, at its line.
import { expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { decodeDocuments } from './decode-documents.ts';

function read(text: string) {
  const { documents } = readDocuments({ path: 'a.flows.yaml', text });
  const { assertions = [], diagnostics, unused, resources } = decodeDocuments(documents);
  const told = diagnostics.map(({ message, range, fixes }) => {
    const fix = fixes ? ` => ${fixes[0]?.edits[0]?.text}` : '';
    return `${text.slice(0, range.start).split('\n').length}: ${message}${fix}`;
  });
  return {
    assertions: assertions.map(({ range: _, ...rest }) => rest),
    told,
    others: unused.length + resources.length,
  };
}

const head = 'apiVersion: sluice/v1\nkind: Assertions\nassertions:\n';

it('reads flows with ports, messages and without either', () => {
  const text = `${head}  - { name: a, from: dev/web, to: dev/api, port: TCP/8080, expect: allowed }
  - { name: b, from: internet, to: dev/db, expect: denied }
  - { name: c, from: dev/web, to: svc:dev/dns, port: udp/53, expect: allowed }
  - { name: d, from: dev/web, to: 10.0.0.1, port: ICMP, expect: denied }
`;
  expect(read(text)).toEqual({
    assertions: [
      { name: 'a', from: 'dev/web', to: 'dev/api', traffic: { protocol: 'TCP', port: 8080 }, expect: 'allowed' },
      { name: 'b', from: 'internet', to: 'dev/db', traffic: undefined, expect: 'denied' },
      { name: 'c', from: 'dev/web', to: 'svc:dev/dns', traffic: { protocol: 'UDP', port: 53 }, expect: 'allowed' },
      { name: 'd', from: 'dev/web', to: '10.0.0.1', traffic: { protocol: 'ICMP' }, expect: 'denied' },
    ],
    told: [],
    others: 0,
  });
});

it.each([
  ['{ name: a, from: x, to: z, expect: alowed }', '`expect` is neither `allowed` nor `denied` => allowed'],
  ['{ name: a, from: x, expect: denied }', 'An assertion needs `to`'],
  ['{ name: a, from: x, to: z, port: 8080, expect: denied }', '`port` is no protocol with a port => TCP/8080'],
  ['{ name: a, from: x, to: z, port: TCP/99999, expect: denied }', '`port` is no protocol with a port'],
  ['{ name: a, from: x, to: z, ports: TCP/1, expect: denied }', 'Unknown field `ports` => port'],
  ['just words', 'An assertion is a map'],
])('says what is wrong with %s, and keeps the others', (item, message) => {
  const { told, assertions } = read(`${head}  - { name: ok, from: a, to: b, expect: denied }\n  - ${item}\n`);
  expect(told).toEqual([`5: ${message}`]);
  expect(assertions[0]?.name).toBe('ok');
});

it('wants names that tell them apart, and knows its own kind only', () => {
  const item = '  - { name: a, from: x, to: z, expect: denied }\n';
  expect(read(head + item + item).told).toEqual(['5: Another assertion of this file is called `a`']);
  expect(read('apiVersion: sluice/v1\nkind: Assertion\n').told).toEqual([
    '2: `Assertion` of `sluice/v1` is nothing that Sluice reads, so no flow of it is judged => Assertions',
  ]);
});
