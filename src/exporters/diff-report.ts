// What the diff exporters write: the flips of a review, each with its risks and the changes that cause it, in names that people read.
import type { FlipKind, Impact, Problem, SnapshotReport, Verdict } from '../engine/results.ts';
import type { ChangeHunk, FlipCause, ManifestChange, Review, ReviewedFlip, RiskId } from '../engine/review/review.ts';
import type { ExportedFlow } from './connectivity-report.ts';
import { nodeName } from './node-name.ts';
import { placeOf } from './place-of.ts';

/** `none`: nothing about the flip is graver than that it is there. */
export type Risk = RiskId | 'none';

export interface ExportedCause {
  /** Of the head, or of the base for what is gone. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** `adds ingress rule 2 of NetworkPolicy dev/web`. */
  readonly change: string;
  /** Stable while the change says the same. */
  readonly id: string;
  /** In the head, also of what is gone, where its file is still there. */
  readonly headPlace?: { readonly file: string; readonly line: number };
}

export interface ExportedFlip extends ExportedFlow {
  readonly flip: FlipKind;
  readonly was: Verdict;
  /** The gravest. */
  readonly risk: Risk;
  /** All, the gravest first. */
  readonly risks: readonly { readonly id: RiskId; readonly reason: string }[];
  readonly causes: readonly ExportedCause[];
  readonly certainty: ReviewedFlip['certainty'];
  readonly unsought?: true;
}

export interface ExportedChange {
  readonly change: ManifestChange['change'];
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly hunks: readonly {
    readonly id: string;
    readonly change: ChangeHunk['change'];
    readonly sentence: string;
    readonly base?: { readonly file: string; readonly line: number };
    readonly head?: { readonly file: string; readonly line: number };
    readonly flips: Impact;
  }[];
}

export interface DiffReport {
  /** The gravest first, then by names. */
  readonly flips: readonly ExportedFlip[];
  /** Of all flips, listed or not. */
  readonly impact: Impact;
  readonly isPartial: boolean;
  /** By kind, namespace and name. */
  readonly changes: readonly ExportedChange[];
  readonly base: SnapshotReport['counts'];
  readonly head: SnapshotReport['counts'];
  /** Of the head. */
  readonly problems: readonly Problem[];
  readonly incomplete: boolean;
}

type Location = FlipCause['location'];

function lineOf(location: Location): { readonly file: string; readonly line: number } {
  const { file, line } = placeOf(location);
  return { file, line };
}

function exportedCause({ hunk, location }: FlipCause, hunks: ReadonlyMap<string, ChangeHunk>): ExportedCause {
  const own = hunks.get(hunk);
  return {
    ...lineOf(location),
    change: own?.sentence ?? '',
    id: hunk,
    ...(own?.head ? { headPlace: lineOf(own.change === 'removed' ? own.head : location) } : {}),
  };
}

function exportedFlip(flip: ReviewedFlip, hunks: ReadonlyMap<string, ChangeHunk>): ExportedFlip {
  const { src, dst, protocol, ports, verdict, was, mixed, missing, risks, causes, certainty, unsought } = flip;
  return {
    ...{ src: nodeName(src), dst: nodeName(dst), protocol, ports, verdict, was, flip: flip.flip },
    ...(mixed === undefined ? {} : { mixed }),
    ...(missing === undefined ? {} : { missing }),
    risk: risks[0]?.id ?? 'none',
    risks,
    causes: causes.map((cause) => exportedCause(cause, hunks)),
    certainty,
    ...(unsought ? { unsought } : {}),
  };
}

function exportedChange({ change, kind, namespace, name, hunks }: ManifestChange): ExportedChange {
  const parts = hunks.map(({ id, change: own, sentence, base, head, flips }) => ({
    ...{ id, change: own, sentence },
    ...(base ? { base: lineOf(base) } : {}),
    ...(head ? { head: lineOf(head) } : {}),
    flips,
  }));
  return { change, kind, namespace, name, hunks: parts };
}

/** A review for the exporters, with the problems of its head. */
export function diffReport(review: Review, problems: readonly Problem[]): DiffReport {
  const { flips, impact, isPartial, changes, counts, incomplete } = review;
  const hunks = new Map(changes.flatMap((change) => change.hunks.map((hunk) => [hunk.id, hunk] as const)));
  return {
    flips: flips.map((flip) => exportedFlip(flip, hunks)),
    impact,
    isPartial: isPartial ?? false,
    changes: changes.map(exportedChange),
    ...counts,
    problems,
    incomplete,
  };
}
