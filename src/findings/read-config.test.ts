// The configuration's text: what is taken, and what is said of each slip, with its place.
import { expect, it } from 'vitest';
import { readConfig } from './read-config.ts';

const head = 'apiVersion: sluice/v1\nkind: Config\n';
const codes = ['selector-empty', 'types-implicit', 'selector-syntax'];
const read = (text: string) => readConfig('sluice.yaml', '/repo', head + text, codes);
const faultsIn = (result: ReturnType<typeof readConfig>) =>
  'faults' in result ? result.faults.map(({ line, column, message }) => `${line}:${column}: ${message}`) : [];

it('takes everything that there is', () => {
  const text = `paths: [k8s/, more.yaml]
podCIDRs: [10.244.0.0/16]
serviceCIDRs: 10.96.0.0/12
semantics: kubernetes
tenantLabel: team
failOn: [warning, opened]
severities: { types-implicit: off, selector-syntax: warning }
ignore:
  - { rule: selector-empty, files: 'legacy/**', object: 'NetworkPolicy shop/*', reason: known, expires: 2026-12-31 }
`;
  expect(read(text)).toEqual({
    config: {
      path: 'sluice.yaml',
      folder: '/repo',
      paths: ['k8s/', 'more.yaml'],
      podCIDRs: ['10.244.0.0/16'],
      serviceCIDRs: ['10.96.0.0/12'],
      semantics: 'kubernetes',
      tenantLabel: 'team',
      failOn: ['warning', 'opened'],
      severities: new Map([
        ['types-implicit', 'off'],
        ['selector-syntax', 'warning'],
      ]),
      ignore: [
        {
          rule: 'selector-empty',
          files: 'legacy/**',
          object: 'NetworkPolicy shop/*',
          reason: 'known',
          expires: '2026-12-31',
          line: 11,
        },
      ],
    },
  });
});

it.each([
  ['podCIDR: []', '3:1: unknown field podCIDR; did you mean podCIDRs?'],
  ['podCIDRs: [10.0.0.0]', '3:12: 10.0.0.0 is no CIDR; write one like 10.244.0.0/16'],
  [
    'semantics: calico-3.33',
    '3:12: semantics must be one of calico-3.32, calico-3.31, calico-enterprise, kubernetes; did you mean calico-3.32?',
  ],
  [
    'failOn: [waning]',
    '3:10: failOn must be one of error, warning, info, opened, closed, internet, any; did you mean warning?',
  ],
  ['severities: { shadow: off }', '3:15: no rule is called shadow; sluice lint --list has all of them'],
  ['severities: { types-implict: off }', '3:15: no rule is called types-implict; did you mean types-implicit?'],
  [
    'severities: { types-implicit: of }',
    '3:31: types-implicit must be one of error, warning, info, off; did you mean off?',
  ],
  ['ignore: [{ rule: selector-empty }]', '3:10: an ignore rule needs reason'],
  ["ignore: [{ rule: selector-empty, reason: '' }]", '3:42: reason must be a text'],
  ['ignore: [{ reason: x }]', '3:10: an ignore rule needs rule'],
  [
    'ignore: [{ rule: selector-empty, reason: x, expires: 2026-02-30 }]',
    '3:54: expires must be a date such as 2026-12-31',
  ],
  ['ignore: [{ rule: selector-empty, reason: x, file: a }]', '3:45: unknown field file; did you mean files?'],
  ['paths: { a: b }', '3:8: paths must be a list of texts'],
  ['---\n{}', '4:1: a configuration is one document'],
])('says what is wrong with %s', (text, fault) => expect(faultsIn(read(text))).toEqual([fault]));

it('wants to be called what it is', () => {
  const slip = readConfig('c.yaml', '/', 'kind: Confg\napiVersion: sluice/v1\n', []);
  expect(faultsIn(slip)).toEqual(['1:7: write kind: Config']);
  expect(faultsIn(readConfig('c.yaml', '/', '', []))).toEqual(['1:1: a configuration is a map']);
});
