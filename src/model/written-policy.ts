// A policy as its manifest writes it: which words make which condition, so that answers can point at them. It decides nothing.
import type { Span } from '../documents/document-value.ts';
import type { Cidr } from '../net/cidr.ts';
import type { TrafficTerm } from './policy.ts';
import type { Selector } from './selector.ts';

/** A label that a selector wants to be there. */
export interface WantedLabel {
  readonly key: string;
  /** Any of them; undefined: any value. */
  readonly values: readonly string[] | undefined;
}

/** One condition of a selector. */
export interface WrittenCondition {
  /** Offsets in the file: of `app: web`, or of the part of an expression. */
  readonly spans: readonly Span[];
  /** As a sentence quotes it: `app: web`, `has(tier)`. */
  readonly text: string;
  /** What it asks of an endpoint, by itself. */
  readonly selector: Selector;
  /** Set where nothing fits without the label, as its bearer (pod, namespace, account) carries it. */
  readonly wanted?: WantedLabel;
}

/** One selector of a policy. */
export interface WrittenSelector {
  /** `spec.ingress[0].from[1].podSelector`: unique in its object. */
  readonly path: string;
  /** `subject`: whom the policy applies to; `peer`: the other end; `own`: its own end; `except`: whom a rule leaves out. */
  readonly role: 'subject' | 'peer' | 'own' | 'except';
  /** Whose labels it asks. */
  readonly asks: 'endpoints' | 'namespaces' | 'accounts';
  /** What it says, on one line: `app: web, tier Exists`, `app == 'web' && has(tier)`; `{}` where it asks nothing. */
  readonly text: string;
  readonly keySpan: Span;
  /** Where its last value ends. */
  readonly end: number;
  /** The endpoints it means, with the selectors beside it, and the namespace it is limited to. */
  readonly meant: Selector;
  /** The only namespace they may be in, where the text says no other. */
  readonly within?: string;
  /** For one that asks namespaces: which, by their own labels (in the scope `namespace`). */
  readonly namespaces?: Selector;
  /** True where a selector beside it narrows it further. */
  readonly narrowed: boolean;
  readonly conditions: readonly WrittenCondition[];
}

/** Some of the traffic that a rule names. */
export interface WrittenTraffic {
  readonly spans: readonly Span[];
  readonly term: TrafficTerm;
}

/** One way to say who an end is: everything in it must hold. */
export interface WrittenSide {
  readonly selectors: readonly WrittenSelector[];
  /** The endpoints it means by labels; undefined: it asks none. */
  readonly meant: Selector | undefined;
  /** Any of them; empty: any address. */
  readonly nets: readonly { readonly span: Span; readonly cidr: Cidr }[];
}

export interface WrittenRule {
  readonly span: Span;
  /** Who the other end may be: any of them; empty: anybody. */
  readonly peers: readonly WrittenSide[];
  /** What it asks of the end that the policy governs. */
  readonly own: WrittenSide | undefined;
  readonly traffic: readonly WrittenTraffic[];
}

export interface WrittenPolicy {
  readonly kind: string;
  /** Empty for cluster scope. */
  readonly namespace: string;
  readonly name: string;
  /** In the order of the text. */
  readonly selectors: readonly WrittenSelector[];
  readonly rules: readonly WrittenRule[];
}
