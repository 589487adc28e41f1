// The assertions file: what is read, and what is said of a slip, at its line.
import { expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { portsWords } from './assertion.ts';
import { decodeDocuments } from './decode-documents.ts';

function read(text: string) {
  const { documents } = readDocuments({ path: 'a.flows.yaml', text });
  const { assertions = [], diagnostics, unused, resources } = decodeDocuments(documents);
  const told = diagnostics.map(({ message, range, fixes }) => {
    const fix = fixes ? ` => ${fixes[0]?.edits[0]?.text}` : '';
    return `${text.slice(0, range.start).split('\n').length}: ${message}${fix}`;
  });
  return {
    assertions: assertions.map(({ range: _, from, to, ports, ...rest }) => ({
      ...rest,
      from: from.text,
      to: to.text,
      port: portsWords(ports),
      ends: [...from.ends, ...to.ends].map(({ by, text }) => `${by} ${text}`),
    })),
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
  const { assertions, told, others } = read(text);
  expect(assertions.map(({ name, from, to, port, expect }) => [name, from, to, port, expect].join(' '))).toEqual([
    'a dev/web dev/api TCP/8080 allowed',
    'b internet dev/db  denied',
    'c dev/web svc:dev/dns UDP/53 allowed',
    'd dev/web 10.0.0.1 ICMP denied',
  ]);
  expect([told, others]).toEqual([[], 0]);
});

it('reads lists, patterns, groups, ranges of ports and others, and names what has no name', () => {
  const text = `apiVersion: sluice/v1
kind: Assertions
groups: { data: [dev/db, '*/[app.kubernetes.io/name=cache,!canary]'] }
assertions:
  - { from: ['dev-*/front*', '[team=a]/Deployment/*'], to: group:data, port: [TCP/5432, udp/8000-8010], expect: allowed }
  - { from: others, to: group:data, port: all, expect: denied }
  - { from: others, to: group:data, port: all, expect: denied }
`;
  const { assertions, told } = read(text);
  expect(told).toEqual([]);
  expect(assertions.map(({ name }) => name)).toEqual([
    'dev-*/front*, [team=a]/Deployment/* reaches group:data on TCP/5432, UDP/8000-8010',
    'others does not reach group:data on every port',
    'others does not reach group:data on every port (2)',
  ]);
  expect(assertions[0]?.ends).toEqual([
    'pattern dev-*/front*',
    'pattern [team=a]/Deployment/*',
    'name dev/db',
    'pattern */[app.kubernetes.io/name=cache,!canary]',
  ]);
});

it.each([
  ['{ name: a, from: x, to: z, expect: alowed }', '`expect` is neither `allowed` nor `denied` => allowed'],
  ['{ name: a, from: x, expect: denied }', 'An assertion needs `to`'],
  ['{ name: a, from: x, to: z, port: 8080, expect: denied }', '`port` is no protocol with a port => TCP/8080'],
  ['{ name: a, from: x, to: z, port: TCP/99999, expect: denied }', '`port` is no protocol with a port'],
  ['{ name: a, from: x, to: z, ports: TCP/1, expect: denied }', 'Unknown field `ports` => port'],
  ['{ name: a, from: x, to: z, port: [TCP/1, 80], expect: denied }', '`80` is no protocol with a port => TCP/80'],
  ['{ from: others, to: others, expect: denied }', 'Only one side can be `others`'],
  ['{ from: [others, x], to: z, expect: denied }', '`others` stands alone'],
  ['{ from: group:dta, to: z, expect: denied }', 'No group is called `dta` => group:data'],
  ["{ from: 'dev-*', to: z, expect: denied }", '`dev-*` is no pattern of a namespace and a name'],
  ["{ from: 'a/[b=c', to: z, expect: denied }", '`[b=c` is neither a name nor conditions in brackets'],
  ["{ from: 'a/[=c]', to: z, expect: denied }", '`=c` is no condition on a label'],
  ["{ from: 'svc:a/*', to: z, expect: denied }", 'a service is named in full'],
  ['{ from: {namespace: a}, to: z, expect: denied }', '`from` must be a text, or a list of texts'],
  ['just words', 'An assertion is a map'],
])('says what is wrong with %s, and keeps the others', (item, message) => {
  const groups = 'groups: { data: [a/b] }\n';
  const { told, assertions } = read(`${groups}${head}  - { name: ok, from: a, to: b, expect: denied }\n  - ${item}\n`);
  expect(told).toEqual([`6: ${message}`]);
  expect(assertions[0]?.name).toBe('ok');
});

it('wants names that tell them apart, and knows its own kind only', () => {
  const item = '  - { name: a, from: x, to: z, expect: denied }\n';
  expect(read(head + item + item).told).toEqual(['5: Another assertion of this file is called `a`']);
  expect(read('apiVersion: sluice/v1\nkind: Assertion\n').told).toEqual([
    '2: `Assertion` of `sluice/v1` is nothing that Sluice reads, so no flow of it is judged => Assertions',
  ]);
});
