// Which addresses are GitLab's.
import { expect, it } from 'vitest';
import { gitlab } from './gitlab.ts';

const read = (address: string) => gitlab.readAddress(new URL(address));

it.each([
  ['https://gitlab.com/acme/team/shop/-/merge_requests/3/diffs', { kind: 'request', number: 3 }],
  [
    'https://gitlab.com/acme/team/shop/-/compare/main...a%2Fb',
    { kind: 'range', base: 'main', head: 'a/b', dots: '...' },
  ],
  ['https://gitlab.com/acme/team/shop/-/compare/main..b', { kind: 'range', base: 'main', head: 'b', dots: '..' }],
])('%s', (address, change) =>
  expect(read(address)).toEqual({
    project: 'acme/team/shop',
    api: 'https://gitlab.com/api/v4',
    isPublic: true,
    change,
  }),
);

it.each([
  'https://gitlab.com/acme/shop',
  'https://gitlab.com/acme/shop/-/merge_requests',
  'https://gitlab.com/a/-/compare/b',
])('%s is none', (address) => expect(read(address)).toBeUndefined());
