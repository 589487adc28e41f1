// What a reader takes away from one line.
import { expect, it } from 'vitest';
import { drawnDiff, flip } from '../testing/draw-diff.ts';
import { diffSentence } from './diff-sentence.ts';

const toInternet = flip('a/Pod/x -> internet TCP all allowed', 'denied', 'internet');
const inside = flip('a/Pod/x -> a/Pod/y TCP 80 allowed', 'denied', 'none');
const dns = flip('a/Pod/x -> k/Pod/dns UDP 53 denied', 'allowed', 'dns');
const open = flip('a/Pod/x -> k/Pod/dns UDP 53 unknown', 'allowed', 'none');

it.each([
  [[], 'opens and closes nothing.'],
  [[toInternet], 'opens 1 flow with addresses outside the cluster.'],
  [[toInternet, inside, inside], 'opens 3 flows (1 with addresses outside the cluster).'],
  [[inside, dns, dns], 'opens 1 flow and closes 2 flows to DNS.'],
  [[inside, dns, open], 'opens 1 flow, closes 1 flow to DNS and turns 1 flow to or from unknown.'],
] as const)('%#', (flips, said) => expect(diffSentence(drawnDiff(flips))).toBe(`This change ${said}`));
