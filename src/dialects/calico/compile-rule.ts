// A rule of a Calico policy or profile in the engine's form.
import type { Rule, RuleAction, RuleMatch, TrafficTerm } from '../../model/policy.ts';
import type { Family } from '../../net/cidr.ts';
import { allPorts, type ConnectionSet, intersection } from '../../net/connection-set.ts';
import type { CalicoDirection, CalicoRule } from '../../resources/calico-resource.ts';
import type { CompileContext } from '../dialect.ts';
import { allPeers, entityPeer } from './compile-entity.ts';
import { entitySelectors } from './compile-selector.ts';
import { type ProtocolTraffic, protocolTraffic, ruleTraffic } from './compile-traffic.ts';
import { entityWords } from './entity-words.ts';
import { ICMP, ICMPV6 } from './protocol-names.ts';
import { type ServiceMatch, serviceDestination, serviceSource } from './service-backends.ts';
import { type SourceGate, sourceGates } from './source-ports.ts';

const ACTIONS: Record<CalicoRule['action'], RuleAction> = { Allow: 'allow', Deny: 'deny', Pass: 'pass', Log: 'log' };
const FAMILIES: readonly Family[] = [4, 6];

/**
 * The families a rule is about. ICMP is of IPv4 and ICMPv6 of IPv6; a list of nets that names none of a family leaves
 * that family out, even a list of exceptions; and an exception for everything leaves nothing.
 */
function familiesOf({ protocol, ipVersion, source, destination }: CalicoRule): readonly Family[] {
  const implied = protocol === ICMP ? 4 : protocol === ICMPV6 ? 6 : undefined;
  const exceptions = [source.notNets, destination.notNets];
  const lists = [source.nets, destination.nets, ...exceptions].filter((list) => list.length > 0);
  return FAMILIES.filter(
    (family) =>
      (ipVersion ?? implied ?? family) === family &&
      lists.every((list) => list.some((net) => net.family === family)) &&
      !exceptions.flat().some((net) => net.family === family && net.prefix === 0),
  );
}

function narrowed(terms: readonly TrafficTerm[], points: ConnectionSet, text: string): readonly TrafficTerm[] {
  if (terms.length === 0) return [{ type: 'points', points, text }];
  return terms.map((term) =>
    term.type === 'points'
      ? { ...term, points: intersection(term.points, points) }
      : { ...term, within: intersection(term.within, points) },
  );
}

/** Traffic alternatives before source ports, with who is behind a service that the rule names. */
function alternatives(
  rule: CalicoRule,
  base: ProtocolTraffic,
  namespace: string,
  context: CompileContext,
): readonly (Partial<ServiceMatch> & Pick<RuleMatch, 'traffic' | 'except'>)[] {
  const { destination } = rule;
  if (destination.services) {
    const matches = serviceDestination(destination.services, context);
    return base.text === undefined
      ? matches
      : matches.map(({ peer, traffic }) => ({ peer, traffic: narrowed(traffic, base.points, base.text ?? '') }));
  }
  return [ruleTraffic(rule, base, entitySelectors(destination, namespace).positive)];
}

/** The ends of a match as the policy's endpoint sees them. */
function matchOf(
  { peer: service, traffic, except }: Partial<ServiceMatch> & Pick<RuleMatch, 'traffic' | 'except'>,
  gate: SourceGate | undefined,
  ends: { readonly source: RuleMatch['own']; readonly destination: RuleMatch['own'] },
  direction: CalicoDirection,
  who: string | undefined,
): RuleMatch {
  const source = allPeers([ends.source, gate?.source]);
  const destination = allPeers([ends.destination, service]);
  const [peer, own] = direction === 'Ingress' ? [source, destination] : [destination, source];
  return {
    peer: peer ?? { op: 'any' },
    ...(who === undefined ? {} : { who }),
    ...(own ? { own } : {}),
    traffic: gate ? narrowed(traffic, allPorts(gate.protocol), `${gate.protocol} on any port`) : traffic,
    ...(except ? { except } : {}),
  };
}

/** Compiles rule `index` of a direction. `namespace` is the policy's; empty for a global policy or a profile. */
function compileRule(
  rule: CalicoRule,
  index: number,
  direction: CalicoDirection,
  namespace: string,
  context: CompileContext,
): Rule {
  const families = familiesOf(rule);
  const services = rule.source.services && serviceSource(rule.source.services, context);
  const ends = {
    source: allPeers([entityPeer(rule.source, namespace, context), services]),
    destination: entityPeer(rule.destination, namespace, context),
  };
  const gates: readonly (SourceGate | undefined)[] = sourceGates(
    rule,
    entitySelectors(rule.source, namespace).positive,
    context.cluster,
  ) ?? [undefined];
  const who = entityWords(direction === 'Ingress' ? rule.source : rule.destination, namespace);
  const isEmpty = families.length === 0 || (rule.source.services !== undefined && services === undefined);
  const ways = isEmpty ? [] : alternatives(rule, protocolTraffic(rule), namespace, context);
  return {
    number: index + 1,
    action: ACTIONS[rule.action],
    matches: ways.flatMap((way) => gates.map((gate) => matchOf(way, gate, ends, direction, who))),
    ...(families.length === FAMILIES.length ? {} : { families }),
    range: rule.range,
  };
}

/** All rules of a direction, in order. */
export function compileRules(
  rules: readonly CalicoRule[],
  direction: CalicoDirection,
  namespace: string,
  context: CompileContext,
): readonly Rule[] {
  return rules.map((rule, index) => compileRule(rule, index, direction, namespace, context));
}
