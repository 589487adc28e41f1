// The kinds of policy that the dialects know, by name.
import { allDialects } from '../dialects/all-dialects.ts';
import type { PolicyKind, PolicyPlacing } from '../dialects/dialect.ts';

const kinds: ReadonlyMap<string, PolicyKind> = new Map(
  allDialects.flatMap((dialect) => dialect.kinds).map((kind) => [kind.kind, kind]),
);

/** All of them, in the order of the dialects. */
export const policyKinds: readonly PolicyKind[] = [...kinds.values()];

/** Undefined for what is no policy. */
export const policyKind = (kind: string): PolicyKind | undefined => kinds.get(kind);

export const isPolicyKind = (kind: string): boolean => kinds.has(kind);

/** See `PolicyKind.isApart`. */
export const isApart = (kind: string): boolean => kinds.get(kind)?.isApart ?? false;

/** See `PolicyKind.placing`; undefined for what is no policy. */
export const placingOf = (kind: string): PolicyPlacing | string | undefined => kinds.get(kind)?.placing;
