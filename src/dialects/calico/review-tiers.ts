// Policies that name a tier nobody declares.
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { Resource } from '../../resources/resource.ts';
import { builtInTiers, isTiered } from './calico-tiers.ts';
import { objectName } from './object-name.ts';

export function missingTiers(resources: readonly Resource[], semantics: Semantics): readonly Diagnostic[] {
  const known = new Set(builtInTiers(semantics).keys());
  for (const resource of resources) if (resource.kind === 'Tier') known.add(resource.meta.name);
  return resources
    .filter(isTiered)
    .filter(({ spec }) => !known.has(spec.tier))
    .map((policy) => ({
      code: 'tier-missing',
      severity: 'warning',
      message: `The tier \`${policy.spec.tier}\` is not in the manifests: the API server refuses the policy until the tier exists; Felix would evaluate it after all other tiers`,
      advice: `Add the Tier \`${policy.spec.tier}\`, or load it with the cluster's other objects (kubectl get tiers -o yaml).`,
      range: policy.spec.tierRange ?? policy.nameRange,
      object: objectName(policy),
    }));
}
