// A flow over each address family: where the manifests do not say which one two ends speak, the verdict may hang on it.
import type { Family } from '../net/cidr.ts';
import { contains } from '../net/connection-set.ts';
import type { MissingFact } from './explanation.ts';
import { type Party, spokenFamily } from './resolve-party.ts';
import type { Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import type { FlowWords } from './trace-words.ts';

/** The verdict of policy over each family that the two ends may share, and whether nobody knows which they do. */
export interface FamilyVerdicts {
  readonly byFamily: readonly { readonly family: Family; readonly verdict: Verdict }[];
  readonly isOpen: boolean;
}

/** Judges one point between two ends, family by family. */
export function familyVerdicts(snapshot: Snapshot, src: Party, dst: Party, point: number): FamilyVerdicts {
  const { table, matrix } = snapshot;
  const shared = matrix.sharedFamilies(src.column, dst.column, spokenFamily(src, dst));
  const byFamily = shared.families.map((family) => {
    const pair = matrix.over(family).pair(src.column, dst.column);
    const isIn = (id: number): boolean => contains(table.set(id), point);
    const verdict: Verdict = isIn(pair.allowed) ? 'allowed' : isIn(pair.unknown) ? 'unknown' : 'denied';
    return { family, verdict };
  });
  const isOpen = shared.certainty === 'some' && new Set(byFamily.map((one) => one.verdict)).size > 1;
  return { byFamily, isOpen };
}

/** The family to explain: the one over which the flow gets furthest, since that is the one to judge it by. */
export function familyShown({ byFamily }: FamilyVerdicts): Family {
  const order: readonly Verdict[] = ['allowed', 'unknown'];
  const chosen = order.flatMap((verdict) => byFamily.find((one) => one.verdict === verdict) ?? [])[0];
  return (chosen ?? byFamily[0])?.family ?? 4;
}

/** `denied over IPv4 and allowed over IPv6`. */
export function familySentence({ byFamily }: FamilyVerdicts): string {
  return byFamily.map(({ family, verdict }) => `${verdict} over IPv${family}`).join(' and ');
}

/** The fact that would settle which family the two ends speak. */
export function familyFact(families: FamilyVerdicts, words: FlowWords): MissingFact {
  return {
    code: 'address-family-unknown',
    message: `The manifests do not say whether ${words.fromLabel} and ${words.toLabel} speak IPv4 or IPv6, and policy makes the flow ${familySentence(families)}`,
    remedy:
      'Give the pod CIDRs of the cluster, or load running pods (kubectl get pods -A -o yaml), whose status holds their addresses.',
  };
}
