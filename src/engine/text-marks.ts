// Which words of a policy's text made a step of a trace turn out as it did: labels, ports and ranges that match, or that do not.
import type { Span } from '../documents/document-value.ts';
import type { SourceRange } from '../documents/source-file.ts';
import type { Policy, Rule } from '../model/policy.ts';
import type { WrittenPolicy, WrittenRule, WrittenSelector, WrittenSide } from '../model/written-policy.ts';
import { contains } from '../net/connection-set.ts';
import type { TextMark } from './explanation.ts';
import type { Locator } from './locate.ts';
import { holdsParty, sideHolds } from './match-evidence.ts';
import { matchTraffic } from './match-traffic.ts';
import type { Party } from './resolve-party.ts';
import { partyHolds } from './selector-holds.ts';
import type { EndQuestion } from './trace-rule.ts';
import type { Miss } from './trace-words.ts';
import { writtenIn } from './written-policies.ts';

type Kind = TextMark['kind'];

/** More marks say nothing more. */
const MOST = 40;

/** Rules of a policy whose misses are marked. */
const MOST_RULES = 6;

const marksOf = (kind: Kind, spans: readonly Span[]): readonly TextMark[] =>
  spans.map(({ start, end }) => ({ kind, start, end }));

/** A selector without conditions matches by saying nothing. */
const wholeOf = ({ keySpan, end }: WrittenSelector): Span => ({ start: keySpan.start, end });

function conditionSpans(selector: WrittenSelector, kind: Kind, party: Party, question: EndQuestion): readonly Span[] {
  if (selector.conditions.length === 0) return kind === 'matched' ? [wholeOf(selector)] : [];
  return selector.conditions
    .filter((one) => partyHolds(one.selector, party, question.snapshot) === (kind === 'matched'))
    .flatMap(({ spans }) => spans);
}

function sideSpans(side: WrittenSide, kind: Kind, party: Party, question: EndQuestion): readonly Span[] {
  if (sideHolds(side, party, question.snapshot) !== (kind === 'matched')) return [];
  const holding = side.nets.filter(({ cidr }) => holdsParty(cidr, party));
  // Any of them would do.
  const nets = kind === 'matched' ? holding : holding.length === 0 ? side.nets : [];
  return [
    ...side.selectors
      .filter(({ role }) => role !== 'except')
      .flatMap((selector) => conditionSpans(selector, kind, party, question)),
    ...nets.map(({ span }) => span),
  ];
}

function trafficSpans({ traffic }: WrittenRule, kind: Kind, question: EndQuestion): readonly Span[] {
  const { snapshot, direction, own, speaker, other, point } = question;
  const destination = direction === 'ingress' ? (speaker ?? own).column : other.column;
  return traffic
    .filter(({ term }) => {
      const meant = matchTraffic({ peer: { op: 'any' }, traffic: [term] }, destination, snapshot);
      return contains(snapshot.table.set(meant), point) === (kind === 'matched');
    })
    .flatMap(({ spans }) => spans);
}

function ruleSpans(rule: WrittenRule, question: EndQuestion): readonly Span[] {
  const own = question.speaker ?? question.own;
  return [
    ...rule.peers.flatMap((side) => sideSpans(side, 'matched', question.other, question)),
    ...(rule.own ? sideSpans(rule.own, 'matched', own, question) : []),
    ...trafficSpans(rule, 'matched', question),
  ];
}

function missSpans(rule: WrittenRule, miss: Miss, question: EndQuestion): readonly Span[] {
  if (miss === 'peer') return rule.peers.flatMap((side) => sideSpans(side, 'missed', question.other, question));
  if (miss === 'own') return rule.own ? sideSpans(rule.own, 'missed', question.speaker ?? question.own, question) : [];
  return miss === 'traffic' ? trafficSpans(rule, 'missed', question) : [];
}

/** Finds the marks of the steps of one end. */
export class TextMarks {
  readonly #question: EndQuestion;
  readonly #locator: Locator;

  constructor(question: EndQuestion, locator: Locator) {
    this.#question = question;
    this.#locator = locator;
  }

  #policy({ range }: Pick<Policy, 'range'>): WrittenPolicy | undefined {
    const file = this.#locator.file(range.file);
    if (!file) return undefined;
    const placed = writtenIn(file, this.#question.snapshot.options.semantics);
    return placed.find(({ span }) => span.start === range.start)?.policy;
  }

  /** What of its peers, ports and ranges made a rule match. */
  hit(policy: Policy, rule: Rule): readonly TextMark[] {
    const written = this.#rule(policy, rule.range);
    return written ? marksOf('matched', ruleSpans(written, this.#question)).slice(0, MOST) : [];
  }

  /** What made a policy apply, and what kept its rules from matching. */
  unmatched(policy: Policy, misses: readonly { readonly rule: Rule; readonly miss: Miss }[]): readonly TextMark[] {
    const missed = misses.slice(0, MOST_RULES).flatMap(({ rule, miss }) => {
      const written = this.#rule(policy, rule.range);
      return written ? missSpans(written, miss, this.#question) : [];
    });
    return [...this.subject(policy, 'matched'), ...marksOf('missed', missed)].slice(0, MOST);
  }

  /** Conditions on whom a policy applies to that hold for this end, or that do not. */
  subject(policy: Policy, kind: Kind): readonly TextMark[] {
    const own = this.#policy(policy)?.selectors.filter(({ role }) => role === 'subject') ?? [];
    return marksOf(
      kind,
      own.flatMap((selector) => conditionSpans(selector, kind, this.#question.own, this.#question)),
    );
  }

  #rule(policy: Policy, { start }: SourceRange): WrittenRule | undefined {
    return this.#policy(policy)?.rules.find(({ span }) => span.start === start);
  }
}
