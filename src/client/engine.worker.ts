// The worker that owns the snapshots: one engine session behind Comlink.
import { expose, transfer } from 'comlink';
import { PAGE_LIMITS } from '../engine/answer-limits.ts';
import { EngineSession } from '../engine/engine-session.ts';
import type { FlowQuery } from '../engine/explanation.ts';
import type { Grade, GradeRequest } from '../engine/grading/grade.ts';
import type { NamespaceMatrix } from '../engine/namespace-matrix.ts';
import type { Remedies } from '../engine/remedies/remedy.ts';
import type { Analysis } from '../engine/results.ts';
import type { Review, ReviewRequest } from '../engine/review/review.ts';
import type { FindingHelp } from '../findings/finding-page.ts';
import { type AnalysisDelta, AnalysisSender } from './analysis-delta.ts';
import type { Findings } from './engine-client.ts';
import { findGrade } from './find-grade.ts';
import { findProblems } from './find-problems.ts';
import { findRemedies } from './find-remedies.ts';
import { findReview } from './find-review.ts';
import { findingHelp } from './finding-help.ts';
import { LargeFiles } from './large-files.ts';
import { warmUp } from './warm-up.ts';

/** Milliseconds without an edit before lints run. */
const TYPING_PAUSE = 150;

/** The same for what evaluates whole clusters, and cannot be stopped meanwhile. */
const LONG_PAUSE = 500;

/** Milliseconds without a question after which nobody seems to need the engine yet. */
const UNUSED = 300;

const session = new EngineSession(() => performance.now(), PAGE_LIMITS);
const sender = new AnalysisSender();
const large = new LargeFiles();

type Analysing = 'load' | 'edit' | 'acceptBaseline' | 'setOptions' | 'list';
type Answering =
  | 'lookup'
  | 'ends'
  | 'posture'
  | 'picture'
  | 'matrix'
  | 'flows'
  | 'flips'
  | 'explain'
  | 'node'
  | 'reach'
  | 'search'
  | 'move';

/** What the page may ask of the worker; the session's own methods, which take and give plain data only, and lints. */
export type EngineApi = Pick<EngineSession, Answering> & {
  readonly [Name in Analysing]: (...input: Parameters<EngineSession[Name]>) => AnalysisDelta;
} & Pick<LargeFiles, 'read'> & {
    findings(): Promise<Findings>;
    grade(request: GradeRequest): Promise<Grade>;
    help(code: string): FindingHelp | undefined;
    remedies(query: FlowQuery): Promise<Remedies>;
    review(request: ReviewRequest): Promise<Review>;
    ping(): true;
  };

const sent = (analysis: Analysis): AnalysisDelta => sender.pack(analysis);

/** Its arrays are handed over, not copied. */
function handedOver(matrix: NamespaceMatrix): NamespaceMatrix {
  const { pairs, allowed, unknown, verdicts, flips } = matrix;
  const arrays = [pairs, allowed, unknown, verdicts, ...(flips ? [flips.opened, flips.closed, flips.unknown] : [])];
  return transfer(
    matrix,
    arrays.map(({ buffer }) => buffer),
  );
}

const api: EngineApi = {
  read: (path, bytes, progress) => large.read(path, bytes, progress),
  load: (files, options, baseline = files) => {
    large.keepOnly([...files, ...baseline]);
    return sent(session.load(large.withFacts(files), options, large.withFacts(baseline)));
  },
  edit: (changes) => sent(session.edit(changes)),
  acceptBaseline: () => sent(session.acceptBaseline()),
  setOptions: (options) => sent(session.setOptions(options)),
  list: (namespaces) => sent(session.list(namespaces)),
  picture: (request) => session.picture(request),
  matrix: (request) => handedOver(session.matrix(request)),
  flows: (request) => session.flows(request),
  flips: (request) => session.flips(request),
  explain: (query) => session.explain(query),
  node: (id, ports, toward) => session.node(id, ports, toward),
  reach: (request) => session.reach(request),
  move: (request) => session.move(request),
  search: (text, limit) => session.search(text, limit),
  remedies: (query) => findRemedies(session, query, LONG_PAUSE),
  review: (request) => findReview(session, request, LONG_PAUSE),
  posture: () => session.posture(),
  ends: (request) => session.ends(request),
  lookup: (request) => session.lookup(request),
  findings: () => findProblems(session, () => performance.now(), TYPING_PAUSE),
  grade: (request) => findGrade(session, request),
  help: (code) => findingHelp(code),
  ping: () => true,
};

let isUsed = false;
addEventListener(
  'message',
  () => {
    isUsed = true;
  },
  { once: true },
);
setTimeout(() => {
  if (!isUsed) warmUp();
}, UNUSED);

expose(api);
