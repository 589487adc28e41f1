// What a review of base and head answers: what changed in the manifests, what flips, at what risk, and which change causes it.
import type { FlipRow, Impact, Location, PortScope, SnapshotId, SnapshotReport } from '../results.ts';

/** Why a flip wants eyes; `flip-risks.ts` says what each means, and which is graver. */
export type RiskId =
  | 'internet'
  | 'asserted'
  | 'tenants'
  | 'dns'
  | 'api-server'
  | 'kubelet'
  | 'namespaces'
  | 'all-ports'
  | 'higher-tier';

export interface FlipRisk {
  readonly id: RiskId;
  /** A clause for this flip: `opens to the Internet`, `from namespace a into namespace b`. */
  readonly reason: string;
}

/** Stable while the change stays the same, wherever it is written: object, place in the object, and what it says. */
export type HunkId = string;

/** A hunk that makes a flip, and where that is best looked at: the rule that decides, or the changed words. */
export interface FlipCause {
  readonly hunk: HunkId;
  readonly side: 'base' | 'head';
  readonly location: Location;
}

/** One flip. Its causes were found by evaluation: the head without them does not have the flip. */
export interface ReviewedFlip extends FlipRow {
  /** The gravest first; may be empty. */
  readonly risks: readonly FlipRisk[];
  /** Empty where `unsought`, or where no change of an object makes it (two objects of one name that changed places). */
  readonly causes: readonly FlipCause[];
  /** `each`: without any one of the causes there is no flip. `together`: it takes all of them away, as each would do. */
  readonly certainty: 'each' | 'together';
  /** True where looking for causes would have taken longer than the budget. */
  readonly unsought?: true;
}

/** The smallest part of a changed object that can be taken back for itself. */
export interface ChangeHunk {
  readonly id: HunkId;
  readonly change: 'added' | 'removed' | 'changed';
  /** `adds ingress rule 2 of NetworkPolicy dev/web`: goes on from "This change …". */
  readonly sentence: string;
  /** The words in the base; undefined for what is added. */
  readonly base?: Location;
  /** The words in the head; for what is removed where it stood, undefined where that file is gone. */
  readonly head?: Location;
  /** Flips that name it as a cause. */
  readonly flips: Impact;
}

/** One object, or one large file as a whole. */
export interface ManifestChange {
  /** `networking.k8s.io/NetworkPolicy/dev/web`; with `#2` for the second of that name. */
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: string;
  /** Empty for cluster scope. */
  readonly namespace: string;
  readonly name: string;
  /** The whole object in either. */
  readonly base?: Location;
  readonly head?: Location;
  /** In the order of the text. */
  readonly hunks: readonly ChangeHunk[];
}

/** Flips whose gravest risk it is; undefined: those without. */
export interface RiskCount {
  readonly risk: RiskId | undefined;
  readonly impact: Impact;
}

export interface ReviewRequest {
  readonly ports: PortScope;
  /** Namespaces with different values of this label belong to different tenants; not given: nobody is told apart. */
  readonly tenantLabel?: string;
  /** Flips that are listed, and looked into. */
  readonly limit?: number;
  /** How far causes are sought. No evaluations: flips and risks only. */
  readonly budget?: { readonly evaluations: number; readonly milliseconds: number };
}

/** Plain data. */
export interface Review {
  /** The head. */
  readonly snapshot: SnapshotId;
  readonly baseline: SnapshotId;
  /** Documents of base or head do not count: there may be other flips. */
  readonly incomplete: boolean;
  readonly counts: { readonly base: SnapshotReport['counts']; readonly head: SnapshotReport['counts'] };
  /** By kind, namespace and name. */
  readonly changes: readonly ManifestChange[];
  /** The gravest first, then by names. */
  readonly flips: readonly ReviewedFlip[];
  /** Of all flips, listed or not. */
  readonly impact: Impact;
  /** Of the listed flips, the gravest risk first; those that no flip has are missing. */
  readonly risks: readonly RiskCount[];
  /** Set where there are more flips than are listed. */
  readonly isPartial?: true;
  /** Listed flips whose causes were not sought. */
  readonly unsought: number;
}
