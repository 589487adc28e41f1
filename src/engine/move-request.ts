// Another place in the order of evaluation: what is asked, and what it would take and bring.
import type { TextEdit } from '../documents/text-edit.ts';
import type { Impact, PortScope, SnapshotId } from './results.ts';

/** What is to move where. `before`: the one it is to stand before; undefined: behind all others. */
export type MoveTarget =
  | { readonly type: 'policy'; readonly id: string; readonly tier: string; readonly before?: string }
  | { readonly type: 'tier'; readonly id: string; readonly before?: string };

export type MoveRequest = MoveTarget & { readonly ports: PortScope };

/** A move that can be made: by these edits, which put it there and nothing else anywhere else. */
export interface Move {
  readonly snapshot: SnapshotId;
  /** `Move allow-web before deny-all`. */
  readonly label: string;
  readonly edits: readonly TextEdit[];
  /** Flips against the draft as it is. */
  readonly impact: Impact;
  /** Where it would stand, from 1, among how many, and what holds them: `tier security`. */
  readonly at: number;
  readonly of: number;
  readonly among: string;
  /** Its id there: a policy that changes its tier may change its name. */
  readonly id: string;
  /** The new name, where it changes. */
  readonly renamed?: string;
  /** How many others get another order for it. */
  readonly others: number;
}

export interface NoMove {
  readonly snapshot: SnapshotId;
  /** Why it cannot stand there, a sentence. */
  readonly refusal: string;
}

export type MoveAnswer = Move | NoMove;
