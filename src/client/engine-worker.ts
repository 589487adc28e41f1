// Starts the worker that owns the engine, and tells when it dies.
import { type Remote, wrap } from 'comlink';
import type { EngineApi } from './engine.worker.ts';
import workerUrl from './engine.worker.ts?worker&url';

/** A running engine somewhere else. Calls reject or hang when it dies; `onDeath` tells of the deaths it can see. */
export interface EngineHost {
  readonly api: Remote<EngineApi>;
  onDeath(listener: (reason: string) => void): void;
  terminate(): void;
}

/** Where the page takes script addresses only from a policy, this one gives the engine's and no other. */
const engineUrl =
  globalThis.trustedTypes
    ?.createPolicy('engine-worker', { createScriptURL: () => workerUrl })
    .createScriptURL(workerUrl) ?? workerUrl;

/** Starts the worker. Throws where the browser refuses to make one. */
export function startEngineWorker(): EngineHost {
  const worker = new Worker(engineUrl, { type: 'module', name: 'engine' });
  return {
    api: wrap<EngineApi>(worker),
    onDeath(listener) {
      worker.addEventListener('error', (event) => listener(event.message || 'the worker could not be loaded'));
      worker.addEventListener('messageerror', () => listener('an answer of the worker could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
