// Under which name and kind a staged policy counts in a preview.
import type { StagedKubernetesPolicyResource, StagedPolicyResource } from '../../resources/calico-resource.ts';
import type { CompileContext } from '../dialect.ts';
import type { KeyKind } from './tie-break.ts';

export type StagedResource = StagedPolicyResource | StagedKubernetesPolicyResource;

/** The enforced kind of each staged one: `Resource.kind`. */
export const ENFORCED_KINDS = {
  StagedNetworkPolicy: 'CalicoNetworkPolicy',
  StagedGlobalNetworkPolicy: 'GlobalNetworkPolicy',
  StagedKubernetesNetworkPolicy: 'NetworkPolicy',
} as const satisfies Record<StagedResource['kind'], string>;

const ENFORCED_KEYS: Record<Exclude<StagedResource['kind'], 'StagedKubernetesNetworkPolicy'>, KeyKind> = {
  StagedNetworkPolicy: 'NetworkPolicy',
  StagedGlobalNetworkPolicy: 'GlobalNetworkPolicy',
};

/** In Calico's preview a staged policy stands beside the enforced one; once promoted it is of the enforced kind. */
export function stagedKinds(
  kind: keyof typeof ENFORCED_KEYS,
  { pending }: CompileContext,
): { readonly kind: string; readonly keyKind: KeyKind } {
  if (pending === 'calico') return { kind, keyKind: kind };
  return { kind: ENFORCED_KINDS[kind], keyKind: ENFORCED_KEYS[kind] };
}
