// The page's client: only the latest edit is evaluated, and a worker that dies or hangs is replaced without loss.
import { afterEach, expect, test, vi } from 'vitest';
import { defaultOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import type { EngineStatus } from './engine-client.ts';
import type { EngineHost } from './engine-worker.ts';
import { createWorkerClient } from './worker-client.ts';

const manifest = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\nspec: {containers: []}\n`;

/** A worker that lives in the test: it can be told to hang, and to die. */
function fakeWorker() {
  const session = new EngineSession(() => 0);
  const state = { hangs: false, edits: 0, isTerminated: false, die: (_reason: string): void => undefined };
  const answer = async <T>(call: () => T): Promise<T> => {
    if (state.hangs) await new Promise(() => undefined);
    await Promise.resolve();
    return call();
  };
  const api = {
    load: (...input: Parameters<EngineSession['load']>) => answer(() => session.load(...input)),
    edit: (...input: Parameters<EngineSession['edit']>) => {
      state.edits++;
      return answer(() => session.edit(...input));
    },
    acceptBaseline: () => answer(() => session.acceptBaseline()),
    setOptions: (...input: Parameters<EngineSession['setOptions']>) => answer(() => session.setOptions(...input)),
    flows: (...input: Parameters<EngineSession['flows']>) => answer(() => session.flows(...input)),
  };
  const host = {
    api: api as unknown as EngineHost['api'],
    onDeath: (listener: (reason: string) => void) => {
      state.die = listener;
    },
    terminate: () => {
      state.isTerminated = true;
    },
  };
  return { host, state };
}

function clientWithWorkers() {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const client = createWorkerClient(() => {
    const worker = fakeWorker();
    workers.push(worker);
    return worker.host;
  });
  const statuses: EngineStatus[] = [];
  client.onStatus((status) => statuses.push(status));
  return { client, workers, statuses };
}

afterEach(() => vi.useRealTimers());

test('of edits that wait, only the latest state is evaluated', async () => {
  const { client, workers } = clientWithWorkers();
  await client.load([{ path: 'a.yaml', text: '' }], defaultOptions);
  const answers = await Promise.all(
    ['one', 'two', 'three', 'four'].map((name) => client.edit([{ path: 'a.yaml', text: manifest(name) }])),
  );
  expect(workers[0]?.state.edits).toBe(2);
  expect(answers.map((answer) => 'superseded' in answer)).toEqual([false, true, true, false]);
  const last = answers[3];
  expect(last && 'report' in last && last.report.namespaces[0]?.workloads.map((one) => one.name)).toEqual(['four']);
});

test('edits of different files that wait are sent together', async () => {
  const { client } = clientWithWorkers();
  await client.load([], defaultOptions);
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((name) => client.edit([{ path: `${name}.yaml`, text: manifest(name) }])),
  );
  const last = answers.at(-1);
  expect(last && 'report' in last && last.report.counts.pods).toBe(3);
});

test('a worker that dies is replaced, told everything again, and answers', async () => {
  const { client, workers, statuses } = clientWithWorkers();
  await client.load([{ path: 'a.yaml', text: manifest('kept') }], defaultOptions);
  const first = workers[0];
  if (first) first.state.hangs = true;
  const answer = client.edit([{ path: 'b.yaml', text: manifest('typed') }]);
  first?.state.die('out of memory');
  const analysis = await answer;
  expect(workers.length).toBe(2);
  expect(first?.state.isTerminated).toBe(true);
  expect('report' in analysis && analysis.report.counts.pods).toBe(2);
  expect(statuses.some((status) => status.state === 'restarted' && status.reason.includes('out of memory'))).toBe(true);
});

test('a worker that hangs is replaced after a while', async () => {
  vi.useFakeTimers();
  const { client, workers } = clientWithWorkers();
  await client.load([{ path: 'a.yaml', text: manifest('kept') }], defaultOptions);
  if (workers[0]) workers[0].state.hangs = true;
  const answer = client.edit([{ path: 'a.yaml', text: manifest('typed') }]);
  await vi.advanceTimersByTimeAsync(10_001);
  const analysis = await answer;
  expect(workers.length).toBe(2);
  expect('report' in analysis && analysis.report.counts.pods).toBe(1);
});

test('where no worker can be had, the page computes small inputs itself and says so', async () => {
  const client = createWorkerClient(() => {
    throw new Error('blocked by policy');
  });
  const statuses: EngineStatus[] = [];
  client.onStatus((status) => statuses.push(status));
  const analysis = await client.load([{ path: 'a.yaml', text: manifest('web') }], defaultOptions);
  expect(analysis.report.counts.pods).toBe(1);
  expect(statuses.some((status) => status.state === 'restarted' && status.reason.includes('blocked by policy'))).toBe(
    true,
  );
});

test('calls that meet the end of the last worker together are all answered by the page', async () => {
  const client = createWorkerClient(() => {
    const worker = fakeWorker();
    worker.state.hangs = true;
    setTimeout(() => worker.state.isTerminated || worker.state.die('could not be loaded'), 1);
    return worker.host;
  });
  const asked: ReturnType<typeof client.edit>[] = [];
  // The page asks again for what it shows as soon as it is told of the new worker.
  client.onStatus((status) => {
    if (status.state === 'restarted') asked.push(client.edit([]));
  });
  const loaded = client.load([{ path: 'a.yaml', text: manifest('web') }], defaultOptions);
  asked.push(client.setOptions(defaultOptions));
  for (const answer of [await loaded, ...(await Promise.all(asked))])
    expect('superseded' in answer ? 1 : answer.report.counts.pods).toBe(1);
  const analysis = await client.edit([{ path: 'b.yaml', text: manifest('db') }]);
  expect('report' in analysis && analysis.report.counts.pods).toBe(2);
}, 2000);

test('accepting the baseline waits for edits under way', async () => {
  const { client } = clientWithWorkers();
  await client.load([{ path: 'a.yaml', text: manifest('one') }], defaultOptions);
  void client.edit([{ path: 'a.yaml', text: manifest('two') }]);
  void client.edit([{ path: 'a.yaml', text: manifest('three') }]);
  const accepted = await client.acceptBaseline();
  expect(accepted.impact).toEqual({ opened: 0, closed: 0, unknown: 0 });
  expect(accepted.report.namespaces[0]?.workloads[0]?.name).toBe('three');
});
