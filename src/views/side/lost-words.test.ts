// How what is left out reads.
import { expect, it } from 'vitest';
import type { Problem } from '../../engine/results.ts';
import { reportOf } from '../../testing/report-of.ts';
import { lostWords } from './lost-words.ts';

async function words(text: string) {
  const { problems, unused } = await reportOf([{ path: 'a.yaml', text }]);
  return problems
    .filter(({ gap }) => gap !== undefined)
    .map((problem: Problem) => Object.values(lostWords(problem, unused)));
}
const object = (apiVersion: string, kind: string, metadata: string, spec: string) =>
  `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {${metadata}}, spec: ${spec}}`;
const calico = 'projectcalico.org/v3';

it.each([
  [
    object('networking.k8s.io/v1', 'NetworkPolicy', 'name: a, namespace: shop', '{x: 1}'),
    'shop/a',
    'NetworkPolicy, isolates nothing',
  ],
  [
    object(calico, 'NetworkPolicy', 'name: a, namespace: shop', '{x: 1}'),
    'shop/a',
    'Calico NetworkPolicy, its denies are gone too',
  ],
  [object(calico, 'GlobalNetworkPolicy', 'name: a', '{x: 1}'), 'a', 'GlobalNetworkPolicy, its denies are gone too'],
  [object(calico, 'Tier', 'name: a', '{x: 1}'), 'a', 'Tier, counts as absent'],
  ['{a: [', 'a.yaml', 'not readable'],
])('%s', async (text, name, what) => expect((await words(text))[0]).toEqual([name, what]));
