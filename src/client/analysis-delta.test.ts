// What crosses to the page after an edit: the report arrives whole, and what did not change arrives as the same objects.
import { expect, test } from 'vitest';
import { PAGE_LIMITS } from '../engine/answer-limits.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { AnalysisReceiver, AnalysisSender } from './analysis-delta.ts';

const files = [
  ...cluster`
    front: web{app=web}:80
    back: db{app=db}:5432
  `,
  policy('front/web')`{podSelector: {matchLabels: {app: web}}}`,
  policy('back/db')`{podSelector: {matchLabels: {app: db}}}`,
];

function channel() {
  const session = new EngineSession(() => 0, PAGE_LIMITS);
  const [sender, receiver] = [new AnalysisSender(), new AnalysisReceiver()];
  const sizes: number[] = [];
  const send = (analysis: ReturnType<EngineSession['load']>) => {
    const delta = structuredClone(sender.pack(analysis));
    sizes.push(JSON.stringify(delta).length);
    const received = receiver.unpack(delta);
    expect(received).toEqual(analysis);
    return received;
  };
  return { session, send, sizes };
}

test('an edit sends what changed; the rest is the same object as before', () => {
  const { session, send, sizes } = channel();
  const { report: first } = send(session.load(files, defaultOptions));
  const edited = policy('back/db')`{podSelector: {matchLabels: {app: db}}, ingress: [{}]}`;
  const { report: second } = send(session.edit([edited]));
  const named = (name: string) => [first, second].map((one) => one.namespaces.find((own) => own.name === name));
  const [frontBefore, frontAfter] = named('front');
  expect(frontAfter).toBe(frontBefore);
  const [backBefore, backAfter] = named('back');
  expect(backAfter).not.toBe(backBefore);
  expect(second.files[0]).toBe(first.files[0]);
  expect(second.externals).toEqual(first.externals);
  expect(sizes[1] ?? 0).toBeLessThan((sizes[0] ?? 0) / 1.5);
});

test('lists that grow, shrink and change their order arrive as they are', () => {
  const { session, send } = channel();
  send(session.load(files, defaultOptions));
  send(session.edit([policy('back/aa')`{podSelector: {}}`]));
  send(session.edit([{ path: 'nothing.yaml', text: 'kind: [' }]));
  send(session.edit(files.slice(1, 2).map(({ path }) => ({ path, text: null }))));
  send(session.load(files.slice(0, 1), defaultOptions));
});
