// How a policy, its kind and what became of it read for people; ids and scripts keep the short words.
import { groupedDigits } from '../base/grouped-digits.ts';
import type { SkipReason, TracedPolicy } from '../engine/explanation.ts';

const kinds: Readonly<Record<string, string>> = {
  CalicoNetworkPolicy: 'Calico NetworkPolicy',
  FailsafePorts: 'failsafe ports',
  Profile: 'profile',
};

/** The API's kind, but for two kinds of one name, of which one is Calico's. */
export function kindWords(kind: string): string {
  return kinds[kind] ?? kind;
}

/** `GlobalNetworkPolicy block-threats`, `Calico NetworkPolicy shop/web`. */
export function policyWords({ kind, namespace, name }: Pick<TracedPolicy, 'kind' | 'namespace' | 'name'>): string {
  return `${kindWords(kind)} ${namespace === '' ? '' : `${namespace}/`}${name}`;
}

/** In the order in which they are told; each after a number: `3 do not select it`. */
const skips: readonly (readonly [SkipReason, one: string, several: string])[] = [
  ['not-selected', 'does not select it', 'do not select it'],
  ['other-direction', 'governs the other direction', 'govern the other direction'],
  ['after-decision', 'comes after the decision', 'come after the decision'],
  ['staged', 'is staged', 'are staged'],
  ['replaced', 'is replaced by a staged one', 'are replaced by staged ones'],
  ['invalid', 'is not valid', 'are not valid'],
];

export interface SkipGroup<Step> {
  readonly skip: SkipReason;
  /** `3 do not select it`. */
  readonly words: string;
  readonly steps: readonly Step[];
}

/** Policies that were not asked, by the reason. */
export function groupSkipped<Step extends { readonly skip?: SkipReason }>(
  steps: readonly Step[],
): readonly SkipGroup<Step>[] {
  return skips.flatMap(([skip, one, several]) => {
    const own = steps.filter((step) => (step.skip ?? 'not-selected') === skip);
    if (own.length === 0) return [];
    return [{ skip, words: `${groupedDigits(own.length)} ${own.length === 1 ? one : several}`, steps: own }];
  });
}
