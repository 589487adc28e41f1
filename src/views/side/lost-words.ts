// What a document that the answer lacks is called in the tree, and what is lost with it.
import type { Problem, UnusedSummary } from '../../engine/results.ts';
import { kindWords } from '../../exporters/policy-words.ts';

export interface LostWords {
  readonly name: string;
  readonly words: string;
}

/** `KIND NAME` or `KIND NAMESPACE/NAME` of a problem's object. */
export function splitObject(object: string): { readonly kind: string; readonly name: string } {
  const [, kind = '', name = object] = /^(\S+) (.*)$/s.exec(object) ?? [];
  return { kind: kindWords(kind), name };
}

/** The object by its name, the text of a document without one by its file. `unused` tells two kinds of one name apart. */
export function lostWords({ object, location, gap }: Problem, unused: readonly UnusedSummary[]): LostWords {
  if (object === undefined) return { name: location.file, words: lossOf(gap, '') };
  const { kind: short, name } = splitObject(object);
  const rejected = unused.find(
    ({ location: { file, start, end } }) => file === location.file && start <= location.start && location.start <= end,
  );
  const isCalico = rejected?.apiVersion.includes('projectcalico.org') && short === 'NetworkPolicy';
  const kind = isCalico ? kindWords('CalicoNetworkPolicy') : short;
  return { name, words: [kind, lossOf(gap, kind)].filter((part) => part !== '').join(', ') };
}

/** Kubernetes API, NetworkPolicy: it has no rules that deny, but without it what it selects is not isolated. */
function lossOf(gap: Problem['gap'], kind: string): string {
  if (gap === 'not-evaluated') return 'not evaluated';
  if (gap === 'over-budget') return 'too large';
  if (gap === 'unreadable') return 'not readable';
  if (kind === 'NetworkPolicy') return 'isolates nothing';
  return kind.endsWith('NetworkPolicy') ? 'its denies are gone too' : 'counts as absent';
}
