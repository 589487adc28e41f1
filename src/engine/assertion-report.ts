// What is told of assertions: which hold, what the others are instead, and one flow of each that explains it.
import { counted } from '../base/counted.ts';
import { groupedDigits } from '../base/grouped-digits.ts';
import type { FlowQuery } from './explanation.ts';
import type { Location, NodeId, Problem, Verdict } from './results.ts';

export type AssertedVerdict = Verdict | 'mixed';

/** A pair of ends that is not as expected. */
export interface OddPair {
  readonly src: NodeId;
  readonly dst: NodeId;
  /** What explanations call them by. */
  readonly from: string;
  readonly to: string;
  /** Those ports that are not as expected: `TCP/9090, UDP/53`. */
  readonly ports: string;
  /** Over these ports. */
  readonly verdict: AssertedVerdict;
}

export interface AssertionResult {
  readonly name: string;
  /** As written. */
  readonly from: string;
  readonly to: string;
  /** The nodes that the ends mean; undefined where a name means nothing here, or several things. */
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
  /** Set where only part of the pairs were judged, and those are as expected. */
  readonly isPartial?: true;
  /** Pairs of workloads, pods or addresses that it speaks of. */
  readonly pairs: number;
  /** How many of these are not as expected, and the first of them. */
  readonly oddPairs: number;
  /** Set where there may be more of them: not all pairs were judged. */
  readonly isAtLeast?: true;
  readonly odd: readonly OddPair[];
  /** What explains it: a flow that is not as expected, where there is one. */
  readonly query: FlowQuery;
  readonly location: Location;
}

export interface AssertionReport {
  readonly results: readonly AssertionResult[];
  /** Those that do not hold, or cannot be judged. */
  readonly broken: number;
  /** How many are not judged, or not for all pairs, for want of time. */
  readonly unjudged: number;
  /** Of the broken ones, and those judged in part, each at its place. */
  readonly problems: readonly Problem[];
}

export const NO_ASSERTIONS: AssertionReport = { results: [], broken: 0, unjudged: 0, problems: [] };

/** `dev/web to dev/db on TCP/5432`. */
function flowWords({ from, to, port }: AssertionResult): string {
  return `${from} to ${to}${port === undefined ? '' : ` on ${port}`}`;
}

function differs({ verdict, pairs, oddPairs, isAtLeast, odd }: AssertionResult): string {
  const [first] = odd;
  if (!first) return `is ${verdict}`;
  const is = first.verdict === 'mixed' ? 'differs by pod or port' : `is ${first.verdict}`;
  if (pairs > 1) {
    const share = `${isAtLeast ? 'at least ' : ''}${groupedDigits(oddPairs)} of ${groupedDigits(pairs)} pairs`;
    return `is not for ${share}: \`${first.from}\` to \`${first.to}\` on ${first.ports} ${is}`;
  }
  return verdict === 'mixed' ? `${is} on ${first.ports}` : is;
}

function problemOf(result: AssertionResult): Problem {
  const { name, expect, fault, location, isPartial } = result;
  const about = { location, object: name };
  if (fault !== undefined) {
    const message = `Pinned flow \`${name}\` cannot be judged: ${fault}`;
    return { code: 'assertion-unknown', severity: 'error', message, ...about };
  }
  if (isPartial) {
    const message = `Pinned flow \`${name}\` speaks of ${counted(result.pairs, 'pair')}, too many to judge here; those judged are ${expect}`;
    const advice = 'Name fewer at once, or run `sluice check`, which takes its time.';
    return { code: 'assertion-partial', severity: 'warning', message, advice, ...about };
  }
  const message = `Pinned flow \`${name}\` is broken: \`${flowWords(result)}\` must be ${expect} and ${differs(result)}`;
  return { code: 'assertion-broken', severity: 'error', message, ...about };
}

/** `unjudged`: how many were not looked at. */
export function reportOf(results: readonly AssertionResult[], unjudged: number): AssertionReport {
  const bad = results.filter(({ holds }) => !holds);
  const partial = bad.filter(({ isPartial }) => isPartial).length;
  return { results, broken: bad.length - partial, unjudged: unjudged + partial, problems: bad.map(problemOf) };
}
