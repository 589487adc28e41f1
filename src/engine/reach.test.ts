// How far a breach goes: hops, counts by hop, what is not certain, and what differs from the baseline.
import { describe, expect, it } from 'vitest';
import { cluster, policy } from '../testing/cluster-text.ts';
import { PAGE_LIMITS } from './answer-limits.ts';
import { defaultOptions } from './engine-options.ts';
import { EngineSession } from './engine-session.ts';
import type { Reach, ReachRequest } from './reach.ts';

const only = (app: string) => `{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: ${app}}}}]}]}`;
const from = (app: string, namespace: string) =>
  `[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ${namespace}}}, podSelector: {matchLabels: {app: ${app}}}}]`;

/** web → api → db, each open to the one before alone; nothing leaves but from web. */
const files = [
  ...cluster`
    shop: web{app=web}:80 api{app=api}:8080
    data: db{app=db}:5432
  `,
  policy(
    'shop/api',
  )`{podSelector: {matchLabels: {app: api}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}],
    egress: [{to: ${from('db', 'data')}}], policyTypes: [Ingress, Egress]}`,
  policy('data/db')`{podSelector: {}, ingress: [{from: ${from('api', 'shop')}}], policyTypes: [Ingress, Egress]}`,
];

function ask(request: Partial<ReachRequest>, edited = files): Reach {
  const session = new EngineSession(() => 0, PAGE_LIMITS);
  session.load(edited, defaultOptions, files);
  const answer = session.reach({
    id: 'workload:shop/Pod/web',
    direction: 'from',
    hops: 2,
    ports: 'declared',
    ...request,
  });
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}

const drawn = ({ nodes }: Reach) => nodes.map(({ id, hop, via, label }) => `${hop} ${via} -> ${id} ${label}`);

describe('reach', () => {
  it('gives each node at its hop, with the step to it', () => {
    const answer = ask({});
    expect(drawn(answer)).toEqual([
      '1 workload:shop/Pod/web -> internet all ports',
      '1 workload:shop/Pod/web -> workload:shop/Pod/api 8080',
      '2 workload:shop/Pod/api -> workload:data/Pod/db 5432',
    ]);
    expect(answer.counts).toEqual([
      { workloads: 1, elsewhere: 0, hosts: 0, ranges: 0, internet: true, unknown: 0 },
      { workloads: 1, elsewhere: 1, hosts: 0, ranges: 0, internet: false, unknown: 0 },
    ]);
    expect(answer.goesOn).toBe(false);
    expect(ask({ hops: 1 }).goesOn).toBe(true);
  });

  it('goes back to who can come to a node', () => {
    expect(drawn(ask({ id: 'workload:data/Pod/db', direction: 'to', hops: 3 }))).toEqual([
      '1 workload:data/Pod/db -> workload:shop/Pod/api 5432',
      '2 workload:shop/Pod/api -> workload:shop/Pod/web 8080',
      '3 workload:shop/Pod/web -> internet 80',
    ]);
  });

  it('starts from all workloads of a namespace at once', () => {
    expect(ask({ id: 'namespace:shop', hops: 1 }).nodes.map(({ id }) => id)).toEqual([
      'internet',
      'workload:data/Pod/db',
    ]);
  });

  it('says what the draft adds and what it takes away', () => {
    const closed = [...files, policy('shop/lonely')`${only('nobody')}`];
    expect(ask({}, closed)).toMatchObject({ gained: [], lost: [] });
    const cut = files.map((file) =>
      file.text.includes('name: api') && file.text.includes('NetworkPolicy')
        ? { ...file, text: file.text.replace(/app: web/, 'app: nobody') }
        : file,
    );
    expect(ask({}, cut)).toMatchObject({ gained: [], lost: ['workload:shop/Pod/api', 'workload:data/Pod/db'] });
  });

  it('names what is not there', () => {
    const session = new EngineSession(() => 0);
    session.load(files, defaultOptions);
    const answer = session.reach({ id: 'workload:shop/Pod/gone', direction: 'from', hops: 1, ports: 'declared' });
    expect(answer).toMatchObject({ error: 'nothing is called `shop/Pod/gone` any more' });
  });
});
