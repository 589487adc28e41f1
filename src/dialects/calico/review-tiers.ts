// Policies that name a tier nobody declares.
import { nearestName } from '../../base/nearest-name.ts';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { Resource } from '../../resources/resource.ts';
import { builtInTiers, isTiered, type TieredPolicy } from './calico-tiers.ts';
import { objectName } from './object-name.ts';

/** An error only where a tier is called nearly the same: others may be in the cluster. */
function missing(policy: TieredPolicy, known: Iterable<string>): Diagnostic {
  const { tier, tierRange } = policy.spec;
  const near = nearestName(tier, known);
  return {
    code: 'tier-missing',
    severity: near === undefined ? 'warning' : 'error',
    message: `The tier \`${tier}\` is not in the manifests${near === undefined ? '' : `, but there is \`${near}\``}: the API server refuses the policy until the tier exists; Felix would evaluate it after all other tiers`,
    advice:
      near === undefined
        ? `Add the Tier \`${tier}\`, or load it with the cluster's other objects (kubectl get tiers -o yaml).`
        : `Write \`${near}\`, if that is meant.`,
    range: tierRange ?? policy.nameRange,
    object: objectName(policy),
    ...(near === undefined || !tierRange
      ? {}
      : { fixes: [{ title: `Write \`${near}\``, edits: [{ ...tierRange, text: near }] }] }),
  };
}

export function missingTiers(resources: readonly Resource[], semantics: Semantics): readonly Diagnostic[] {
  const declared = resources.flatMap(({ kind, meta }) => (kind === 'Tier' ? [meta.name] : []));
  const known = new Set([...builtInTiers(semantics).keys(), ...declared]);
  return resources
    .filter(isTiered)
    .filter(({ spec }) => !known.has(spec.tier))
    .map((policy) => missing(policy, known));
}
