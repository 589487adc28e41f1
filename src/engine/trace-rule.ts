// Whether one rule matches one flow, and what made it so: what a trace says of a rule.
import type { Rule, RuleMatch } from '../model/policy.ts';
import type { Family } from '../net/cidr.ts';
import { contains } from '../net/connection-set.ts';
import { matchTraffic } from './match-traffic.ts';
import type { Party } from './resolve-party.ts';
import type { Direction } from './results.ts';
import { coversFamily, ownMatch } from './rule-parts.ts';
import type { Snapshot } from './snapshot.ts';
import type { Miss } from './trace-words.ts';

/** One end of a flow and what it is asked about. */
export interface EndQuestion {
  readonly snapshot: Snapshot;
  readonly direction: Direction;
  readonly own: Party;
  /** The flow's own end where that is not whom policy governs: a host judges what it forwards. */
  readonly speaker?: Party;
  readonly other: Party;
  readonly point: number;
  readonly family: Family;
}

export type RuleResult =
  | { readonly type: 'miss'; readonly miss: Miss }
  /** `about`: the end that the missing fact is about. */
  | { readonly type: 'maybe'; readonly match: RuleMatch; readonly about: Party }
  | { readonly type: 'hit'; readonly match: RuleMatch };

/** How far a match got, farthest last. */
const REACH: readonly Miss[] = ['family', 'own', 'peer', 'traffic'];

function askMatch(match: RuleMatch, question: EndQuestion): RuleResult {
  const { snapshot, direction, other, point, family } = question;
  const own = question.speaker ?? question.own;
  const { peers } = snapshot.matrix.over(family);
  const ownState = ownMatch(match, own.column, peers);
  if (ownState === 'no') return { type: 'miss', miss: 'own' };
  const { certain, possible } = peers.match(match.peer);
  if (!possible.has(other.column)) return { type: 'miss', miss: 'peer' };
  const destination = direction === 'ingress' ? own.column : other.column;
  const traffic = matchTraffic(match, destination, snapshot);
  if (!contains(snapshot.table.set(traffic), point)) return { type: 'miss', miss: 'traffic' };
  if (ownState === 'maybe') return { type: 'maybe', match, about: own };
  return certain.has(other.column) ? { type: 'hit', match } : { type: 'maybe', match, about: other };
}

/** A rule matches by any of its alternatives. */
export function askRule(rule: Rule, question: EndQuestion): RuleResult {
  if (!coversFamily(rule, question.family)) return { type: 'miss', miss: 'family' };
  const results = rule.matches.map((match) => askMatch(match, question));
  const best = results.find(({ type }) => type === 'hit') ?? results.find(({ type }) => type === 'maybe');
  if (best) return best;
  const misses = results.flatMap((result) => (result.type === 'miss' ? [result.miss] : []));
  const farthest = [...misses].sort((a, b) => REACH.indexOf(b) - REACH.indexOf(a))[0];
  return { type: 'miss', miss: farthest ?? 'peer' };
}
