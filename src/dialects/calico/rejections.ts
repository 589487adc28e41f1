// What only some of Calico's releases refuse; what all of them refuse is found where objects are decoded.
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { TierResource } from '../../resources/calico-resource.ts';
import type { Resource } from '../../resources/resource.ts';
import { builtInTiers, isTiered, type TieredPolicy } from './calico-tiers.ts';
import { objectName } from './object-name.ts';

const RELEASES: Record<Exclude<Semantics, 'kubernetes'>, string> = {
  'calico-3.32': 'Calico 3.32',
  'calico-3.31': 'Calico 3.31',
  'calico-enterprise': 'Calico Enterprise',
};

/** What goes with a rejected object. */
function loss(resource: Resource): string {
  return isTiered(resource) ? 'the whole policy, so its denies are gone too' : 'the whole object';
}

/** Fields of Calico Enterprise: open-source Calico does not know them. */
function enterpriseFields(resource: Resource, semantics: Semantics): Diagnostic[] {
  if (semantics === 'calico-enterprise' || !('enterpriseFields' in resource)) return [];
  return resource.enterpriseFields.map(({ path, range, fixes }) => ({
    code: 'enterprise-field',
    severity: 'error',
    message: `\`${path}\` is a field of Calico Enterprise; open-source Calico rejects ${loss(resource)}`,
    advice: 'Write addresses (`nets`, or a network set), or judge the manifests as Calico Enterprise.',
    range,
    fixes,
    object: objectName(resource),
    gap: 'rejected',
  }));
}

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** Names of policies that Calico converts or makes itself. */
const CONVERTED = /^(knp|ossg)\.default\./;

/** Up to 3.31 a policy's name begins with its tier's; in the tier `default` it may. */
function isWellNamed({ meta, spec }: TieredPolicy): boolean {
  const { name, namespace } = meta;
  if (spec.tier === 'default') {
    if (LABEL.test(name) || (namespace !== '' && CONVERTED.test(name))) return true;
  }
  return name.startsWith(`${spec.tier}.`) && LABEL.test(name.slice(spec.tier.length + 1));
}

function policyName(resource: Resource, semantics: Semantics): Diagnostic[] {
  if (semantics !== 'calico-3.31' || !isTiered(resource) || isWellNamed(resource)) return [];
  const { tier } = resource.spec;
  const { name } = resource.meta;
  const right = tier === 'default' ? '`NAME` or `default.NAME`' : `\`${tier}.NAME\``;
  return [
    {
      code: 'policy-name',
      severity: 'error',
      message: `The name \`${name}\` is not right for the tier \`${tier}\`: up to release 3.31 it must be ${right}, with no dot in NAME; Calico rejects the whole policy, so its denies are gone too`,
      advice: `Call it \`${tier}.${name.slice(name.lastIndexOf('.') + 1)}\`.`,
      range: resource.nameRange,
      object: objectName(resource),
      gap: 'rejected',
    },
  ];
}

function tierFault({ order, defaultAction, meta }: TierResource, semantics: Semantics): string | undefined {
  const fixed = builtInTiers(semantics).get(meta.name);
  if (!fixed) return undefined;
  if (order !== fixed.order) return `The order of the built-in tier \`${meta.name}\` must be ${fixed.order}`;
  if (defaultAction === fixed.defaultAction) return undefined;
  return `The default action of the built-in tier \`${meta.name}\` must be ${fixed.defaultAction}`;
}

function builtInTier(resource: Resource, semantics: Exclude<Semantics, 'kubernetes'>): Diagnostic[] {
  const fault = resource.kind === 'Tier' ? tierFault(resource, semantics) : undefined;
  if (fault === undefined) return [];
  return [
    {
      code: 'built-in-tier',
      severity: 'error',
      message: `${fault}; ${RELEASES[semantics]} rejects the object and keeps its own tier`,
      advice: 'Leave the built-in tier as it is, or declare one under another name.',
      range: resource.range,
      object: objectName(resource),
      gap: 'rejected',
    },
  ];
}

/** Objects do not change, and readers ask about all of them after every edit. */
const known = new Map<Semantics, WeakMap<Resource, readonly Diagnostic[]>>();

/** Why this reading refuses the object; empty where it takes it. */
export function rejections(resource: Resource, semantics: Exclude<Semantics, 'kubernetes'>): readonly Diagnostic[] {
  const own = known.get(semantics) ?? new WeakMap<Resource, readonly Diagnostic[]>();
  known.set(semantics, own);
  const found = own.get(resource);
  if (found) return found;
  const made = [
    ...enterpriseFields(resource, semantics),
    ...policyName(resource, semantics),
    ...builtInTier(resource, semantics),
  ];
  own.set(resource, made);
  return made;
}
