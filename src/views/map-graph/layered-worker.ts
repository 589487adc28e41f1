// Lays graphs out in layers with elkjs, in its own worker, which is loaded when it is first needed.
import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { LayeredGraph, LayeredNode } from '../../graph/layered-graph.ts';

/** Where the page takes script addresses only from a policy, this one gives the worker's and no other. */
const trustedUrl = () =>
  globalThis.trustedTypes
    ?.createPolicy('layout-worker', { createScriptURL: () => workerUrl })
    .createScriptURL(workerUrl) ?? workerUrl;

/** Milliseconds; a layout that takes longer is not waited for, nor a worker that does not start. */
const PATIENCE = 3000;
const START_PATIENCE = 10_000;

let elk: InstanceType<typeof ELK> | undefined;
let url: ReturnType<typeof trustedUrl> | undefined;

/** Rejects where the worker cannot be had, fails, or takes too long: it is then gone, and the next question starts another. */
export async function layLayered(graph: LayeredGraph): Promise<LayeredNode> {
  url ??= trustedUrl();
  const script = url;
  // It has no modules: a classic worker.
  elk ??= new ELK({ workerFactory: () => new Worker(script, { name: 'layout' }) });
  const worker = elk;
  try {
    await within(START_PATIENCE, worker.knownLayoutAlgorithms());
    return await within(PATIENCE, worker.layout(graph));
  } catch (error) {
    worker.terminateWorker();
    elk = undefined;
    throw error;
  }
}

async function within<Value>(limit: number, answer: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
