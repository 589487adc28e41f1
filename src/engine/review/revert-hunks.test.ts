// The head with hunks taken back, as what it would be.
import { expect, it } from 'vitest';
import { defaultOptions } from '../engine-options.ts';
import { Locator } from '../locate.ts';
import { createSnapshot, createSnapshotCache, type Snapshot } from '../snapshot.ts';
import { changeHunks } from './change-hunks.ts';
import { pairDocuments } from './pair-documents.ts';
import { HunkReversal } from './revert-hunks.ts';

const policy = (name: string, spec: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: a}\nspec: {podSelector: {}, ${spec}}\n`;

type Files = Readonly<Record<string, string>>;

/** `without('adds …')` is the head without the hunk whose sentence begins so. */
function reverting(base: Files, head: Files) {
  const cache = createSnapshotCache();
  const [before, after] = [base, head].map((files) =>
    createSnapshot(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      defaultOptions,
      cache,
    ),
  ) as [Snapshot, Snapshot];
  const pairs = pairDocuments(before.readings, after.readings);
  const changes = changeHunks(pairs, new Locator(before.readings), new Locator(after.readings), after.readings);
  const reversal = new HunkReversal(after, changes, cache);
  const places = (begin: string) =>
    changes.flatMap(({ hunks }, change) =>
      hunks.flatMap(({ sentence }, hunk) => (sentence.startsWith(begin) ? [{ change, hunk }] : [])),
    );
  return { after, without: (...begins: string[]) => reversal.without(begins.flatMap(places)) };
}

const rules = ({ policies }: Snapshot): string[] =>
  policies
    .filter(({ implied }) => !implied)
    .map(({ name, ingress, egress }) => `${name} ${ingress?.length ?? '-'} ${egress?.length ?? '-'}`);

it('takes a rule, a policy that came, and one that went back for themselves', () => {
  const { after, without } = reverting(
    { 'a.yaml': `${policy('p', 'ingress: [{ports: [{port: 1}]}]')}---\n${policy('gone', 'ingress: []')}` },
    {
      'b.yaml': `${policy('p', 'ingress: [{ports: [{port: 1}]}, {ports: [{port: 2}]}]')}---\n${policy('new', 'egress: []')}`,
    },
  );
  expect(rules(after)).toEqual(['new 0 -', 'p 2 -']);
  expect(rules(without('adds ingress rule 2'))).toEqual(['new 0 -', 'p 1 -']);
  expect(rules(without('adds NetworkPolicy a/new'))).toEqual(['p 2 -']);
  expect(rules(without('removes NetworkPolicy a/gone'))).toEqual(['gone 0 -', 'new 0 -', 'p 2 -']);
  expect(rules(without('adds', 'removes'))).toEqual(['gone 0 -', 'p 1 -']);
});

it('puts an object back beside a file of the same path', () => {
  const { without } = reverting(
    { 'a.yaml': `${policy('p', 'ingress: []')}---\n${policy('q', 'ingress: []')}` },
    { 'a.yaml': policy('q', 'ingress: []') },
  );
  expect(rules(without('removes'))).toEqual(['p 0 -', 'q 0 -']);
});

it('reaches into lists whose items leave to the list what they are', () => {
  const list = (spec: string) =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicyList\nitems:\n- metadata: {name: p, namespace: a}\n  spec: {podSelector: {}, ${spec}}\n`;
  const { after, without } = reverting({ 'a.yaml': list('ingress: [{}]') }, { 'a.yaml': list('ingress: [{}, {}]') });
  expect(rules(after)).toEqual(['p 2 -']);
  expect(rules(without('adds'))).toEqual(['p 1 -']);
});

it('is the very head where the change cannot touch anything', () => {
  const annotated = (text: string) =>
    policy('p', 'ingress: []').replace('namespace: a', `namespace: a, annotations: {x: ${text}}`);
  const { after, without } = reverting({ 'a.yaml': annotated('b') }, { 'a.yaml': annotated('c') });
  expect(without('changes annotation x')).toBe(after);
});

it('takes a policy that is refused for what it was', () => {
  const { after, without } = reverting(
    { 'a.yaml': policy('p', 'ingress: [{ports: [{port: 1}]}]') },
    { 'a.yaml': policy('p', 'ingress: [{ports: [{port: 100000}]}]') },
  );
  expect(rules(after)).toEqual([]);
  expect(rules(without('changes port'))).toEqual(['p 1 -']);
});
