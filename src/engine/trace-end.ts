// How one end of a flow judged it: tiers, policies and rules in order, each with its outcome and its reason.

import type { Policy, Rule, Tier } from '../model/policy.ts';
import type { Family } from '../net/cidr.ts';
import { contains } from '../net/connection-set.ts';
import type { Exemption } from './judge-flow.ts';
import type { Locator } from './locate.ts';
import type { Party } from './resolve-party.ts';
import type { Direction, DirectionTrace, StepOutcome, TraceStep, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { describeMismatch, describePeerSide, type FlowWords } from './trace-words.ts';
import { namedPortsAt, ruleTraffic } from './walk-tiers.ts';

export interface TraceRequest {
  readonly snapshot: Snapshot;
  readonly locator: Locator;
  readonly direction: Direction;
  readonly own: Party;
  readonly other: Party;
  readonly point: number;
  /** The address family the flow is explained over. */
  readonly family: Family;
  readonly words: FlowWords;
  readonly exempt: Exemption | undefined;
}

/** What a missing fact kept open, for the answer's list of missing facts. */
export interface OpenQuestion {
  readonly policy: Policy;
  readonly rule: Rule;
  readonly about: Party;
}

export interface EndTrace {
  readonly trace: DirectionTrace;
  readonly questions: readonly OpenQuestion[];
}

const policyRef = ({ id, kind, namespace, name }: Policy): NonNullable<TraceStep['policy']> => ({
  id,
  kind,
  namespace,
  name,
});

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

/** Walks the ladder of one end and keeps what a point of the flow met. */
class EndWalk {
  readonly steps: TraceStep[] = [];
  readonly questions: OpenQuestion[] = [];
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
    if (request.exempt !== 'perhaps-local-node' || request.direction !== 'ingress') return;
    const reason = 'the source may be the node the pod runs on, which is always let in';
    this.#open = this.push({ tier: '', outcome: 'maybe', reason });
    this.#mayAllow = true;
  }

  push(step: TraceStep): number {
    return this.steps.push(step) - 1;
  }

  /** Whether a rule matches the flow: its peer the other end, its traffic the point. */
  #match(rule: Rule): 'yes' | 'maybe' | 'peer' | 'traffic' {
    const { snapshot, direction, own, other, point } = this.#request;
    const destination = direction === 'ingress' ? own : other;
    const ports = namedPortsAt(destination.type === 'endpoint' ? destination.endpoint : undefined);
    const traffic = snapshot.table.set(ruleTraffic(rule, ports, snapshot.table));
    const peer = snapshot.matrix.over(this.#request.family).peers.match(rule.peer);
    if (!peer.possible.has(other.column)) return 'peer';
    if (!contains(traffic, point)) return 'traffic';
    return peer.certain.has(other.column) ? 'yes' : 'maybe';
  }

  /** Asks the rules of one policy in order. */
  policy(policy: Policy): void {
    const { direction, locator, words, other } = this.#request;
    const rules = policy[direction] ?? [];
    const base = { tier: policy.tier, policy: policyRef(policy) };
    const misses: string[] = [];
    for (const rule of rules) {
      const match = this.#match(rule);
      if (match === 'peer' || match === 'traffic') {
        misses.push(describeMismatch(rule, match, direction, words, other));
        continue;
      }
      const outcome: StepOutcome = match === 'maybe' ? 'maybe' : rule.action;
      const reason =
        match === 'maybe'
          ? `rule ${rule.number} may match ${words.otherLabel(direction)}: its address is not known`
          : `rule ${rule.number} ${rule.action === 'allow' ? 'allows' : rule.action === 'deny' ? 'denies' : 'passes'} ${words.traffic} ${describePeerSide(direction, words)}`;
      const step = this.push({ ...base, outcome, rule: rule.number, reason, location: locator.locate(rule.range) });
      if (match === 'maybe') this.questions.push({ policy, rule, about: other });
      this.#decide(rule, match === 'yes', step);
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

  #decide(rule: Rule, sure: boolean, step: number): void {
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
      const reason = unmatchedSentence(tier, policiesAsked(this.steps, tier.name), words.ownLabel(direction));
      this.#settled = this.push({ tier: tier.name, outcome: 'end-of-tier', reason });
      this.#mayDeny = true;
      this.#live = false;
    }
    this.#live ||= this.#passed;
    this.#passed = false;
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
function isNearby(policy: Policy, namespace: string): boolean {
  return policy.namespace === '' || policy.namespace === namespace;
}

function exemptTrace(request: TraceRequest, reason: string): EndTrace {
  const { direction, words } = request;
  const step: TraceStep = { tier: '', outcome: 'exempt', reason };
  const chain = `${reason} → allowed`;
  const endpoint = words.ownLabel(direction);
  return { trace: { direction, endpoint, verdict: 'allowed', chain, steps: [step], deciding: 0 }, questions: [] };
}

function exemptReason({ own, direction, exempt, words }: TraceRequest): string | undefined {
  if (exempt === 'self') return 'a pod cannot block access to itself';
  if (own.type === 'address') return `${words.ownLabel(direction)} is no pod, so no policy governs it`;
  if (own.endpoint.hostNetwork)
    return `${words.ownLabel(direction)} is on the host network, where NetworkPolicy has no effect`;
  if (exempt === 'local-node' && direction === 'ingress')
    return 'the source is the node the pod runs on, which is always let in';
  return undefined;
}

function chainOf(steps: readonly TraceStep[], deciding: number, verdict: Verdict, isGoverned: boolean): string {
  const step = steps[deciding];
  if (!step) return verdict;
  if (step.outcome === 'default-allow') return `${isGoverned ? 'no tier decides' : 'no policy'} → ${verdict}`;
  if (step.policy) return `${step.tier}: ${step.policy.name} rule ${step.rule ?? '?'} → ${verdict}`;
  if (step.outcome === 'maybe') return `${step.reason} → ${verdict}`;
  const asked = policiesAsked(steps, step.tier);
  const names = asked.length === 1 ? asked[0] : `${asked.length} policies`;
  return `${step.tier}: ${names} → end of tier → ${verdict}`;
}

/** The trace of one end. Policies are asked in evaluation order until the flow is decided. */
export function traceEnd(request: TraceRequest): EndTrace {
  const exempt = exemptReason(request);
  if (exempt !== undefined) return exemptTrace(request, exempt);
  const { snapshot, direction, own, words, locator } = request;
  const walk = new EndWalk(request);
  const namespace = own.type === 'endpoint' ? own.endpoint.namespace : '';
  let isGoverned = false;
  for (const tier of snapshot.tiers) {
    let applies = false;
    for (const [index, policy] of snapshot.policies.entries()) {
      if (policy.tier !== tier.name) continue;
      const isSubject = snapshot.subjects[index]?.has(own.column) ?? false;
      if (isSubject && policy[direction]) {
        applies = true;
        isGoverned = true;
        if (walk.live) {
          walk.policy(policy);
          continue;
        }
      }
      if (!isNearby(policy, namespace)) continue;
      const reason = !isSubject
        ? `does not select ${words.ownLabel(direction)}`
        : policy[direction]
          ? 'not asked: the flow is decided already'
          : `does not govern ${direction}`;
      const location = locator.locate(policy.range);
      walk.push({ tier: tier.name, policy: policyRef(policy), outcome: 'not-applied', reason, location });
    }
    if (applies) walk.endTier(tier);
  }
  const { verdict, deciding } = walk.finish(isGoverned);
  const chain = chainOf(walk.steps, deciding, verdict, isGoverned);
  const endpoint = words.ownLabel(direction);
  return { trace: { direction, endpoint, verdict, chain, steps: walk.steps, deciding }, questions: walk.questions };
}
