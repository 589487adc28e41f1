// What is offered where the caret stands.
import { expect, it } from 'vitest';
import { drawInventory } from '../../testing/sample-inventory.ts';
import { completeQuery } from './query-completion.ts';

const inventory = {
  ...drawInventory('dev-app: frontend:80 backend:8080\nshop: web:80', ['internet', 'cidr:10.0.0.0/8'], ['n1']),
  policies: [],
};
/** The caret is at the end, or at the bar. */
const offered = (text: string) => {
  const caret = text.indexOf('|');
  const { from, to, options } = completeQuery(text.replace('|', ''), caret < 0 ? text.length : caret, inventory);
  return [from, to, ...options.map((option) => option.text)];
};

it('offers fields, then their values', () => {
  expect(offered('ver')).toEqual([0, 3, 'verdict:']);
  expect(offered('from:a -p')).toEqual([8, 9, 'port:', 'protocol:', 'policy:']);
  expect(offered('verdict:')).toEqual([8, 8, 'allowed', 'denied', 'unknown']);
  expect(offered('ns:d')).toEqual([3, 4, 'dev-app']);
  expect(offered('port:80')).toEqual([5, 7, '80', '8080']);
  expect(offered('').slice(0, 4)).toEqual([0, 0, 'from:', 'to:']);
});

it('finds ends of flows by any part of their names', () => {
  expect(offered('to:fro')).toEqual([3, 6, 'dev-app/frontend']);
  expect(offered('to:dev')).toEqual([3, 6, 'dev-app/*', 'dev-app/frontend', 'dev-app/backend']);
  expect(offered('from:n1')).toEqual([5, 7, 'host:n1']);
  expect(offered('fron')).toEqual([0, 4, 'dev-app/frontend']);
});

it('completes the value at the caret, and is silent where all is said', () => {
  expect(offered('verdict:al|,denied to:x')).toEqual([8, 10, 'allowed']);
  expect(offered('verdict:allowed')).toEqual([8, 15]);
  expect(offered('"from')).toEqual([5, 5]);
});
