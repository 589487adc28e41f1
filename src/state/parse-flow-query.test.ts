// What a query means, and what is said of what means nothing.
import { describe, expect, it } from 'vitest';
import { parseFlowQuery } from './parse-flow-query.ts';

const meaning = (text: string) => {
  const { terms, problems } = parseFlowQuery(text);
  expect(problems).toEqual([]);
  return terms;
};
const party = (end: 'source' | 'destination' | 'either', ...patterns: object[]) => [
  { on: 'party', end, patterns, not: false },
];

describe('ends of flows', () => {
  it.each([
    ['from:dev-app/*', party('source', { by: 'name', namespace: 'dev-app', name: '*' })],
    ['from:dev-app/', party('source', { by: 'name', namespace: 'dev-app', name: '*' })],
    ['to:*/db', party('destination', { by: 'name', namespace: '*', name: 'db' })],
    [
      'to:shop/Deployment/web',
      party('destination', { by: 'name', namespace: 'shop', kind: 'Deployment', name: 'web' }),
    ],
    ['from:internet', party('source', { by: 'internet' })],
    ['to:set:partners,host:n1', party('destination', { by: 'set', name: 'partners' }, { by: 'host', name: 'n1' })],
    ['from:10.0.0.0/8', party('source', { by: 'address', text: '10.0.0.0/8' })],
    ['to:fd00::/8', party('destination', { by: 'address', text: 'fd00::/8' })],
    ['10.1.2.3', party('either', { by: 'address', text: '10.1.2.3' })],
    ['ns:shop', party('either', { by: 'namespace', name: 'shop' })],
    ['label:app=web', party('either', { by: 'label', key: 'app', value: 'web' })],
    ['policy:deny-all', party('either', { by: 'policy', name: 'deny-all' })],
    ['front', party('either', { by: 'part', text: 'front' })],
    ['"8080 x"', party('either', { by: 'part', text: '8080 x' })],
  ])('%s', (text, terms) => {
    expect(meaning(text)).toEqual(terms);
  });
});

it('reads ports, protocols, verdicts and flips, also as bare words, and what must not be', () => {
  expect(meaning('port:3306 protocol:tcp,udp -verdict:denied flip:opened')).toEqual([
    { on: 'ports', ranges: [[3306, 3306]], not: false },
    { on: 'protocol', protocols: ['TCP', 'UDP'], not: false },
    { on: 'verdict', verdicts: ['denied'], not: true },
    { on: 'flip', flips: ['opened'], not: false },
  ]);
  expect(meaning('8000-8080 UDP denied')).toEqual(meaning('port:8000-8080 protocol:udp verdict:denied'));
});

it('waits for what is not typed yet', () => {
  expect(parseFlowQuery('from: verdict:')).toEqual({ terms: [], problems: [] });
});

describe('problems', () => {
  it.each([
    ['form:x to:y', 0, 6, '`form:` is no field', 'from:x'],
    ['-verdct:denied', 0, 14, '`verdct:` is no field', '-verdict:denied'],
    ['ns:a verdict:alowed', 5, 19, '`alowed` is none of allowed, denied, unknown', 'verdict:allowed'],
    ['port:70000', 0, 10, '`70000` is no port: 1 to 65535, or a range such as 8000-8080', undefined],
    ['to:10.0.0.300', 0, 13, 'to: `10.0.0.300` is no address and no range of addresses', undefined],
    ['from:"a b', 0, 9, 'A quotation mark has no other', undefined],
    ['label:=x', 0, 8, 'A label has a key: `label:app=web`', undefined],
  ])('%s', (text, from, to, message, suggestion) => {
    expect(parseFlowQuery(text).problems).toEqual([{ from, to, message, ...(suggestion ? { suggestion } : {}) }]);
  });

  it('leave the rest of the query to filter', () => {
    expect(parseFlowQuery('port:none ns:shop').terms).toEqual(meaning('ns:shop'));
  });
});
