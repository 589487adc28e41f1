// The worker that owns the snapshots: one engine session behind Comlink.
import { expose } from 'comlink';
import { EngineSession } from '../engine/engine-session.ts';

const session = new EngineSession(() => performance.now());

/** What the page may ask of the worker; the session's own methods, which take and give plain data only. */
export type EngineApi = Pick<
  EngineSession,
  'load' | 'edit' | 'acceptBaseline' | 'setOptions' | 'picture' | 'flows' | 'flips' | 'explain' | 'node'
> & { ping(): true };

const api: EngineApi = {
  load: (files, options, baseline) => session.load(files, options, baseline),
  edit: (changes) => session.edit(changes),
  acceptBaseline: () => session.acceptBaseline(),
  setOptions: (options) => session.setOptions(options),
  picture: (request) => session.picture(request),
  flows: (request) => session.flows(request),
  flips: (request) => session.flips(request),
  explain: (query) => session.explain(query),
  node: (id, ports) => session.node(id, ports),
  ping: () => true,
};

expose(api);
