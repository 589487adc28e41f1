// One end of a flow on its way through the tiers: what each policy said, and what that leaves decided or open.
import type { Policy, Rule, RuleMatch, Tier } from '../model/policy.ts';
import { fallThroughName } from './assemble.ts';
import type { StepOutcome, TracedPolicy, TraceStep } from './explanation.ts';
import type { Locator } from './locate.ts';
import { matchEvidence } from './match-evidence.ts';
import type { Party } from './resolve-party.ts';
import type { Verdict } from './results.ts';
import { stepCode } from './step-code.ts';
import { TextMarks } from './text-marks.ts';
import { askRule, type EndQuestion, type RuleResult } from './trace-rule.ts';
import {
  describeFlow,
  describeHit,
  describeMismatch,
  describePerhaps,
  type FlowWords,
  listNames,
  type Miss,
  policyWord,
  ruleOf,
  unresolvedFacts,
} from './trace-words.ts';

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

export function tracedPolicy({ id, kind, namespace, name, order, implied, staged }: Policy): TracedPolicy {
  return {
    id,
    kind,
    namespace,
    name,
    ...(Number.isFinite(order) && !implied ? { order } : {}),
    ...(staged ? { staged } : {}),
  };
}

export const titleOf = (tier: Tier | undefined, name: string): string => tier?.title ?? name;

/** Names of the policies of a tier that apply and were asked. */
export function policiesAsked(steps: readonly OpenStep[], tier: string): string[] {
  const asked = steps.filter((step) => step.tier === tier && step.outcome !== 'not-applied');
  return [...new Set(asked.flatMap((step) => (step.policy ? policyWord(step.policy) : [])))];
}

/** What an unmatched tier means for the endpoint, with the policies that were asked by name. */
function unmatchedSentence(tier: Tier, asked: readonly Policy[], { direction, words }: TraceRequest): string {
  const names = [...new Set(asked.map(policyWord))];
  const sentence = asked.find((policy) => policy.unmatchedReason)?.unmatchedReason ?? tier.unmatchedReason;
  return (names.length > 1 ? sentence.replace('selects', 'select') : sentence)
    .replaceAll('{policies}', listNames(names))
    .replaceAll('{endpoint}', words.ownLabel(direction))
    .replaceAll('{direction}', direction)
    .replaceAll('{flow}', describeFlow(direction, words));
}

/** `security: no-scans rule 2 passes`. */
function passText(step: OpenStep | undefined): string {
  return `${step?.tier}: ${step?.policy && policyWord(step.policy)} rule ${step?.rule} passes`;
}

const isDecision = (outcome: StepOutcome): boolean => outcome === 'allow' || outcome === 'deny' || outcome === 'pass';

/** `rule 1 only allows …; rule 2 likewise`. */
function joinAlike(misses: readonly string[]): string {
  const reasonOf = (miss: string | undefined): string | undefined => miss?.replace(/^rule \d+ /, '');
  const clauses = misses.map((miss, at) =>
    reasonOf(miss) === reasonOf(misses[at - 1]) ? miss.replace(/^(rule \d+) .*$/s, '$1 likewise') : miss,
  );
  return clauses.join('; ');
}

/** All misses of a short policy; of a long one how many there are, and the first. */
function joinMisses(misses: readonly string[]): string {
  if (misses.length <= 4) return joinAlike(misses);
  return `none of its ${misses.length} rules matches: ${misses.slice(0, 2).join('; ')}; and so on`;
}

/** A step before all of its end is known. */
export type OpenStep = Omit<TraceStep, 'code' | 'isDecisive'>;

/** Walks the ladder of one end and keeps what a point of the flow met. */
export class EndWalk {
  readonly steps: OpenStep[] = [];
  /** Where the texts that the steps are about match, and where not. */
  readonly marks: TextMarks;
  readonly questions: OpenQuestion[] = [];
  /** Sentences about policies whose order decides and is not defined. */
  readonly unordered: string[] = [];
  /** Clauses about rules that allow nobody whom the manifests know. */
  readonly vain: string[] = [];
  /** The tiers that passed the flow on, for the chain. */
  readonly passes: string[] = [];
  readonly #request: TraceRequest;
  #mayAllow = false;
  #mayDeny = false;
  #passed = false;
  /** Policies of the tier that were asked. */
  #asked: Policy[] = [];
  #live = true;
  /** The first step that a missing fact leaves open, and the last that settled what was left; -1: none. */
  #open = -1;
  #settled = -1;

  constructor(request: TraceRequest) {
    this.#request = request;
    this.marks = new TextMarks(request, request.locator);
    if (request.perhapsExempt === undefined) return;
    this.#open = this.push({ tier: '', outcome: 'maybe', reason: request.perhapsExempt });
    this.#mayAllow = true;
  }

  push(step: OpenStep): number {
    return this.steps.push(step) - 1;
  }

  /** Policies of one rank: where their order is not defined, each is asked as if it came first. */
  policies(group: readonly Policy[], tier: Tier): void {
    const [only] = group;
    if (only && group.length === 1) {
      this.#policy(only, tier);
      return;
    }
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
    this.#asked.push(policy);
    const base = { tier: titleOf(tier, policy.tier), policy: tracedPolicy(policy) };
    const misses: { readonly rule: Rule; readonly miss: Miss; readonly words: string }[] = [];
    for (const rule of rules) {
      const result = askRule(rule, this.#request);
      if (result.type === 'miss') {
        const isForNobody = result.miss === 'peer' && this.#isForNobody(rule);
        const missed = describeMismatch({ rule, miss: result.miss, direction, words, other, family, isForNobody });
        misses.push({ rule, miss: result.miss, words: missed });
        if (isForNobody && rule.action === 'allow') this.vain.push(ruleOf(policy, missed));
        continue;
      }
      const marks = policy.implied ? [] : this.marks.hit(policy, rule);
      const step = this.push({
        ...base,
        ...this.#metStep(rule, result),
        location: locator.locate(rule.range),
        ...(marks.length > 0 ? { marks } : {}),
      });
      if (result.type === 'maybe' && rule.action !== 'log') {
        this.questions.push({ policy, rule, match: result.match, about: result.about });
      }
      this.#decide(rule, result.type === 'hit', step);
      if (!this.#live) return;
    }
    if (misses.length === rules.length && !(policy.implied && rules.length === 0)) {
      const reason =
        rules.length === 0
          ? `selects ${words.ownLabel(direction)} for ${direction} and has no ${direction} rule`
          : joinMisses(misses.map((one) => one.words));
      const marks = policy.implied ? [] : this.marks.unmatched(policy, misses);
      const location = locator.locate(policy.range);
      this.push({ ...base, outcome: 'no-match', reason, location, ...(marks.length > 0 ? { marks } : {}) });
    }
  }

  #metStep(
    rule: Rule,
    result: Exclude<RuleResult, { type: 'miss' }>,
  ): Pick<TraceStep, 'outcome' | 'rule' | 'reason' | 'evidence'> {
    const { direction, words, other, snapshot } = this.#request;
    if (result.type === 'hit') {
      const isNamed = (text: string): boolean => other.type === 'address' && words.otherLabel(direction).includes(text);
      const evidence = matchEvidence(result.match.peer, other, snapshot).filter((text) => !isNamed(text));
      return {
        outcome: rule.action,
        rule: rule.number,
        reason: describeHit(rule, direction, words),
        ...(evidence.length > 0 ? { evidence } : {}),
      };
    }
    const label = result.about === other ? words.otherLabel(direction) : words.ownLabel(direction);
    const outcome: StepOutcome = 'maybe';
    const isPod = result.about.type === 'endpoint' && result.about.endpoint.addresses.length === 0;
    const lacking = isPod ? undefined : unresolvedFacts(result.match.peer)[0];
    return { outcome, rule: rule.number, reason: describePerhaps(rule, label, lacking) };
  }

  /** Whether neither an endpoint nor an address is a peer of the rule. */
  #isForNobody(rule: Rule): boolean {
    const { peers } = this.#request.snapshot.matrix.over(this.#request.family);
    return rule.matches.every(({ peer }) => peers.match(peer).possible.isEmpty());
  }

  #decide(rule: Rule, sure: boolean, step: number): void {
    if (rule.action === 'log') return;
    if (rule.action === 'allow') this.#mayAllow = true;
    if (rule.action === 'deny') this.#mayDeny = true;
    if (rule.action === 'pass') this.#passed = true;
    if (rule.action === 'pass' && sure) this.passes.push(passText(this.steps[step]));
    if (sure) this.#live = false;
    // A pass decides nothing: a later tier or the default does.
    if (sure && rule.action !== 'pass') this.#settled = step;
    if (!sure && this.#open < 0) this.#open = step;
  }

  get live(): boolean {
    return this.#live;
  }

  endTier(tier: Tier): void {
    const title = titleOf(tier, tier.name);
    if (this.#live) {
      const reason = unmatchedSentence(tier, this.#asked, this.#request);
      if (tier.unmatched === 'deny') {
        this.#settled = this.push({ tier: title, outcome: 'end-of-tier', reason });
        this.#mayDeny = true;
        this.#live = false;
      } else if ((tier.stage ?? 0) === 0) {
        // What surrounds the tiers (failsafe ports, profiles) has no end that a reader knows of.
        this.push({ tier: title, outcome: 'pass', reason });
        this.passes.push(`${title}: no match, passes`);
      }
    }
    this.#live ||= this.#passed;
    this.#passed = false;
    this.#asked = [];
  }

  /** A host that may be governed otherwise leaves everything open that is not allowed for certain. */
  doubt(governed: 'perhaps' | 'unknown', reason: string): void {
    const step = this.push({ tier: '', outcome: 'maybe', reason });
    if (this.#open < 0) this.#open = step;
    this.#mayAllow = true;
    if (governed === 'unknown') this.#mayDeny = true;
  }

  #fallThrough(isGoverned: boolean): string {
    const { words, direction, own, snapshot } = this.#request;
    const profile = own.type === 'endpoint' ? fallThroughName(own.endpoint, snapshot.options) : undefined;
    if (isGoverned) {
      return `no tier decided the flow, and ${profile === undefined ? 'what no tier decides is allowed' : `${profile} allows everything`}`;
    }
    const by = profile === undefined ? '' : ` (${profile})`;
    return `no policy governs the ${direction} of ${words.ownLabel(direction)}, so everything is allowed${by}`;
  }

  /** The steps with what can be said of them only at the end. */
  finished(deciding: number, isGoverned: boolean): TraceStep[] {
    const last = this.steps[deciding];
    const isDecisive = (step: OpenStep, at: number): boolean =>
      at === deciding || (last?.outcome === 'end-of-tier' && step.outcome === 'no-match' && step.tier === last.tier);
    return this.steps.map((step, at) => ({
      code: stepCode(step, isGoverned),
      ...step,
      ...(isDecisive(step, at) ? { isDecisive: true as const } : {}),
    }));
  }

  /** What no tier decided is allowed. An open question decides only where it leaves both outcomes possible. */
  finish(isGoverned: boolean): { verdict: Verdict; deciding: number } {
    if (this.#live) {
      this.#settled = this.push({ tier: '', outcome: 'default-allow', reason: this.#fallThrough(isGoverned) });
      this.#mayAllow = true;
    }
    if (this.#mayAllow && this.#mayDeny) return { verdict: 'unknown', deciding: this.#open };
    return { verdict: this.#mayAllow ? 'allowed' : 'denied', deciding: this.#settled };
  }
}
