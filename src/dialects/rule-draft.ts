// What a rule or a policy that somebody may want has to say, before it is written in the words of a kind.
import { insertInto } from '../documents/insert-item.ts';
import type { Manifests, Place } from '../documents/manifest.ts';
import type { TextEdit } from '../documents/text-edit.ts';
import type { NewValue } from '../documents/write-edits.ts';
import type { Semantics } from '../model/semantics.ts';
import type { Labels, Resource } from '../resources/resource.ts';

/** Whom a rule names: pods of one namespace (all of them, where no labels are given), or addresses. */
export type RuleEnd =
  | { readonly type: 'pods'; readonly namespace: string; readonly labels: Labels }
  | { readonly type: 'addresses'; readonly cidrs: readonly string[] };

/** As of a `FlowQuery`: `TCP`, `UDP`, `SCTP` with a port; `ICMP`, `ICMPv6` with type and code; or an IANA number. */
export interface DraftTraffic {
  readonly protocol: string;
  readonly port?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

/** A rule that allows one kind of traffic from or to one end. */
export interface RuleDraft {
  readonly direction: 'ingress' | 'egress';
  readonly other: RuleEnd;
  readonly traffic: DraftTraffic;
}

/** A policy with one such rule. */
export interface PolicyDraft {
  readonly name: string;
  /** Of the pods it is for; empty for hosts. */
  readonly namespace: string;
  /** The labels that tell whom it is for; none: everything there. */
  readonly subject: Labels;
  readonly tier: string;
  /** Its rank in the tier; undefined: any. */
  readonly order: number | undefined;
  readonly rule: RuleDraft;
}

/** How a kind of policy is written. */
export interface PolicyWriter {
  /** Edits that make it allow what the draft says, in front of the rule with this number (from 1) or behind all; undefined where it cannot say it. */
  allow?(
    resource: Resource,
    rule: RuleDraft,
    before: number | undefined,
    manifests: Manifests,
  ): readonly TextEdit[] | undefined;
  /** A new object of the kind; undefined where it cannot say it. */
  draft?(draft: PolicyDraft, semantics: Semantics): NewValue | undefined;
}

/** Labels as a manifest writes them. */
export const labelObject = (labels: Labels): { readonly [key: string]: string } => Object.fromEntries(labels);

/** The edit that puts a rule into a policy's `spec`, in front of the one with the number `before` (from 1) or behind all. */
export function insertRule(
  spec: Place | undefined,
  { direction }: RuleDraft,
  before: number | undefined,
  rule: NewValue | undefined,
): readonly TextEdit[] | undefined {
  if (rule === undefined) return undefined;
  const edit = insertInto(spec, direction, before === undefined ? undefined : before - 1, rule);
  return edit && [edit];
}
