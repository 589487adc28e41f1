// What decides between Calico policies of equal order: a text that Calico compares byte by byte.
import type { Semantics } from '../../model/semantics.ts';

/** The kinds' names in Calico's keys; those of Kubernetes' own policies differ from their manifests'. */
export type KeyKind =
  | 'NetworkPolicy'
  | 'GlobalNetworkPolicy'
  | 'StagedNetworkPolicy'
  | 'StagedGlobalNetworkPolicy'
  | 'StagedKubernetesNetworkPolicy';

/** Prefixes of the names that Calico gives to policies it makes itself. */
const OWN_PREFIXES = ['knp.default.', 'kanp.', 'kbanp.', 'ossg.'];

/** Up to 3.31 a policy is stored as `TIER.NAME`, whether or not its manifest has the prefix. */
export function storedName(name: string, tier: string): string {
  const hasPrefix = name.startsWith(`${tier}.`) || OWN_PREFIXES.some((prefix) => name.startsWith(prefix));
  return hasPrefix ? name : `${tier}.${name}`;
}

/**
 * From 3.32 on `NAME/NAMESPACE/KIND`; before that the stored name behind the namespace, marked where it is staged.
 * `namespace` is empty for cluster scope.
 */
export function tieBreak(
  { kind, namespace, name, tier }: { kind: KeyKind; namespace: string; name: string; tier: string },
  semantics: Semantics,
): string {
  if (semantics !== 'calico-3.31') return `${name}/${namespace}/${kind}`;
  const prefix = kind.startsWith('Staged') ? 'staged:' : '';
  const stored = kind === 'StagedKubernetesNetworkPolicy' ? `knp.default.${name}` : storedName(name, tier);
  return `${namespace === '' ? '' : `${namespace}/`}${prefix}${stored}`;
}
