// How one end of a flow judged it: tiers, policies and rules in order, each with its outcome and its reason.

import type { PeerFact, Policy, Rule, RuleMatch, Tier } from '../model/policy.ts';
import type { DirectionTrace, SkipReason, StepOutcome, TracedPolicy, TraceStep } from './explanation.ts';
import type { InactivePolicy } from './inactive-policies.ts';
import type { Locator } from './locate.ts';
import { matchEvidence } from './match-evidence.ts';
import type { Party } from './resolve-party.ts';
import type { Verdict } from './results.ts';
import { askRule, type EndQuestion, type RuleResult } from './trace-rule.ts';
import { describeHit, describeMismatch, type FlowWords } from './trace-words.ts';
import { orderedGroups } from './walk-tiers.ts';

export interface TraceRequest extends EndQuestion {
  readonly locator: Locator;
  readonly words: FlowWords;
  /** Why policy is not asked at this end, if it is not. */
  readonly exempt?: { readonly reason: string; readonly verdict: Verdict };
  /** Why policy may not be asked at this end, for lack of a fact. */
  readonly perhapsExempt?: string;
}

/** What a missing fact kept open, for the answer's list of missing facts. */
export interface OpenQuestion {
  readonly policy: Policy;
  readonly rule: Rule;
  readonly match: RuleMatch;
  readonly about: Party;
}

export interface EndTrace {
  readonly trace: DirectionTrace;
  readonly questions: readonly OpenQuestion[];
  /** Sentences about policies whose order decides and is not defined. */
  readonly unordered: readonly string[];
}

export function tracedPolicy({ id, kind, namespace, name, order, staged }: Policy): TracedPolicy {
  return {
    id,
    kind,
    namespace,
    name,
    ...(Number.isFinite(order) ? { order } : {}),
    ...(staged ? { staged } : {}),
  };
}

const titleOf = (tier: Tier | undefined, name: string): string => tier?.title ?? name;

/** Names of the policies of a tier that apply and were asked. */
function policiesAsked(steps: readonly TraceStep[], tier: string): string[] {
  const asked = steps.filter((step) => step.tier === tier && step.outcome !== 'not-applied');
  return [...new Set(asked.flatMap((step) => step.policy?.name ?? []))];
}

/** What an unmatched tier means for the endpoint, with the policies that apply by name: at most three of them. */
function unmatchedSentence(tier: Tier, names: readonly string[], endpoint: string): string {
  const listed =
    names.length <= 3
      ? names.join(names.length === 2 ? ' and ' : ', ')
      : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  const sentence = names.length > 1 ? tier.unmatchedReason.replace('selects', 'select') : tier.unmatchedReason;
  return sentence.replaceAll('{policies}', listed).replaceAll('{endpoint}', endpoint);
}

const isDecision = (outcome: StepOutcome): boolean => outcome === 'allow' || outcome === 'deny' || outcome === 'pass';

/** Walks the ladder of one end and keeps what a point of the flow met. */
class EndWalk {
  readonly steps: TraceStep[] = [];
  readonly questions: OpenQuestion[] = [];
  /** Sentences about policies whose order decides and is not defined. */
  readonly unordered: string[] = [];
  readonly #request: TraceRequest;
  #mayAllow = false;
  #mayDeny = false;
  #passed = false;
  #live = true;
  /** The first step that a missing fact leaves open, and the last that settled what was left; -1: none. */
  #open = -1;
  #settled = -1;

  constructor(request: TraceRequest) {
    this.#request = request;
    if (request.perhapsExempt === undefined) return;
    this.#open = this.push({ tier: '', outcome: 'maybe', reason: request.perhapsExempt });
    this.#mayAllow = true;
  }

  push(step: TraceStep): number {
    return this.steps.push(step) - 1;
  }

  /** Policies of one rank: where their order is not defined, each is asked as if it came first. */
  policies(group: readonly Policy[], tier: Tier): void {
    if (group.length === 1) return group.forEach((policy) => this.#policy(policy, tier));
    const first = this.steps.length;
    const lives: boolean[] = [];
    for (const policy of group) {
      this.#live = true;
      this.#policy(policy, tier);
      lives.push(this.#live);
    }
    this.#live = lives.every((live) => live);
    const outcomes = new Set(
      this.steps
        .slice(first)
        .map((step) => step.outcome)
        .filter(isDecision),
    );
    if (outcomes.size < 2) return;
    const names = group.map((policy) => policy.name).join(' and ');
    const reason = `${names} have the same priority and decide differently, and the API leaves open which goes first`;
    const step = this.push({ tier: titleOf(tier, tier.name), outcome: 'maybe', reason });
    if (this.#open < 0) this.#open = step;
    this.unordered.push(reason);
  }

  /** Asks the rules of one policy in order. */
  #policy(policy: Policy, tier: Tier): void {
    const { direction, locator, words, other, family } = this.#request;
    const rules = policy[direction] ?? [];
    const base = { tier: titleOf(tier, policy.tier), policy: tracedPolicy(policy) };
    const misses: string[] = [];
    for (const rule of rules) {
      const result = askRule(rule, this.#request);
      if (result.type === 'miss') {
        misses.push(describeMismatch(rule, result.miss, direction, words, other, family));
        continue;
      }
      const step = this.push({ ...base, ...this.#metStep(rule, result), location: locator.locate(rule.range) });
      if (result.type === 'maybe' && rule.action !== 'log') {
        this.questions.push({ policy, rule, match: result.match, about: result.about });
      }
      this.#decide(rule, result.type === 'hit', step);
      if (!this.#live) return;
    }
    if (misses.length === rules.length) {
      const reason =
        rules.length === 0
          ? `selects ${words.ownLabel(direction)} for ${direction} and has no ${direction} rule`
          : misses.join('; ');
      this.push({ ...base, outcome: 'no-match', reason, location: locator.locate(policy.range) });
    }
  }

  #metStep(
    rule: Rule,
    result: Exclude<RuleResult, { type: 'miss' }>,
  ): Pick<TraceStep, 'outcome' | 'rule' | 'reason' | 'evidence'> {
    const { direction, words, other, snapshot } = this.#request;
    if (result.type === 'hit') {
      const evidence = matchEvidence(result.match.peer, other, snapshot);
      return {
        outcome: rule.action,
        rule: rule.number,
        reason: describeHit(rule, direction, words),
        ...(evidence.length > 0 ? { evidence } : {}),
      };
    }
    const label = result.about === other ? words.otherLabel(direction) : words.ownLabel(direction);
    const outcome: StepOutcome = 'maybe';
    return { outcome, rule: rule.number, reason: `rule ${rule.number} may match ${label}: its address is not known` };
  }

  #decide(rule: Rule, sure: boolean, step: number): void {
    if (rule.action === 'log') return;
    if (rule.action === 'allow') this.#mayAllow = true;
    if (rule.action === 'deny') this.#mayDeny = true;
    if (rule.action === 'pass') this.#passed = true;
    if (sure) this.#live = false;
    // A pass decides nothing: a later tier or the default does.
    if (sure && rule.action !== 'pass') this.#settled = step;
    if (!sure && this.#open < 0) this.#open = step;
  }

  get live(): boolean {
    return this.#live;
  }

  endTier(tier: Tier): void {
    const { words, direction } = this.#request;
    if (this.#live && tier.unmatched === 'deny') {
      const title = titleOf(tier, tier.name);
      const reason = unmatchedSentence(tier, policiesAsked(this.steps, title), words.ownLabel(direction));
      this.#settled = this.push({ tier: title, outcome: 'end-of-tier', reason });
      this.#mayDeny = true;
      this.#live = false;
    }
    this.#live ||= this.#passed;
    this.#passed = false;
  }

  /** A host that may be governed otherwise leaves everything open that is not allowed for certain. */
  doubt(governed: 'perhaps' | 'unknown', reason: string): void {
    const step = this.push({ tier: '', outcome: 'maybe', reason });
    if (this.#open < 0) this.#open = step;
    this.#mayAllow = true;
    if (governed === 'unknown') this.#mayDeny = true;
  }

  /** What no tier decided is allowed. An open question decides only where it leaves both outcomes possible. */
  finish(isGoverned: boolean): { verdict: Verdict; deciding: number } {
    if (this.#live) {
      const { words, direction } = this.#request;
      const reason = isGoverned
        ? 'no tier decided the flow, and what no tier decides is allowed'
        : `no policy governs the ${direction} of ${words.ownLabel(direction)}, so everything is allowed`;
      this.#settled = this.push({ tier: '', outcome: 'default-allow', reason });
      this.#mayAllow = true;
    }
    if (this.#mayAllow && this.#mayDeny) return { verdict: 'unknown', deciding: this.#open };
    return { verdict: this.#mayAllow ? 'allowed' : 'denied', deciding: this.#settled };
  }
}

/** Policies a reader would look for here: those of the endpoint's namespace and those of cluster scope. */
function isNearby(policy: Pick<Policy, 'namespace'>, namespace: string): boolean {
  return policy.namespace === '' || policy.namespace === namespace;
}

function exemptTrace(request: TraceRequest, reason: string, verdict: Verdict): EndTrace {
  const { direction, words } = request;
  const step: TraceStep = { tier: '', outcome: 'exempt', reason };
  const chain = `${reason} → ${verdict}`;
  const endpoint = words.ownLabel(direction);
  return { trace: { direction, endpoint, verdict, chain, steps: [step], deciding: 0 }, questions: [], unordered: [] };
}

/** The fact that leaves open whether policy applies to a pod on the host network; undefined where none would. */
export function perhapsGoverned({ snapshot, own, direction }: EndQuestion): PeerFact | undefined {
  if (own.type !== 'endpoint' || !snapshot.universe.hostNetwork.has(own.column)) return undefined;
  const governing = snapshot.matrix.governing(direction, own.column);
  return governing.flatMap((index) => snapshot.policies[index]?.perhapsOnHosts ?? [])[0];
}

/** Ends that no policy governs whatever it says. */
function ungovernedReason(request: TraceRequest): string | undefined {
  const { own, direction, words } = request;
  if (own.type === 'address') return `${words.ownLabel(direction)} is no pod, so no policy governs it`;
  const { hostNetwork, type } = own.endpoint;
  if (!hostNetwork || type !== 'pod' || perhapsGoverned(request)) return undefined;
  return `${words.ownLabel(direction)} is on the host network, where NetworkPolicy has no effect`;
}

function chainOf(steps: readonly TraceStep[], deciding: number, verdict: Verdict, isGoverned: boolean): string {
  const step = steps[deciding];
  if (!step) return verdict;
  if (step.outcome === 'default-allow') return `${isGoverned ? 'no tier decides' : 'no policy'} → ${verdict}`;
  const passes = [
    ...new Set(
      steps
        .slice(0, deciding)
        .flatMap((one) =>
          one.outcome === 'pass' && one.policy ? `${one.tier}: ${one.policy.name} rule ${one.rule ?? '?'} passes` : [],
        ),
    ),
  ];
  const chain = (last: string): string => [...passes, last, verdict].join(' → ');
  if (step.policy) return chain(`${step.tier}: ${step.policy.name} rule ${step.rule ?? '?'}`);
  if (step.outcome === 'maybe') return chain(step.reason);
  const asked = policiesAsked(steps, step.tier);
  const names = asked.length === 1 ? asked[0] : `${asked.length} policies`;
  return chain(`${step.tier}: ${names} → end of tier`);
}

const SKIPPED: Record<Exclude<SkipReason, 'not-selected' | 'other-direction'>, string> = {
  'after-decision': 'not asked: the flow is decided already',
  staged: 'is staged: it takes no part until it is promoted',
  invalid: 'is not valid, so it counts as absent, and so do its denies',
};

/** A policy that the flow did not meet, for a reader who looks for it. */
function skippedStep(policy: Policy, tier: Tier, isSubject: boolean, request: TraceRequest): TraceStep {
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
  };
}

function inactiveStep(policy: InactivePolicy, { locator }: TraceRequest): TraceStep {
  const { kind, namespace, name, reason: skip, range } = policy;
  const id = `${kind}/${namespace}/${name}`;
  return {
    tier: '',
    policy: { id, kind, namespace, name },
    outcome: 'not-applied',
    skip,
    reason: SKIPPED[skip],
    location: locator.locate(range),
  };
}

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
      if (!asked.has(policy) && isNearby(policy, namespace)) walk.push(skippedStep(policy, tier, isSubject, request));
    }
    if (applying.length === 0) continue;
    isGoverned = true;
    walk.endTier(tier);
  }
  for (const policy of snapshot.inactive) {
    if (isNearby(policy, namespace)) walk.push(inactiveStep(policy, request));
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
  const chain = chainOf(walk.steps, deciding, verdict, isGoverned);
  const endpoint = words.ownLabel(direction);
  return {
    trace: { direction, endpoint, verdict, chain, steps: walk.steps, deciding },
    questions: walk.questions,
    unordered: walk.unordered,
  };
}
