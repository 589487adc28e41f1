// Whether assertions hold: each flow judged for everything that its ends mean, and for every port.
import { groupBy } from '../base/group-by.ts';
import { type ConnectionSet, difference, intersection, union } from '../net/connection-set.ts';
import { type Assertion, portsWords } from '../resources/assertion.ts';
import type { AnswerLimits } from './answer-limits.ts';
import { askedPoints } from './asserted-others.ts';
import { type AssertedPairs, assertedPairs, type UnitGroup } from './asserted-pairs.ts';
import { pointWords, samplePoint } from './asserted-points.ts';
import { type AssertedUnit, memberName } from './asserted-units.ts';
import {
  type AssertedVerdict,
  type AssertionReport,
  type AssertionResult,
  NO_ASSERTIONS,
  type OddPair,
  reportOf,
} from './assertion-report.ts';
import type { FlowQuery } from './explanation.ts';
import type { MemberEnd } from './flow-place.ts';
import type { Locator } from './locate.ts';
import { memberVerdict } from './member-verdict.ts';
import type { Snapshot } from './snapshot.ts';

/** Pairs named of those that are not as expected. */
const MOST_ODD = 5;

/** How many are judged, and how many pairs of columns for all of them together. */
type Limits = Pick<AnswerLimits, 'assertions' | 'assertedPairs'>;

/** For whoever judges a few assertions by the way. */
const USUAL_LIMITS: Limits = { assertions: Number.POSITIVE_INFINITY, assertedPairs: 200_000 };

/** What is so of some points: which verdicts they have, and those that are not as expected. */
interface Seen {
  readonly allowed: boolean;
  readonly denied: boolean;
  readonly unknown: boolean;
  readonly odd: ConnectionSet;
  readonly oddVerdict: AssertedVerdict;
}

const has = (points: ConnectionSet): boolean => points.length > 0;

function together({ allowed, denied, unknown }: Pick<Seen, 'allowed' | 'denied' | 'unknown'>): AssertedVerdict {
  if (allowed && denied) return 'mixed';
  if (unknown) return 'unknown';
  return allowed ? 'allowed' : 'denied';
}

function lookAt(
  asked: ConnectionSet,
  allowed: ConnectionSet,
  unknown: ConnectionSet,
  expect: Assertion['expect'],
): Seen {
  const may = union(allowed, unknown);
  const sure = intersection(asked, allowed);
  const open = intersection(asked, unknown);
  const shut = difference(asked, may);
  const odd = expect === 'allowed' ? difference(asked, allowed) : intersection(asked, may);
  const oddVerdict = together({
    allowed: expect === 'denied' && has(sure),
    denied: expect === 'allowed' && has(shut),
    unknown: has(open),
  });
  return { allowed: has(sure), denied: has(shut), unknown: has(open), odd, oddVerdict };
}

/** Goes over the pairs of one assertion. */
class PairWalk {
  readonly #snapshot: Snapshot;
  readonly #assertion: Assertion;
  readonly #found: AssertedPairs;
  readonly #seen = new Map<string, Seen>();
  #allowed = false;
  #denied = false;
  #unknown = false;
  #judged = 0;
  pairs = 0;
  oddPairs = 0;
  readonly odd: OddPair[] = [];
  /** Of an odd pair, or of any. */
  query: FlowQuery | undefined;
  isPartial = false;
  #isOutside = false;
  #isSelf = false;

  constructor(snapshot: Snapshot, assertion: Assertion, found: AssertedPairs) {
    this.#snapshot = snapshot;
    this.#assertion = assertion;
    this.#found = found;
  }

  /** Judges up to `budget` pairs of columns; gives how many it took. */
  walk(budget: number): number {
    for (const from of this.#found.from) {
      for (const to of this.#found.to) {
        if (from.first.isOutside && to.first.isOutside) {
          this.#isOutside = true;
          continue;
        }
        if (this.#judged >= budget) {
          this.isPartial = true;
          this.pairs = countUnits(this.#found.from) * countUnits(this.#found.to);
          return this.#judged;
        }
        const pairs = pairsOf(this.#snapshot, from, to);
        this.pairs += pairs;
        if (pairs === 0) this.#isSelf = true;
        else this.#judge(from, to, pairs);
      }
    }
    return this.#judged;
  }

  #asked({ first: src }: UnitGroup, { first: dst }: UnitGroup): ConnectionSet {
    const asked = askedPoints(this.#assertion.ports, dst);
    const allowed = this.#found.allowed?.between(src, dst) ?? [];
    return has(allowed) ? difference(asked, allowed) : asked;
  }

  #judge(from: UnitGroup, to: UnitGroup, pairs: number): void {
    const asked = this.#asked(from, to);
    if (!has(asked)) return;
    const family = from.first.isOutside || to.first.isOutside ? undefined : (from.first.family ?? to.first.family);
    const isSame = from.units.length === 1 && to.units.length === 1 && from.first.id === to.first.id;
    let isOdd = false;
    for (const src of from.first.members) {
      for (const dst of to.first.members) {
        // "A Pod cannot block access to itself" (Kubernetes documentation, isolation).
        if (isSame && src.column === dst.column && src.node === dst.node && src.count < 2 && this.#isPod(src)) continue;
        this.#judged++;
        const verdict = memberVerdict(this.#snapshot, src, dst, family);
        const seen = this.#look(asked, verdict.allowed, verdict.unknown);
        this.#allowed ||= seen.allowed;
        this.#denied ||= seen.denied;
        this.#unknown ||= seen.unknown;
        const name = (unit: AssertedUnit, member: typeof src) => memberName(this.#snapshot, unit, member);
        if (has(seen.odd) && !isOdd) this.#tell(from, to, seen, (a, b) => [name(a, src), name(b, dst)]);
        isOdd ||= has(seen.odd);
        this.query ??= { from: name(from.first, src), to: name(to.first, dst), ...samplePoint(asked) };
      }
    }
    if (isOdd) this.oddPairs += pairs;
  }

  #isPod({ column }: MemberEnd): boolean {
    return this.#snapshot.universe.classes[column]?.sample.type === 'pod';
  }

  #look(asked: ConnectionSet, allowed: number, unknown: number): Seen {
    const key = `${allowed} ${unknown} ${asked.join()}`;
    const { table } = this.#snapshot;
    const seen = this.#seen.get(key) ?? lookAt(asked, table.set(allowed), table.set(unknown), this.#assertion.expect);
    this.#seen.set(key, seen);
    return seen;
  }

  #tell(
    from: UnitGroup,
    to: UnitGroup,
    { odd, oddVerdict }: Seen,
    names: (src: AssertedUnit, dst: AssertedUnit) => readonly [string, string],
  ): void {
    for (const src of from.units) {
      for (const dst of to.units) {
        if (this.odd.length >= MOST_ODD) return;
        if (src.id === dst.id && isOnePod(this.#snapshot, src)) continue;
        const [fromName, toName] = names(src, dst);
        if (this.odd.length === 0) this.query = { from: fromName, to: toName, ...samplePoint(odd) };
        const ends = { src: src.id, dst: dst.id, from: fromName, to: toName };
        this.odd.push({ ...ends, ports: pointWords(odd), verdict: oddVerdict });
      }
    }
  }

  get verdict(): AssertedVerdict | undefined {
    const [allowed, denied, unknown] = [this.#allowed, this.#denied, this.#unknown];
    if (allowed || denied || unknown) return together({ allowed, denied, unknown });
    if (this.#isSelf) return 'allowed';
    // Nobody is left: whatever there is must be allowed by other assertions.
    return this.#found.allowed && !this.isPartial ? this.#assertion.expect : undefined;
  }

  get fault(): string | undefined {
    if (this.#found.fault !== undefined) return this.#found.fault;
    if (this.verdict !== undefined || this.isPartial) return undefined;
    return this.#isOutside
      ? 'both ends are outside of the pods, so no policy here governs the flow'
      : 'it names no port that could be asked for';
  }
}

/** As `isSelf` has it: of a host, policy sees what it sends to itself. */
function isOnePod({ universe }: Snapshot, { members }: AssertedUnit): boolean {
  const [own] = members;
  return members.length === 1 && own?.count === 1 && universe.classes[own.column]?.sample.type === 'pod';
}

const countUnits = (groups: readonly UnitGroup[]): number => groups.reduce((sum, { units }) => sum + units.length, 0);

/** Pairs of units; one pod to itself is none. */
function pairsOf(snapshot: Snapshot, from: UnitGroup, to: UnitGroup): number {
  const all = from.units.length * to.units.length;
  const [own] = from.first.members;
  const [other] = to.first.members;
  if (!isOnePod(snapshot, from.first) || !isOnePod(snapshot, to.first) || own?.column !== other?.column) return all;
  const ids = new Set(from.units.map(({ id }) => id));
  return all - to.units.filter(({ id }) => ids.has(id)).length;
}

function resultOf(
  walk: PairWalk,
  assertion: Assertion,
  { src, dst }: AssertedPairs,
): Omit<AssertionResult, 'location'> {
  const { name, from, to, ports, expect } = assertion;
  const { verdict, fault, pairs, oddPairs, odd, isPartial } = walk;
  const isGood = fault === undefined && odd.length === 0;
  return {
    ...{ name, from: from.text, to: to.text, src, dst, port: portsWords(ports), expect },
    verdict,
    holds: isGood && verdict === expect && !isPartial,
    ...(fault === undefined ? {} : { fault }),
    ...(isGood && isPartial ? { isPartial: true as const } : {}),
    ...{ pairs, oddPairs, odd, ...(!isGood && isPartial ? { isAtLeast: true as const } : {}) },
    query: walk.query ?? { from: from.text, to: to.text, ...samplePoint([]) },
  };
}

/** Judges the first of the assertions as far as the limits go, in the order given. */
export function judgeAssertions(
  snapshot: Snapshot,
  assertions: readonly Assertion[],
  locator: Locator,
  limits: Limits = USUAL_LIMITS,
): AssertionReport {
  if (assertions.length === 0) return NO_ASSERTIONS;
  const byFile = groupBy(assertions, ({ range }) => range.file);
  let left = limits.assertedPairs;
  const judged = assertions.slice(0, limits.assertions);
  const results = judged.map((assertion, at): AssertionResult => {
    const found = assertedPairs(snapshot, assertion, byFile.get(assertion.range.file) ?? []);
    const walk = new PairWalk(snapshot, assertion, found);
    // None takes what others need: each has its share, and what those before it left over.
    left -= walk.walk(Math.floor(left / (judged.length - at)));
    return { ...resultOf(walk, assertion, found), location: locator.locate(assertion.range) };
  });
  return reportOf(results, assertions.length - results.length);
}

/** All assertions of the files, in path order. */
export function assertionsIn({ readings }: Pick<Snapshot, 'readings'>): readonly Assertion[] {
  return readings.flatMap(({ decoded }) => decoded.assertions ?? []);
}
