// Which addresses are GitHub's, and where its files come from.
import { expect, it } from 'vitest';
import type { ForgeRequests } from './forge-requests.ts';
import { github } from './github.ts';

const read = (address: string) => github.readAddress(new URL(address));

it.each([
  ['https://github.com/acme/shop/pull/12', { kind: 'request', number: 12 }],
  ['https://github.com/acme/shop/pull/12/files#diff-1', { kind: 'request', number: 12 }],
  [
    'https://github.com/acme/shop/compare/v1.0...feature/x',
    { kind: 'range', base: 'v1.0', head: 'feature/x', dots: '...' },
  ],
  ['https://github.com/acme/shop/compare/a..b', { kind: 'range', base: 'a', head: 'b', dots: '..' }],
  [
    'https://github.com/acme/shop/compare/main...you:shop:fix',
    { kind: 'range', base: 'main', head: 'you:shop:fix', dots: '...' },
  ],
])('%s', (address, change) =>
  expect(read(address)).toEqual({ project: 'acme/shop', api: 'https://api.github.com', isPublic: true, change }),
);

it('guesses the API of a forge of one’s own', () =>
  expect(read('https://git.acme.example:8443/acme/shop/pull/1')).toMatchObject({
    api: 'https://git.acme.example:8443/api/v3',
    isPublic: false,
  }));

it.each([
  'https://github.com/acme/shop',
  'https://github.com/acme/shop/pull/x',
  'https://github.com/acme/shop/pull/12345678901',
  'https://github.com/acme/shop/compare/main',
  'https://github.com/acme/-/pull/1',
  'https://gitlab.com/acme/shop/-/merge_requests/1',
])('%s is none', (address) => expect(read(address)).toBeUndefined());

it('takes public files from where they are not counted, never with the token', async () => {
  const asked: [string, unknown][] = [];
  const requests = (hasToken: boolean): ForgeRequests => ({
    hasToken,
    json: () => Promise.reject(new Error('not asked')),
    bytes: async (...request) => {
      asked.push([request[0], request[1]?.open]);
      return new Uint8Array();
    },
  });
  const address = read('https://github.com/acme/shop/pull/12');
  if (!address) throw new Error('no address');
  const file = { path: 'a b/#?.yaml', id: 'abcdef0', size: 1, kind: 'file' } as const;
  await github.readFile(address, '1234567', file, requests(false));
  await github.readFile(address, '1234567', file, requests(true));
  expect(asked).toEqual([
    ['https://raw.githubusercontent.com/acme/shop/1234567/a%20b/%23%3F.yaml', true],
    ['https://api.github.com/repos/acme/shop/git/blobs/abcdef0', undefined],
  ]);
});
