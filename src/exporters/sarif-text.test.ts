// A message is text, and a path is a URI.
import { expect, it } from 'vitest';
import { hostileNames } from '../testing/hostile-names.ts';
import { sarifText, sarifUri } from './sarif-text.ts';

it.each([
  ['adds [x](http://evil.example)', 'adds \\[x\\](http://evil.example)'],
  ['{0}', '{{0}}'],
  ['a\\b', 'a\\\\b'],
])('%j', (text, written) => expect(sarifText(text)).toBe(written));

it('encodes what is no part of a path', () => expect(sarifUri('my shop/a#b.yaml')).toBe('my%20shop/a%23b.yaml'));

it.each([...hostileNames, '\ud800'])('never throws: %j', (name) => {
  expect(sarifText(name)).not.toMatch(/(?<!\\)[[\]]/);
  expect(() => new URL(sarifUri(name), 'https://example.com/')).not.toThrow();
});
