// The worker that owns the snapshots: one engine session behind Comlink.
import { expose } from 'comlink';
import { EngineSession } from '../engine/engine-session.ts';
import type { Findings } from './engine-client.ts';
import { findProblems } from './find-problems.ts';

/** Milliseconds without an edit before lints run. */
const TYPING_PAUSE = 150;

const session = new EngineSession(() => performance.now());

/** What the page may ask of the worker; the session's own methods, which take and give plain data only, and lints. */
export type EngineApi = Pick<
  EngineSession,
  'load' | 'edit' | 'acceptBaseline' | 'setOptions' | 'picture' | 'flows' | 'flips' | 'explain' | 'node'
> & { findings(): Promise<Findings>; ping(): true };

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
  findings: () => findProblems(session, () => performance.now(), TYPING_PAUSE),
  ping: () => true,
};

expose(api);
