// Whether one rule takes everything that another one means, as they are written: whatever else may be in the cluster.
import type { Peer, Rule, RuleMatch, TrafficTerm } from '../model/policy.ts';
import type { Selector } from '../model/selector.ts';
import { type Cidr, containsCidr, type Family, overlaps } from '../net/cidr.ts';
import {
  ALL_CONNECTIONS,
  type ConnectionSet,
  difference,
  NO_CONNECTIONS,
  union,
  unionOfAll,
} from '../net/connection-set.ts';

/** Whether two values of plain data are equal all the way down; compiled peers are shallow, however deep their text nests. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => same(item, b[at]));
  }
  const [left, right] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  if (!left || !right) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => key in right && same(left[key], right[key]));
}

/** Whether everything that `narrow` selects, `wide` selects too; false where that does not follow from their form. */
function selectorCovers(wide: Selector, narrow: Selector): boolean {
  if (wide.op === 'all' || same(wide, narrow)) return true;
  if (wide.op === 'and') return wide.terms.every((term) => selectorCovers(term, narrow));
  if (narrow.op === 'or') return narrow.terms.every((term) => selectorCovers(wide, term));
  if (wide.op === 'or' && wide.terms.some((term) => selectorCovers(term, narrow))) return true;
  if (narrow.op === 'and') return narrow.terms.some((term) => selectorCovers(wide, term));
  if (narrow.op === 'type' && wide.op === 'type') return narrow.types.every((type) => wide.types.includes(type));
  if (!('key' in narrow) || !('key' in wide) || wide.key !== narrow.key || wide.scope !== narrow.scope) return false;
  // Every comparison of these asks for the label to be there.
  if (wide.op === 'has') return true;
  return wide.op === 'in' && narrow.op === 'in' && narrow.values.every((value) => wide.values.includes(value));
}

type AddressPeer = Extract<Peer, { op: 'addresses' }>;

function addressesCover(wide: AddressPeer, narrow: AddressPeer): boolean {
  const isLeftOut = (cidr: Cidr): boolean => narrow.exclude.some((other) => containsCidr(other, cidr));
  return narrow.include.every(
    (cidr) =>
      wide.include.some((other) => containsCidr(other, cidr)) &&
      wide.exclude.every((other) => isLeftOut(other) || !overlaps(other, cidr)),
  );
}

function peerCovers(wide: Peer, narrow: Peer): boolean {
  if (wide.op === 'any' || same(wide, narrow)) return true;
  if (wide.op === 'and') return wide.terms.every((term) => peerCovers(term, narrow));
  if (narrow.op === 'or') return narrow.terms.every((term) => peerCovers(wide, term));
  if (wide.op === 'or' && wide.terms.some((term) => peerCovers(term, narrow))) return true;
  if (narrow.op === 'and') return narrow.terms.some((term) => peerCovers(wide, term));
  if (wide.op === 'endpoints' && narrow.op === 'endpoints') return selectorCovers(wide.selector, narrow.selector);
  return wide.op === 'addresses' && narrow.op === 'addresses' && addressesCover(wide, narrow);
}

const ANYONE: Peer = { op: 'any' };

/** The points of terms that are not names; undefined where one is. */
function pointsOf(terms: readonly TrafficTerm[]): ConnectionSet | undefined {
  let sum = NO_CONNECTIONS;
  for (const term of terms) {
    if (term.type === 'named') return undefined;
    sum = union(sum, term.points);
  }
  return sum;
}

function trafficCovers(wide: RuleMatch, narrow: RuleMatch): boolean {
  const exceptions = wide.except ? pointsOf(wide.except) : NO_CONNECTIONS;
  if (wide.traffic.length === 0 && exceptions?.length === 0) return true;
  if (same(wide.traffic, narrow.traffic) && same(wide.except, narrow.except)) return true;
  const wanted = wide.traffic.length === 0 ? ALL_CONNECTIONS : pointsOf(wide.traffic);
  if (!wanted || !exceptions) return false;
  const asked = narrow.traffic.map((term) => (term.type === 'named' ? term.within : term.points));
  const points = narrow.traffic.length === 0 ? ALL_CONNECTIONS : unionOfAll(asked);
  return difference(points, difference(wanted, exceptions)).length === 0;
}

function matchCovers(wide: RuleMatch, narrow: RuleMatch): boolean {
  return (
    peerCovers(wide.peer, narrow.peer) &&
    peerCovers(wide.own ?? ANYONE, narrow.own ?? ANYONE) &&
    trafficCovers(wide, narrow)
  );
}

const coversFamilies = (rule: Rule, families: readonly Family[]): boolean =>
  families.every((family) => rule.families?.includes(family) ?? true);

/** Whether `wide` matches all that `narrow` matches, over the families in use. A rule that matches nothing is covered by none. */
export function ruleCovers(wide: Rule, narrow: Rule, families: readonly Family[]): boolean {
  const asked = families.filter((family) => narrow.families?.includes(family) ?? true);
  return (
    narrow.matches.length > 0 &&
    asked.length > 0 &&
    coversFamilies(wide, asked) &&
    narrow.matches.every((match) => wide.matches.some((other) => matchCovers(other, match)))
  );
}

/** Whether two rules do the same to the same traffic, as they are written. */
export function isSameRule(a: Rule, b: Rule): boolean {
  return a.action === b.action && same(a.families, b.families) && same(a.matches, b.matches);
}

/** Whether a rule matches everything, over the families in use. */
export function isCatchAll(rule: Rule, families: readonly Family[]): boolean {
  const isOpen = ({ peer, own, traffic, except }: RuleMatch): boolean =>
    peer.op === 'any' && !own && traffic.length === 0 && (except?.length ?? 0) === 0;
  return coversFamilies(rule, families) && rule.matches.some(isOpen);
}
