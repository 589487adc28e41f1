// Judges one direction of one class against every column at once: tiers, policies and rules over what is still undecided.

import type { Endpoint } from '../model/cluster.ts';
import type { Policy, Rule, RuleAction, Tier, TrafficTerm } from '../model/policy.ts';
import { Bitset } from '../net/bitset.ts';
import {
  allPorts,
  type ConnectionSet,
  PROTOCOLS,
  portRange,
  type TransportProtocol,
  union,
} from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import type { ContainerPort } from '../resources/resource.ts';
import type { PeerMatcher } from './peer-match.ts';
import type { Universe } from './universe.ts';

/** What one end says to a set of columns; denied is the rest. */
export interface VerdictGroup {
  readonly columns: Bitset;
  readonly allowed: ConnectionId;
  readonly unknown: ConnectionId;
}

/**
 * Columns that were treated alike so far, with the points
 * - `live`: that may still be undecided,
 * - `passed`: that may have passed out of this tier,
 * - `mayAllow`, `mayDeny`: that a rule may have decided.
 *
 * A rule that matches for certain takes its points out of `live`; one that only may match leaves them there. So a
 * point ends in both `mayAllow` and `mayDeny` exactly when missing facts leave both outcomes open: that is unknown.
 */
interface Residual {
  readonly columns: Bitset;
  readonly live: ConnectionId;
  readonly passed: ConnectionId;
  readonly mayAllow: ConnectionId;
  readonly mayDeny: ConnectionId;
}

/** The part of a rule that concerns these columns: those it matches and the traffic it matches there. */
interface RulePart {
  readonly certain: Bitset;
  readonly possible: Bitset;
  readonly traffic: ConnectionId;
}

export interface WalkContext {
  readonly universe: Universe;
  readonly peers: PeerMatcher;
  readonly table: ConnectionTable;
  readonly tiers: readonly Tier[];
}

/** The ports that a term means on a destination with these ports. A name must match the term's protocol. */
function trafficOf(term: TrafficTerm, ports: readonly ContainerPort[], table: ConnectionTable): ConnectionId {
  const { protocol } = term;
  const protocols = protocol === 'any' ? PROTOCOLS : [protocol];
  const joined = (part: (one: TransportProtocol) => ConnectionSet): ConnectionId =>
    table.intern(protocols.map(part).reduce(union));
  switch (term.ports.type) {
    case 'all':
      return joined(allPorts);
    case 'range': {
      const { from, to } = term.ports;
      return joined((one) => portRange(one, from, to));
    }
    case 'named': {
      const { name } = term.ports;
      return ports
        .filter((port) => port.name === name && protocols.includes(port.protocol))
        .map((port) => table.intern(portRange(port.protocol, port.port, port.port)))
        .reduce((a, b) => table.union(a, b), table.none);
    }
  }
}

/** All traffic of a rule toward a destination with these ports. */
export function ruleTraffic(rule: Rule, ports: readonly ContainerPort[], table: ConnectionTable): ConnectionId {
  if (rule.traffic.length === 0) return table.all;
  return rule.traffic.map((term) => trafficOf(term, ports, table)).reduce((a, b) => table.union(a, b), table.none);
}

/** Ports a name can mean at a destination. A pod on the host network is its node's address, and addresses have no names. */
export function namedPortsAt(destination: Endpoint | undefined): readonly ContainerPort[] {
  return destination && !destination.hostNetwork ? destination.ports : [];
}

const usesNames = (rule: Rule): boolean => rule.traffic.some((term) => term.ports.type === 'named');

/**
 * An egress rule with port names means something else at each destination, so it falls into one part for each set of
 * ports it resolves to; addresses have no port names.
 */
function egressParts(rule: Rule, context: WalkContext): RulePart[] {
  const { universe, table, peers } = context;
  const match = peers.match(rule.peer);
  if (!usesNames(rule)) return [{ ...match, traffic: ruleTraffic(rule, [], table) }];
  const byTraffic = new Map<ConnectionId, Bitset>();
  for (const column of match.possible) {
    const traffic = ruleTraffic(rule, namedPortsAt(universe.classes[column]?.sample), table);
    const columns = byTraffic.get(traffic) ?? new Bitset(universe.size);
    columns.add(column);
    byTraffic.set(traffic, columns);
  }
  return [...byTraffic].map(([traffic, columns]) => ({
    certain: match.certain.and(columns),
    possible: match.possible.and(columns),
    traffic,
  }));
}

function hit(residual: Residual, action: RuleAction, part: RulePart, sure: boolean, table: ConnectionTable): Residual {
  const points = table.intersection(residual.live, part.traffic);
  return {
    columns: residual.columns.and(sure ? part.certain : part.possible.andNot(part.certain)),
    live: sure ? table.difference(residual.live, points) : residual.live,
    passed: action === 'pass' ? table.union(residual.passed, points) : residual.passed,
    mayAllow: action === 'allow' ? table.union(residual.mayAllow, points) : residual.mayAllow,
    mayDeny: action === 'deny' ? table.union(residual.mayDeny, points) : residual.mayDeny,
  };
}

/** Columns treated alike by everything so far become one residual again. */
function merge(residuals: readonly Residual[]): Residual[] {
  const merged = new Map<string, Residual>();
  for (const residual of residuals) {
    const key = `${residual.live}/${residual.passed}/${residual.mayAllow}/${residual.mayDeny}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...residual, columns: known.columns.or(residual.columns) } : residual);
  }
  return [...merged.values()];
}

function applyPart(
  residuals: readonly Residual[],
  action: RuleAction,
  part: RulePart,
  table: ConnectionTable,
): Residual[] {
  const next: Residual[] = [];
  for (const residual of residuals) {
    const reaches =
      table.intersection(residual.live, part.traffic) !== table.none && residual.columns.intersects(part.possible);
    if (!reaches) {
      next.push(residual);
      continue;
    }
    const pieces = [
      hit(residual, action, part, true, table),
      hit(residual, action, part, false, table),
      { ...residual, columns: residual.columns.andNot(part.possible) },
    ];
    next.push(...pieces.filter((piece) => !piece.columns.isEmpty()));
  }
  return merge(next);
}

function endTier(residual: Residual, tier: Tier, table: ConnectionTable): Residual {
  if (tier.unmatched === 'deny') {
    const mayDeny = table.union(residual.mayDeny, residual.live);
    return { ...residual, live: residual.passed, passed: table.none, mayDeny };
  }
  return { ...residual, live: table.union(residual.live, residual.passed), passed: table.none };
}

export interface Subject {
  readonly direction: 'egress' | 'ingress';
  /** The policies that govern the subject in the direction, in evaluation order. */
  readonly policies: readonly Policy[];
  /** Ports of the subject, for port names of ingress rules. */
  readonly ports: readonly ContainerPort[];
}

/**
 * The verdicts of one end: a partition of all columns. Policies of a tier are asked in order; the first rule that
 * matches a point decides it. A tier of which some policy applies decides what its rules leave (`Tier.unmatched`);
 * what no tier decides is allowed.
 */
export function walkTiers(subject: Subject, context: WalkContext): VerdictGroup[] {
  const { table, universe, tiers } = context;
  const start = { live: table.all, passed: table.none, mayAllow: table.none, mayDeny: table.none };
  let residuals: Residual[] = [{ columns: Bitset.full(universe.size), ...start }];
  for (const tier of tiers) {
    const policies = subject.policies.filter((policy) => policy.tier === tier.name);
    if (policies.length === 0) continue;
    for (const policy of policies) {
      for (const rule of policy[subject.direction] ?? []) {
        const parts =
          subject.direction === 'egress'
            ? egressParts(rule, context)
            : [{ ...context.peers.match(rule.peer), traffic: ruleTraffic(rule, subject.ports, table) }];
        for (const part of parts) residuals = applyPart(residuals, rule.action, part, table);
      }
    }
    residuals = merge(residuals.map((residual) => endTier(residual, tier, table)));
  }
  return residuals.map(({ columns, live, mayAllow, mayDeny }) => {
    const allow = table.union(mayAllow, live);
    return {
      columns,
      allowed: table.difference(allow, mayDeny),
      unknown: table.intersection(allow, mayDeny),
    };
  });
}
