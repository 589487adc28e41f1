// An engine whose answers a test holds back and lets go: for the state's tests. It counts snapshots and remembers what it was asked.
import type { EngineClient, EngineStatus, FileChange } from '../client/engine-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { Grade } from '../engine/grading/grade.ts';
import type { NamespaceMatrix } from '../engine/namespace-matrix.ts';
import type { Posture } from '../engine/posture/posture.ts';
import type { Analysis, NodeDetail, Picture, SnapshotReport } from '../engine/results.ts';
import type { Review } from '../engine/review/review.ts';

export interface FakeEngine {
  readonly client: EngineClient;
  /** The calls so far: `load a.yaml`, `edit a.yaml`, `picture governed`, … */
  readonly calls: readonly string[];
  /** The draft as the engine knows it. */
  readonly texts: ReadonlyMap<string, string>;
  /** While held, answers wait; `release` lets the oldest go, or rejects it. */
  hold(): void;
  release(error?: Error): void;
  flow(): void;
  status(status: EngineStatus): void;
  /** A new engine in place of the old: it counts its snapshots from the beginning. */
  restart(): void;
}

export function emptyReport(snapshot: number): SnapshotReport {
  const none: readonly never[] = [];
  return {
    snapshot,
    files: none,
    namespaces: none,
    externals: none,
    hosts: none,
    tiers: none,
    policies: none,
    inactive: none,
    unused: none,
    problems: none,
    assumptions: none,
    counts,
    incomplete: false,
    unlisted: { problems: 0, unused: 0, lost: 0 },
  };
}

const counts = { files: 0, namespaces: 0, workloads: 0, pods: 0, policies: 0 };

function emptyReview(snapshot: number, baseline: number): Review {
  const impact = { opened: 0, closed: 0, unknown: 0 };
  return {
    snapshot,
    baseline,
    incomplete: false,
    counts: { base: counts, head: counts },
    changes: [],
    flips: [],
    impact,
    risks: [],
    unsought: 0,
  };
}

export function createFakeEngine(): FakeEngine {
  const calls: string[] = [];
  const texts = new Map<string, string>();
  const waiting: ((error?: Error) => void)[] = [];
  let held = false;
  let snapshot = 0;
  let baseline = 0;
  let listener: (status: EngineStatus) => void = () => undefined;

  const answer = <T>(call: string, value: T): Promise<T> => {
    calls.push(call);
    if (!held) return Promise.resolve(value);
    return new Promise((resolve, reject) => waiting.push((error) => (error ? reject(error) : resolve(value))));
  };
  const analysis = (): Analysis => {
    snapshot += 1;
    return {
      report: emptyReport(snapshot),
      baseline,
      impact: { opened: snapshot, closed: 0, unknown: 0 },
      flipsByNode: [],
      assertions: { results: [], broken: 0, unjudged: 0, problems: [] },
      milliseconds: 1,
    };
  };
  const put = (changes: readonly FileChange[]) => {
    for (const { path, text } of changes) {
      if (text === null) texts.delete(path);
      else texts.set(path, text);
    }
  };
  const page = () => ({ snapshot, total: 0, offset: 0, rows: [] });

  const client: EngineClient = {
    readLarge: (path, { size }) => answer(`readLarge ${path}`, [{ path, text: '', large: { bytes: size } }]),
    load(files: readonly SourceFile[]) {
      texts.clear();
      put(files);
      return answer(`load ${[...texts.keys()].join(' ')}`, analysis());
    },
    edit(changes) {
      put(changes);
      return answer(
        `edit ${changes.map(({ path, text }) => (text === null ? `-${path}` : path)).join(' ')}`.trim(),
        analysis(),
      );
    },
    acceptBaseline() {
      baseline = snapshot;
      return answer('acceptBaseline', analysis());
    },
    list: (namespaces) => answer(`list ${namespaces.join(' ')}`, analysis()),
    matrix: () => answer('matrix', noMatrix(snapshot)),
    search: (text) => answer(`search ${text}`, { snapshot, hits: [] }),
    setOptions: () => answer('setOptions', analysis()),
    picture: (request) => answer(`picture ${request.edges}`, { snapshot, edges: [], leftOut: 0 } satisfies Picture),
    flows: (request) => answer(`flows ${request.limit}`, page()),
    flips: (request) => answer(`flips ${request.limit}`, page()),
    explain: (query) =>
      answer(`explain ${query.from} ${query.to}`, { snapshot, error: 'unknown endpoint', suggestions: [] }),
    node: (id) => answer(`node ${id}`, nodeDetail(snapshot, id)),
    reach: ({ id, hops }) => answer(`reach ${id} ${hops}`, { snapshot, error: 'unknown endpoint', suggestions: [] }),
    move: ({ id }) => answer(`move ${id}`, { snapshot, refusal: 'it stays' }),
    review: () => answer('review', emptyReview(snapshot, baseline)),
    remedies: () => answer('remedies', { snapshot, remedies: [] }),
    posture: () => answer('posture', emptyPosture(snapshot)),
    ends: ({ text }) => answer(`ends ${text}`, { snapshot, hits: [] }),
    help: (code) => answer(`help ${code}`, undefined),
    lookup: ({ file }) => answer(`lookup ${file}`, { snapshot, file, selectors: [] }),
    findings: () => answer('findings', { snapshot, problems: [] }),
    grade: ({ goals }) => answer(`grade ${goals.length}`, emptyGrade(snapshot)),
    onStatus(next) {
      listener = next;
      return () => undefined;
    },
    dispose: () => undefined,
  };

  return {
    client,
    calls,
    texts,
    hold: () => {
      held = true;
    },
    release: (error) => waiting.shift()?.(error),
    flow: () => {
      held = false;
      for (const go of waiting.splice(0)) go();
    },
    status: (status) => listener(status),
    restart: () => {
      snapshot = 0;
      listener({ state: 'restarted', reason: 'it died' });
    },
  };
}

export function emptyGrade(snapshot: number): Grade {
  const none = { count: 0, rows: [] };
  return {
    ...{ snapshot, goals: [], limits: [], passed: false, incomplete: false, mistake: undefined, facts: [] },
    ...{ extra: none, lacking: none, unsure: none, matrix: { rows: [], columns: [], cells: [] } },
  };
}

function noMatrix(snapshot: number): NamespaceMatrix {
  const none = new Uint32Array(0);
  const counts = {
    pairs: none,
    allowed: none,
    unknown: none,
    verdicts: new Uint8Array(0),
    ports: new Uint16Array(0),
    labels: [''],
  };
  return { snapshot, ends: [], leftOut: 0, uncounted: 0, ...counts, flips: undefined };
}

function emptyPosture(snapshot: number): Posture {
  const pods = { governed: 0, governedWorkloads: 0, closed: 0, undecided: 0, defaultDeny: 'none' } as const;
  const exposure = { allowed: 0, unknown: 0, everyPort: 0, ports: '' };
  const pairs = { pairs: 0, allowed: 0, unknown: 0 };
  const numbers = {
    ...{ workloads: 0, pods: 0, onHost: 0, ingress: pods, egress: pods, fromInternet: exposure, toInternet: exposure },
    ...{ fromOthers: pairs, toOthers: pairs, openToAll: { allowed: 0, unknown: 0 } },
  };
  const hosts = { hosts: 0, withEndpoint: 0, endpoints: 0, governed: { ingress: 0, egress: 0 } };
  return { snapshot, now: { namespaces: [], totals: { own: numbers, system: numbers }, hosts, uncounted: 0 } };
}

function nodeDetail(snapshot: number, id: string): NodeDetail {
  return {
    snapshot,
    id,
    label: id,
    reachedBy: [],
    reaches: [],
    reachedByTotal: 0,
    reachesTotal: 0,
    ingressPolicies: [],
    egressPolicies: [],
    namedAsPeerBy: [],
  };
}
