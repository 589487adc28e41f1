// Whether assertions hold: each flow judged for every pod that its ends mean, and for every port.
import { ALL_PORTS, difference, intersection, pointOf, union } from '../net/connection-set.ts';
import type { Assertion } from '../resources/assertion.ts';
import { explainQuery } from './explain-query.ts';
import type { FlowQuery } from './explanation.ts';
import { endOf, isSelf, judgeParties, trafficPoint } from './judge-flow.ts';
import type { Locator } from './locate.ts';
import { memberVerdict } from './member-verdict.ts';
import { type NamedEnd, namedEnd } from './named-ends.ts';
import { type Party, spokenFamily } from './resolve-party.ts';
import type { Location, NodeId, Problem, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

export type AssertedVerdict = Verdict | 'mixed';

export interface AssertionResult {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The nodes that the ends mean; undefined where a name means nothing here. */
  readonly src: NodeId | undefined;
  readonly dst: NodeId | undefined;
  /** `TCP/8080`; undefined: every declared port. */
  readonly port: string | undefined;
  readonly expect: 'allowed' | 'denied';
  /** `mixed`: pods or ports differ. Undefined where it cannot be judged. */
  readonly verdict: AssertedVerdict | undefined;
  readonly holds: boolean;
  /** Why it cannot be judged. */
  readonly fault?: string;
  /** What explains it: of several ports or pods one that is not as expected. */
  readonly query: FlowQuery;
  readonly location: Location;
}

export interface AssertionReport {
  readonly results: readonly AssertionResult[];
  /** Those that do not hold, or cannot be judged. */
  readonly broken: number;
  /** How many are not judged, for want of time. */
  readonly unjudged: number;
  /** Of the broken ones, each at its place. */
  readonly problems: readonly Problem[];
}

const NO_ASSERTIONS: AssertionReport = { results: [], broken: 0, unjudged: 0, problems: [] };

/** Ports of one destination. */
const MOST_PORTS = 24;

/** Over all ports at once, where a destination declares none. */
function wholeVerdict(snapshot: Snapshot, src: Party, dst: Party): AssertedVerdict {
  if (isSelf(src, dst)) return 'allowed';
  const { allowed, unknown } = memberVerdict(snapshot, endOf(src), endOf(dst), spokenFamily(src, dst));
  const [sure, open] = [snapshot.table.set(allowed), snapshot.table.set(unknown)];
  if (difference(ALL_PORTS, sure).length === 0) return 'allowed';
  if (intersection(ALL_PORTS, union(sure, open)).length === 0) return 'denied';
  return intersection(ALL_PORTS, open).length > 0 ? 'unknown' : 'mixed';
}

type Traffic = Pick<FlowQuery, 'protocol' | 'port'>;

/** What explains an assertion about every port, where the destination declares none. */
const ANY_PORT: Traffic = { protocol: 'TCP', port: 80 };

interface Judged {
  readonly verdict: AssertedVerdict;
  readonly traffic: Traffic;
}

function judgePair(snapshot: Snapshot, src: Party, dst: Party, asked: Traffic | undefined): readonly Judged[] {
  if (asked) {
    const traffic = trafficPoint(asked);
    if ('error' in traffic) return [];
    return [{ verdict: judgeParties(snapshot, src, dst, traffic.point), traffic: asked }];
  }
  const declared = dst.type === 'endpoint' ? dst.endpoint.ports : [];
  if (declared.length === 0) return [{ verdict: wholeVerdict(snapshot, src, dst), traffic: ANY_PORT }];
  return declared.slice(0, MOST_PORTS).map(({ protocol, port }) => ({
    verdict: judgeParties(snapshot, src, dst, pointOf(protocol, port)),
    traffic: { protocol, port },
  }));
}

function judgeEnds(snapshot: Snapshot, src: NamedEnd, dst: NamedEnd, asked: Traffic | undefined): readonly Judged[] {
  const pairs = src.parties.flatMap((from) => dst.parties.map((to) => ({ from, to })));
  const others = pairs.filter(({ from, to }) => !isSelf(from, to));
  return (others.length > 0 ? others : pairs).flatMap(({ from, to }) => judgePair(snapshot, from, to, asked));
}

function together(judged: readonly Judged[]): AssertedVerdict | undefined {
  const verdicts = new Set(judged.map(({ verdict }) => verdict));
  const [first] = verdicts;
  if (verdicts.size < 2) return first;
  return verdicts.has('unknown') && !(verdicts.has('allowed') && verdicts.has('denied')) ? 'unknown' : 'mixed';
}

type Outcome = Pick<AssertionResult, 'src' | 'dst' | 'verdict' | 'query'> & { readonly fault?: string };

/** A service is all of its backends. */
function judgeService(snapshot: Snapshot, { from, to, traffic }: Assertion): Outcome {
  const query: FlowQuery = { from, to, ...(traffic ?? { protocol: 'TCP', isProtocolOpen: true as const }) };
  const answer = explainQuery(snapshot, query);
  const ends = namedEnd(from, snapshot);
  const src = 'error' in ends ? undefined : ends.id;
  if ('error' in answer) return { src, dst: undefined, verdict: undefined, query, fault: answer.error };
  const verdicts = answer.service?.backends ?? [answer];
  const verdict = together(verdicts.map((one) => ({ verdict: one.verdict, traffic: query })));
  return { src, dst: undefined, verdict, query };
}

function judge(snapshot: Snapshot, assertion: Assertion): Outcome {
  const { from, to, traffic, expect } = assertion;
  if (to.startsWith('svc:')) return judgeService(snapshot, assertion);
  const [src, dst] = [namedEnd(from, snapshot), namedEnd(to, snapshot)];
  const bare: FlowQuery = { from, to, ...(traffic ?? ANY_PORT) };
  const ids = { src: 'error' in src ? undefined : src.id, dst: 'error' in dst ? undefined : dst.id };
  if ('error' in src) return { ...ids, verdict: undefined, query: bare, fault: src.error };
  if ('error' in dst) return { ...ids, verdict: undefined, query: bare, fault: dst.error };
  const judged = judgeEnds(snapshot, src, dst, traffic);
  const verdict = together(judged);
  const odd = judged.find((one) => one.verdict !== expect) ?? judged[0];
  return { ...ids, verdict, query: { from, to, ...(odd?.traffic ?? ANY_PORT) } };
}

const portText = ({ traffic }: Assertion): string | undefined =>
  traffic && (traffic.port === undefined ? traffic.protocol : `${traffic.protocol}/${traffic.port}`);

function problemOf({ name, from, to, port, expect, verdict, fault, location }: AssertionResult): Problem {
  const flow = `${from} to ${to}${port === undefined ? '' : ` on ${port}`}`;
  const differs = 'differs between pods or ports';
  const is = verdict === 'mixed' ? differs : `is ${verdict}`;
  return {
    code: fault === undefined ? 'assertion-broken' : 'assertion-unknown',
    severity: 'error',
    message:
      fault === undefined
        ? `Pinned flow \`${name}\` is broken: \`${flow}\` must be ${expect} and ${is}`
        : `Pinned flow \`${name}\` cannot be judged: ${fault}`,
    location,
    object: name,
  };
}

/** Judges the first `limit` of the assertions, in the order given. */
export function judgeAssertions(
  snapshot: Snapshot,
  assertions: readonly Assertion[],
  locator: Locator,
  limit = Number.POSITIVE_INFINITY,
): AssertionReport {
  if (assertions.length === 0) return NO_ASSERTIONS;
  const results = assertions.slice(0, limit).map((assertion): AssertionResult => {
    const { name, from, to, expect, range } = assertion;
    const outcome = judge(snapshot, assertion);
    const holds = outcome.verdict === expect;
    return { name, from, to, expect, port: portText(assertion), holds, ...outcome, location: locator.locate(range) };
  });
  const broken = results.filter(({ holds }) => !holds);
  return {
    results,
    broken: broken.length,
    unjudged: assertions.length - results.length,
    problems: broken.map(problemOf),
  };
}

/** All assertions of the files, in path order. */
export function assertionsIn({ readings }: Pick<Snapshot, 'readings'>): readonly Assertion[] {
  return readings.flatMap(({ decoded }) => decoded.assertions ?? []);
}
