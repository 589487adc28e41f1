// Starts the worker that owns the engine, and tells when it dies.
import { type Remote, wrap } from 'comlink';
import type { EngineApi } from './engine.worker.ts';

/** A running engine somewhere else. Calls reject or hang when it dies; `onDeath` tells of the deaths it can see. */
export interface EngineHost {
  readonly api: Remote<EngineApi>;
  onDeath(listener: (reason: string) => void): void;
  terminate(): void;
}

/** Starts the worker. Throws where the browser refuses to make one. */
export function startEngineWorker(): EngineHost {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  return {
    api: wrap<EngineApi>(worker),
    onDeath(listener) {
      worker.addEventListener('error', (event) => listener(event.message || 'the worker could not be loaded'));
      worker.addEventListener('messageerror', () => listener('an answer of the worker could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
