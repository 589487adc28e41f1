// Whom a name means, and what an answer calls it.
import { describe, expect, it } from 'vitest';
import { policy } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { partyLabel, resolveParty } from './resolve-party.ts';
import { createSnapshot } from './snapshot.ts';

const pod = (name: string, version: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
  labels: { app: web, version: ${version} }
  ownerReferences: [{ apiVersion: apps/v1, kind: StatefulSet, name: web, uid: x, controller: true }]
spec: { containers: [{ name: main, image: img }] }
`;
const pods = { path: 'pods.yaml', text: [pod('web-0', 'old'), pod('web-1', 'new')].join('---\n') };
const byApp = policy('shop/by-app')`{podSelector: {matchLabels: {app: web}}}`;
const byVersion = policy('shop/by-version')`{podSelector: {matchLabels: {version: new}}}`;

function called(name: string, ...policies: readonly { path: string; text: string }[]): string {
  const snapshot = createSnapshot([pods, ...policies], defaultOptions);
  const party = resolveParty(snapshot, name);
  return party.type === 'unknown' ? party.error : partyLabel(snapshot, party);
}

describe('a workload', () => {
  it('is called by its own name where policy sees its pods alike', () =>
    expect(called('shop/web', byApp)).toBe('shop/StatefulSet/web'));

  it('is a pod where policy tells them apart', () => expect(called('shop/web', byVersion)).toBe('shop/Pod/web-0'));

  it('is not meant where a pod is named', () => expect(called('shop/web-1', byApp)).toBe('shop/Pod/web-1'));
});
