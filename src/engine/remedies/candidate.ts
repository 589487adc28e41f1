// A change that may allow a flow, before it is judged.
import type { Manifests } from '../../documents/manifest.ts';
import type { TextEdit } from '../../documents/text-edit.ts';
import { partyLabel } from '../resolve-party.ts';
import type { Snapshot } from '../snapshot.ts';
import type { AskedFlow, BlockedEnd } from './blocked-end.ts';
import type { RemedyKind } from './remedy.ts';

export interface Candidate {
  readonly kind: RemedyKind;
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly created: readonly { readonly path: string; readonly text: string }[];
  /** How soon people would try it, one of `RANK`. */
  readonly rank: number;
}

/**
 * In the order in which people try them, other things being equal. A rule in a policy that is for others as well, or that has
 * none on purpose, comes last.
 */
export const RANK = { rule: 0, label: 1, order: 2, policy: 3, ruleForOthers: 4, firstRule: 5 } as const;

/** What candidates are made from. */
export interface CandidateSource {
  readonly snapshot: Snapshot;
  readonly manifests: Manifests;
  readonly flow: AskedFlow;
}

/** `TCP 8080 to shop/Pod/api`, as the blocked end sees the flow. */
export function flowWordsAt(
  { direction, question: { other }, snapshot }: BlockedEnd,
  { explanation }: AskedFlow,
): string {
  const toward = direction === 'egress' ? 'to' : 'from';
  return `${explanation.traffic} ${toward} ${partyLabel(snapshot, other)}`;
}
