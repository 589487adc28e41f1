// Starts the worker that owns the engine, and tells when it dies.
import { proxy, type Remote, wrap } from 'comlink';
import { AnalysisReceiver } from './analysis-delta.ts';
import type { EngineApi } from './engine.worker.ts';
import workerUrl from './engine.worker.ts?worker&url';
import type { EngineClient } from './engine-client.ts';

/** A running engine somewhere else. Calls reject or hang when it dies; `onDeath` tells of the deaths it can see. */
export interface EngineHost {
  readonly api: Omit<EngineClient, 'onStatus' | 'dispose'>;
  onDeath(listener: (reason: string) => void): void;
  terminate(): void;
}

/** Where the page takes script addresses only from a policy, this one gives the engine's and no other. */
const engineUrl =
  globalThis.trustedTypes
    ?.createPolicy('engine-worker', { createScriptURL: () => workerUrl })
    .createScriptURL(workerUrl) ?? workerUrl;

/** The worker's answers with what it left out because it was sent before. Messages come in the order they were sent. */
function wholeAnswers(remote: Remote<EngineApi>): EngineHost['api'] {
  const receiver = new AnalysisReceiver();
  return {
    readLarge: (path, bytes, progress) => remote.read(path, bytes, proxy(progress)),
    load: async (...input) => receiver.unpack(await remote.load(...input)),
    edit: async (changes) => receiver.unpack(await remote.edit(changes)),
    acceptBaseline: async () => receiver.unpack(await remote.acceptBaseline()),
    setOptions: async (options) => receiver.unpack(await remote.setOptions(options)),
    list: async (namespaces) => receiver.unpack(await remote.list(namespaces)),
    picture: (request) => remote.picture(request),
    matrix: (request) => remote.matrix(request),
    flows: (request) => remote.flows(request),
    flips: (request) => remote.flips(request),
    explain: (query) => remote.explain(query),
    node: (id, ports, toward) => remote.node(id, ports, toward),
    reach: (request) => remote.reach(request),
    search: (text, limit) => remote.search(text, limit),
    move: (request) => remote.move(request),
    remedies: (query) => remote.remedies(query),
    review: (request) => remote.review(request),
    posture: () => remote.posture(),
    ends: (request) => remote.ends(request),
    lookup: (request) => remote.lookup(request),
    help: (code) => remote.help(code),
    findings: () => remote.findings(),
    grade: (request) => remote.grade(request),
  };
}

/** Browsers load no modules for a page that was opened as a file, as reports are; the worker in them is one plain script. */
const workerType = import.meta.env.MODE === 'report' ? 'classic' : 'module';

/** Starts the worker. Throws where the browser refuses to make one. */
export function startEngineWorker(): EngineHost {
  const worker = new Worker(engineUrl, { type: workerType, name: 'engine' });
  return {
    api: wholeAnswers(wrap<EngineApi>(worker)),
    onDeath(listener) {
      worker.addEventListener('error', (event) => listener(event.message || 'the worker could not be loaded'));
      worker.addEventListener('messageerror', () => listener('an answer of the worker could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
