// The engine client without a worker: for the command, tests, and a page that cannot have workers.
import { rowsFrom } from '../engine/connectivity.ts';
import { EngineSession } from '../engine/engine-session.ts';
import type { SourceFlows } from '../engine/flow-sheet.ts';
import { missingSentence } from '../engine/pair-cells.ts';
import type { FlowRow, Verdict } from '../engine/results.ts';
import type { EngineClient } from './engine-client.ts';
import { findGrade } from './find-grade.ts';
import { findProblems } from './find-problems.ts';
import { findRemedies } from './find-remedies.ts';
import { findReview } from './find-review.ts';
import { findingHelp } from './finding-help.ts';
import { LargeFiles } from './large-files.ts';

const POSSIBLE: ReadonlySet<Verdict> = new Set<Verdict>(['allowed', 'unknown']);

/** What only a client in the same process can give: answers that are computed while they are read. */
export interface InProcessClient extends EngineClient {
  /** As `load`, for who needs no inventory. */
  loadBriefly: EngineSession['loadBriefly'];
  sources: EngineSession['sources'];
  /** Allowed and unknown flows one by one, however many there are. */
  rows(...request: Parameters<EngineSession['sources']>): Iterable<FlowRow>;
  /** Why a flow between two parties of `sources` is unknown, as a sentence. */
  missing: typeof missingSentence;
}

/** A client that computes where it is called. Its methods resolve when the answer is there. */
export function createInProcessClient(now: () => number = () => performance.now()): InProcessClient {
  const session = new EngineSession(now);
  const large = new LargeFiles();
  return {
    readLarge: (path, bytes, progress) => large.read(path, bytes, progress),
    load: async (files, options, baseline = files) =>
      session.load(large.withFacts(files), options, large.withFacts(baseline)),
    loadBriefly: (files, options) => session.loadBriefly(large.withFacts(files), options),
    edit: async (changes) => session.edit(changes),
    acceptBaseline: async () => session.acceptBaseline(),
    setOptions: async (options) => session.setOptions(options),
    picture: async (request) => session.picture(request),
    list: async (namespaces) => session.list(namespaces),
    matrix: async (request) => session.matrix(request),
    search: async (text, limit) => session.search(text, limit),
    flows: async (request) => session.flows(request),
    flips: async (request) => session.flips(request),
    explain: async (query) => session.explain(query),
    missing: missingSentence,
    sources: (request, nameOf) => session.sources(request, nameOf),
    rows: (...request) => rowsOf(session.sources(...request)),
    node: async (id, ports, toward) => session.node(id, ports, toward),
    reach: async (request) => session.reach(request),
    move: async (request) => session.move(request),
    remedies: (query) => findRemedies(session, query),
    review: (request) => findReview(session, request),
    posture: async () => session.posture(),
    ends: async (request) => session.ends(request),
    lookup: async (request) => session.lookup(request),
    findings: () => findProblems(session, now),
    grade: (request) => findGrade(session, request),
    help: async (code) => findingHelp(code),
    onStatus: (listener) => {
      listener({ state: 'idle' });
      return () => undefined;
    },
    dispose: () => undefined,
  };
}

function* rowsOf(sources: Iterable<SourceFlows>): Generator<FlowRow> {
  for (const source of sources) yield* rowsFrom(source, POSSIBLE);
}
