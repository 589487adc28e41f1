// How one end of a flow judged it: tiers, policies and rules in order, each with its outcome and its reason.

import type { PeerFact, Policy, Tier } from '../model/policy.ts';
import {
  EndWalk,
  type OpenQuestion,
  type OpenStep,
  policiesAsked,
  type TraceRequest,
  titleOf,
  tracedPolicy,
} from './end-walk.ts';
import type { DirectionTrace, SkipReason, TextMark, TraceStep } from './explanation.ts';
import type { InactivePolicy } from './inactive-policies.ts';
import type { Verdict } from './results.ts';
import type { EndQuestion } from './trace-rule.ts';
import { listNames, policyWord } from './trace-words.ts';
import { orderedGroups } from './walk-tiers.ts';

export interface EndTrace {
  readonly trace: DirectionTrace;
  readonly questions: readonly OpenQuestion[];
  /** Sentences about policies whose order decides and is not defined. */
  readonly unordered: readonly string[];
  /** What nobody defines about the end itself. */
  readonly lacking: readonly PeerFact[];
  /** Clauses about rules that allow nobody here, where the end of a tier decided. */
  readonly vain: readonly string[];
}

/** Policies a reader would look for here: those of the endpoint's namespace and those of cluster scope. */
function isNearby(policy: Pick<Policy, 'namespace'>, namespace: string): boolean {
  return policy.namespace === '' || policy.namespace === namespace;
}

function exemptTrace(request: TraceRequest, reason: string, verdict: Verdict): EndTrace {
  const { direction, words } = request;
  const step: TraceStep = { code: 'exempt', tier: '', outcome: 'exempt', reason, isDecisive: true };
  const chain = `${reason} → ${verdict}`;
  const endpoint = words.ownLabel(direction);
  const trace: DirectionTrace = { direction, endpoint, verdict, chain, steps: [step], deciding: 0 };
  return { trace, questions: [], unordered: [], lacking: [], vain: [] };
}

/** The fact that leaves open whether policy applies to a pod on the host network; undefined where none would. */
function perhapsGoverned({ snapshot, own, direction }: EndQuestion): PeerFact | undefined {
  if (own.type !== 'endpoint' || !snapshot.universe.hostNetwork.has(own.column)) return undefined;
  const governing = snapshot.matrix.governing(direction, own.column);
  return governing.flatMap((index) => snapshot.policies[index]?.perhapsOnHosts ?? [])[0];
}

/** Ends that no policy governs whatever it says. */
function ungovernedReason(request: TraceRequest): string | undefined {
  const { own, direction, words, snapshot } = request;
  if (own.type === 'address') {
    const what = snapshot.cluster.hostEndpoints.length > 0 ? 'neither a pod nor a host endpoint' : 'no pod';
    return `${words.ownLabel(direction)} is ${what}, so no policy governs it`;
  }
  const { hostNetwork, type } = own.endpoint;
  if (!hostNetwork || type !== 'pod' || perhapsGoverned(request)) return undefined;
  return `${words.ownLabel(direction)} is on the host network, where NetworkPolicy has no effect`;
}

/** `security: pass-web rule 2 passes → default: deny-all → end of tier → denied`. */
function chainOf({ steps, passes }: EndWalk, deciding: number, verdict: Verdict, isGoverned: boolean): string {
  const step = steps[deciding];
  if (!step) return verdict;
  const chain = (last: string): string => [...passes, last, verdict].join(' → ');
  if (step.outcome === 'default-allow') return chain(isGoverned ? 'no tier decides' : 'no policy');
  if (step.policy) return chain(`${step.tier}: ${policyWord(step.policy)} rule ${step.rule ?? '?'}`);
  if (step.outcome === 'maybe') return chain(step.reason);
  const asked = policiesAsked(steps, step.tier);
  return chain(asked.length === 0 ? step.tier : `${step.tier}: ${listNames(asked)} → end of tier`);
}

const SKIPPED: Record<Exclude<SkipReason, 'not-selected' | 'other-direction'>, string> = {
  'after-decision': 'not asked: the flow is decided already',
  staged: 'is staged: it takes no part until it is promoted',
  replaced: 'has no effect in this view, because a staged policy replaces it or takes it away',
  invalid: 'is not valid, so it counts as absent, and so do its denies',
};

/** A policy that the flow did not meet, for a reader who looks for it. */
function skippedStep(
  policy: Policy,
  tier: Tier,
  isSubject: boolean,
  marks: readonly TextMark[],
  request: TraceRequest,
): OpenStep {
  const { direction, words, locator } = request;
  const skip: SkipReason = !isSubject ? 'not-selected' : policy[direction] ? 'after-decision' : 'other-direction';
  const reason =
    skip === 'not-selected'
      ? `does not select ${words.ownLabel(direction)}`
      : skip === 'other-direction'
        ? `does not govern ${direction}`
        : SKIPPED['after-decision'];
  const location = locator.locate(policy.range);
  return {
    tier: titleOf(tier, tier.name),
    policy: tracedPolicy(policy),
    outcome: 'not-applied',
    skip,
    reason,
    location,
    ...(marks.length > 0 ? { marks } : {}),
  };
}

function inactiveStep(policy: InactivePolicy, { locator }: TraceRequest): OpenStep {
  const { kind, namespace, name, reason: skip, place, range } = policy;
  const id = `${kind}/${namespace}/${name}`;
  return {
    tier: place?.tier ?? '',
    policy: { id, kind, namespace, name, ...(place?.order === undefined ? {} : { order: place.order }) },
    outcome: 'not-applied',
    skip,
    reason: SKIPPED[skip],
    location: locator.locate(range),
  };
}

/** Steps past this many are folded away in any case: what does not fit in their texts is not looked for. */
const MOST_MARKED = 60;

/** Asks every tier in order. Returns whether some policy governs the end. */
function askTiers(walk: EndWalk, request: TraceRequest): boolean {
  const { snapshot, direction, own } = request;
  const namespace = own.type === 'endpoint' ? own.endpoint.namespace : '';
  let isGoverned = false;
  for (const tier of snapshot.tiers) {
    const listed = snapshot.policies
      .map((policy, index) => ({ policy, isSubject: snapshot.subjects[index]?.has(own.column) ?? false }))
      .filter(({ policy }) => policy.tier === tier.name);
    const applying = listed.flatMap(({ policy, isSubject }) => (isSubject && policy[direction] ? [policy] : []));
    const asked = new Set<Policy>();
    for (const group of orderedGroups(applying)) {
      if (!walk.live) break;
      walk.policies(group, tier);
      for (const policy of group) asked.add(policy);
    }
    for (const { policy, isSubject } of listed) {
      if (asked.has(policy) || policy.implied || !isNearby(policy, namespace)) continue;
      const marks = isSubject || walk.steps.length > MOST_MARKED ? [] : walk.marks.subject(policy, 'missed');
      walk.push(skippedStep(policy, tier, isSubject, marks, request));
    }
    if (applying.length === 0) continue;
    isGoverned = true;
    walk.endTier(tier);
  }
  for (const policy of snapshot.inactive) {
    const governs = policy.directions?.includes(direction) ?? true;
    if (governs && isNearby(policy, namespace)) walk.push(inactiveStep(policy, request));
  }
  return isGoverned;
}

/** The trace of one end. Policies are asked in evaluation order until the flow is decided. */
export function traceEnd(request: TraceRequest): EndTrace {
  if (request.exempt) return exemptTrace(request, request.exempt.reason, request.exempt.verdict);
  const ungoverned = ungovernedReason(request);
  if (ungoverned !== undefined) return exemptTrace(request, ungoverned, 'allowed');
  const { direction, own, words } = request;
  const walk = new EndWalk(request);
  const isGoverned = askTiers(walk, request);
  const doubt = own.type === 'endpoint' ? own.endpoint.doubt : undefined;
  if (doubt) walk.doubt(doubt.governed, doubt.fact.message);
  const perhaps = perhapsGoverned(request);
  if (perhaps) walk.doubt('perhaps', perhaps.message);
  const { verdict, deciding } = walk.finish(isGoverned);
  const chain = chainOf(walk, deciding, verdict, isGoverned);
  const endpoint = words.ownLabel(direction);
  return {
    trace: { direction, endpoint, verdict, chain, steps: walk.finished(deciding, isGoverned), deciding },
    questions: walk.questions,
    unordered: walk.unordered,
    lacking: perhaps ? [perhaps] : [],
    vain: walk.steps[deciding]?.outcome === 'end-of-tier' ? walk.vain : [],
  };
}
