// Why a policy concerns a node: the words of its text that select the node, and what of the node meets these words.
import type { Policy, Rule } from '../model/policy.ts';
import { type Selector, visitKeys } from '../model/selector.ts';
import type { WrittenPolicy, WrittenSelector, WrittenSide } from '../model/written-policy.ts';
import { labelPhrase } from './label-phrase.ts';
import type { Locator } from './locate.ts';
import { holdsParty, labelsAsked, sideHolds } from './match-evidence.ts';
import type { NamingRule, PolicyReason } from './policy-results.ts';
import type { Party } from './resolve-party.ts';
import type { Direction } from './results.ts';
import { partyHolds, setsHolding } from './selector-holds.ts';
import type { Snapshot } from './snapshot.ts';
import { writtenIn } from './written-policies.ts';

/** Pods of one node that are asked what they have in common; of more nothing is said. */
const MOST_ASKED = 400;
/** More labels say nothing more. */
const MOST_MET = 4;

const NOUNS = { endpoints: 'pod', namespaces: 'namespace', accounts: 'service account' } as const;

/** The field as its path ends: `podSelector`, `source.selector`. */
function fieldOf(path: string): string {
  return /(?:(?:source|destination|serviceAccounts)\.)?\w+$/.exec(path)?.[0] ?? path;
}

/** What a selector without conditions means. */
function allOfThem({ asks, within, role }: WrittenSelector): string {
  const noun = role === 'subject' && within === undefined && asks === 'endpoints' ? 'endpoint' : NOUNS[asks];
  return `every ${noun}${within === undefined ? '' : ` of ${within}`}`;
}

/** A rule that names a node, or perhaps does. */
export interface FoundRule {
  readonly rule: Rule;
  readonly direction: Direction;
  readonly isSure: boolean;
}

export class PolicyReasons {
  readonly #snapshot: Snapshot;
  readonly #locator: Locator;

  constructor(snapshot: Snapshot, locator: Locator) {
    this.#snapshot = snapshot;
    this.#locator = locator;
  }

  /** The selectors by which it applies to all of `parties`; undefined where its text is not read. */
  ofSubject(policy: Policy, parties: readonly Party[]): readonly PolicyReason[] | undefined {
    return this.#written(policy)
      ?.selectors.filter(({ role }) => role === 'subject')
      .map((selector) => this.#ofSelector(policy, selector, parties));
  }

  /** A rule that names some of `parties` as its other end. */
  ofRule(policy: Policy, { rule, direction, isSure }: FoundRule, parties: readonly Party[]): NamingRule {
    const written = this.#written(policy)?.rules.find(({ span }) => span.start === rule.range.start);
    const reasons = (written?.peers ?? []).flatMap((side) => this.#ofSide(policy, side, parties));
    const location = this.#locator.locate(rule.range);
    return { direction, number: rule.number, location, reasons, ...(isSure ? {} : { perhaps: true }) };
  }

  #written({ range, implied }: Policy): WrittenPolicy | undefined {
    const file = implied ? undefined : this.#locator.file(range.file);
    const placed = file ? writtenIn(file, this.#snapshot.options.semantics) : [];
    return placed.find(({ span }) => span.start === range.start)?.policy;
  }

  #ofSide(policy: Policy, side: WrittenSide, parties: readonly Party[]): readonly PolicyReason[] {
    const meant = parties.filter((party) => sideHolds(side, party, this.#snapshot));
    if (meant.length === 0) return [];
    const selectors = side.selectors
      .filter(({ role }) => role === 'peer')
      .map((selector) => this.#ofSelector(policy, selector, meant));
    const nets = side.nets
      .filter(({ cidr }) => meant.some((party) => holdsParty(cidr, party)))
      .map(({ span, cidr }): PolicyReason => {
        const location = this.#locator.locate({ file: policy.range.file, ...span });
        return { field: 'addresses', text: cidr.text, met: [], location };
      });
    return [...selectors, ...nets];
  }

  #ofSelector({ range }: Policy, selector: WrittenSelector, parties: readonly Party[]): PolicyReason {
    const { path, text, keySpan, end, conditions } = selector;
    const location = this.#locator.locate({ file: range.file, start: keySpan.start, end });
    const met = this.#shared(
      conditions.map((condition) => condition.selector),
      parties,
    );
    const all = conditions.length === 0 ? { all: allOfThem(selector) } : {};
    return { field: fieldOf(path), text, met, location, ...all };
  }

  /** What all of them have that meets some condition. */
  #shared(conditions: readonly Selector[], parties: readonly Party[]): readonly string[] {
    const [first, ...others] = parties;
    if (!first || parties.length > MOST_ASKED) return [];
    let shared = this.#met(conditions, first);
    for (const party of others) {
      if (shared.length === 0) break;
      const own = new Set(this.#met(conditions, party));
      shared = shared.filter((one) => own.has(one));
    }
    return shared.slice(0, MOST_MET);
  }

  #met(conditions: readonly Selector[], party: Party): readonly string[] {
    const holding = conditions.filter((selector) => partyHolds(selector, party, this.#snapshot));
    return [...new Set(holding.flatMap((selector) => this.#asked(selector, party)))];
  }

  /** An address outside has the labels of the sets that hold it. */
  #asked(selector: Selector, party: Party): readonly string[] {
    if (party.type === 'endpoint') return labelsAsked(selector, party, this.#snapshot);
    const found: string[] = [];
    for (const { labels } of setsHolding(party, this.#snapshot)) {
      visitKeys(selector, (scope, key) => {
        found.push(labelPhrase(scope, key, labels[scope].get(key), this.#snapshot.options));
      });
    }
    return found;
  }
}
