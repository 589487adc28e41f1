// What all Calico kinds have in common: where they are served, and how their names must be spelled.
import type { ResourceKind } from './resource-kind.ts';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const label = new RegExp(`^${LABEL}$`);
const MAX_NAME = 253;
const MAX_LABEL = 63;
/** Names that Calico gives to policies it keeps for Kubernetes and OpenStack. */
const RESERVED_PREFIXES = ['knp.default.', 'ossg.default.'];

/** Spread into each kind. An unknown field rejects the object: calicoctl and kubectl both decode strictly. */
export const CALICO: Pick<ResourceKind, 'apiVersions' | 'rawVersions' | 'judge' | 'strict'> = {
  apiVersions: ['projectcalico.org/v3'],
  rawVersions: ['crd.projectcalico.org/v1'],
  judge: 'Calico',
  strict: true,
};

const NOT_LABEL = `name must consist of lower case alphanumeric characters or '-' (regex: ${LABEL})`;
const NOT_SUBDOMAIN = `name must consist of lower case alphanumeric characters, '-' or '.' (regex: ${LABEL}(\\.${LABEL})*)`;

function tooLong(name: string, limit: number): readonly string[] {
  return name.length > limit ? [`name is too long by ${name.length - limit} bytes`] : [];
}

/** Label by label, because one expression for the whole would backtrack over long names. */
const isSubdomain = (name: string): boolean => name.split('.').every((part) => label.test(part));

/** DNS subdomains: names of all objects but those below, and of services, nodes, tiers and profiles that objects name. */
export function calicoNameErrors(name: string): readonly string[] {
  return [...tooLong(name, MAX_NAME), ...(isSubdomain(name) ? [] : [NOT_SUBDOMAIN])];
}

/** Calico's validator: names of tiers are part of others' names and hold no dot. */
export function tierNameErrors(name: string): readonly string[] {
  return [...tooLong(name, MAX_LABEL), ...(label.test(name) ? [] : [NOT_LABEL])];
}

/** Calico's validator: `label` or `label.label`. */
export function globalPolicyNameErrors(name: string): readonly string[] {
  const isPair = isSubdomain(name) && name.split('.').length <= 2;
  return [...tooLong(name, MAX_NAME), ...(isPair ? [] : [NOT_LABEL])];
}

/** Calico's validator: as for global policies, or one of the names that Calico gives to converted policies. */
export function policyNameErrors(name: string): readonly string[] {
  const prefix = RESERVED_PREFIXES.find((reserved) => name.startsWith(reserved));
  return prefix !== undefined && isSubdomain(name) ? tooLong(name, MAX_NAME) : globalPolicyNameErrors(name);
}
