// How near a name is to what was typed.
import { expect, it } from 'vitest';
import { matchRank, wordsOf } from './match-rank.ts';

it.each([
  ['web', 'web', '', 0],
  ['web', 'web-1', '', 1],
  ['web', 'allow-web', '', 2],
  ['eb', 'web', '', 3],
  ['shop', 'web', 'NetworkPolicy in shop', 4],
  ['web shop', 'web', 'NetworkPolicy in shop', 2],
  ['awd', 'allow-web-dns', '', 5],
  ['alwe', 'allow-web', '', 5],
  ['awd', 'always-wrong-order', '', undefined],
  ['db', 'web', 'NetworkPolicy in shop', undefined],
  ['copy l', 'Copy link', '', 1],
] as const)('%s finds %s', (text, name, said, rank) => expect(matchRank(wordsOf(text), name, said)).toBe(rank));
