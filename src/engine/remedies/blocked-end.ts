// An end of a flow that does not allow it: who stops it, and which policies were asked.
import type { DraftTraffic } from '../../dialects/rule-draft.ts';
import type { Policy, Rule, Tier } from '../../model/policy.ts';
import { titleOf } from '../end-walk.ts';
import type { DirectionTrace, Explanation, FlowQuery } from '../explanation.ts';
import { familyShown, familyVerdicts } from '../flow-families.ts';
import { trafficPoint } from '../judge-flow.ts';
import { type Party, resolveParty } from '../resolve-party.ts';
import type { Direction } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';
import type { EndQuestion } from '../trace-rule.ts';

export interface BlockedEnd {
  readonly snapshot: Snapshot;
  readonly direction: Direction;
  readonly question: EndQuestion;
  readonly tier: Tier;
  /** The rule that denies, or that may; undefined where the end of the tier decides. */
  readonly decider: { readonly policy: Policy; readonly rule: Rule } | undefined;
  /** Policies of the tier that govern the end in this direction, in evaluation order. */
  readonly applying: readonly Policy[];
}

/** A flow with both ends known. */
export interface AskedFlow {
  readonly explanation: Explanation;
  readonly traffic: DraftTraffic;
  readonly src: Party;
  readonly dst: Party;
}

/** The ends that an explanation is about: of a service, the backend it speaks of. */
export function askedFlow(snapshot: Snapshot, query: FlowQuery, explanation: Explanation): AskedFlow | undefined {
  const { icmpType, icmpCode } = query;
  const { protocol, port } = explanation;
  const traffic = {
    protocol: /^icmpv6$/i.test(protocol) ? 'ICMPv6' : protocol,
    ...(port === undefined ? {} : { port }),
    ...(icmpType === undefined ? {} : { icmpType }),
    ...(icmpCode === undefined ? {} : { icmpCode }),
  };
  const src = resolveParty(snapshot, explanation.from);
  const dst = resolveParty(snapshot, explanation.service ? explanation.toLabel : explanation.to);
  return src.type === 'unknown' || dst.type === 'unknown' ? undefined : { explanation, traffic, src, dst };
}

function blockedEnd(snapshot: Snapshot, trace: DirectionTrace, question: EndQuestion): BlockedEnd | undefined {
  const step = trace.steps[trace.deciding];
  const { direction } = trace;
  if (trace.verdict === 'allowed' || !step) return undefined;
  const policy = snapshot.policies.find(({ id }) => id === step.policy?.id);
  const rule = policy?.[direction]?.find(({ number }) => number === step.rule);
  const tier = snapshot.tiers.find((one) => one.name === policy?.tier || titleOf(one, one.name) === step.tier);
  if (!tier || (step.outcome !== 'end-of-tier' && !rule)) return undefined;
  const applying = snapshot.policies.filter(
    (one, index) => one.tier === tier.name && one[direction] && snapshot.subjects[index]?.has(question.own.column),
  );
  return { snapshot, direction, question, tier, decider: policy && rule ? { policy, rule } : undefined, applying };
}

/** The ends that do not allow the flow, and that policy could make allow it. */
export function blockedEnds(snapshot: Snapshot, { explanation, traffic, src, dst }: AskedFlow): readonly BlockedEnd[] {
  const read = trafficPoint(traffic);
  if ('error' in read) return [];
  const family = familyShown(familyVerdicts(snapshot, src, dst, read.point));
  const ask = (direction: Direction): EndQuestion => ({
    snapshot,
    direction,
    own: direction === 'egress' ? src : dst,
    other: direction === 'egress' ? dst : src,
    point: read.point,
    family,
  });
  const ends = [
    blockedEnd(snapshot, explanation.egress, ask('egress')),
    blockedEnd(snapshot, explanation.ingress, ask('ingress')),
  ];
  return ends.filter((end) => end !== undefined);
}
