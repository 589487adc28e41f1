// The engine client without a worker: for the command, tests, and a page that cannot have workers.
import { EngineSession } from '../engine/engine-session.ts';
import type { EngineClient } from './engine-client.ts';
import { findProblems } from './find-problems.ts';

/** A client that computes where it is called. Its methods resolve when the answer is there. */
export function createInProcessClient(now: () => number = () => performance.now()): EngineClient {
  const session = new EngineSession(now);
  return {
    load: async (files, options, baseline) => session.load(files, options, baseline),
    edit: async (changes) => session.edit(changes),
    acceptBaseline: async () => session.acceptBaseline(),
    setOptions: async (options) => session.setOptions(options),
    picture: async (request) => session.picture(request),
    flows: async (request) => session.flows(request),
    flips: async (request) => session.flips(request),
    explain: async (query) => session.explain(query),
    node: async (id, ports) => session.node(id, ports),
    findings: () => findProblems(session, now),
    onStatus: (listener) => {
      listener({ state: 'idle' });
      return () => undefined;
    },
    dispose: () => undefined,
  };
}
