// Profiles of host endpoints: what decides after the last tier, and the labels that profiles give.
import { compareText } from '../../base/compare-text.ts';
import { groupBy } from '../../base/group-by.ts';
import type { Cluster } from '../../model/cluster.ts';
import type { Policy, Rule } from '../../model/policy.ts';
import { allOf, type Selector } from '../../model/selector.ts';
import type { ProfileResource } from '../../resources/calico-resource.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import type { CompileContext } from '../dialect.ts';
import { compileRules } from './compile-rule.ts';
import { DEFAULT_ALLOW, type DeclaredHost, groupHosts } from './host-endpoints.ts';
import { ACCOUNT_PREFIX, HOST_ENDPOINT_KEY, NAMESPACE_PREFIX, OWN_NAME } from './label-names.ts';
import { PROFILES_END_TIER, profileTier } from './stages.ts';

const NO_LABELS: Labels = new Map();

/** What Calico makes of a namespace (`kns.NS`) or a service account (`ksa.NS.NAME`); undefined for other names. */
function automaticProfile(name: string, cluster: Cluster): { allows: boolean; labels: Labels } | undefined {
  const [type, namespace = '', ...rest] = name.split('.');
  const account = rest.join('.');
  const known = cluster.namespaces.find((one) => one.name === namespace);
  if (!known) return undefined;
  const prefixed = (prefix: string, labels: Labels, own: string): Labels =>
    new Map([...labels, [OWN_NAME, own] as const].map(([key, value]) => [prefix + key, value]));
  if (type === 'kns' && account === '') {
    return { allows: true, labels: prefixed(NAMESPACE_PREFIX, known.labels, namespace) };
  }
  if (type !== 'ksa' || account === '') return undefined;
  const labels = cluster.serviceAccounts.get(`${namespace}/${account}`) ?? NO_LABELS;
  return { allows: false, labels: prefixed(ACCOUNT_PREFIX, labels, account) };
}

export function profilesByName(resources: readonly Resource[]): ReadonlyMap<string, ProfileResource> {
  const profiles = resources.filter((resource) => resource.kind === 'Profile');
  return new Map(profiles.map((profile) => [profile.meta.name, profile]));
}

/** A host endpoint's labels with those of its profiles: its own win, then those of the first profile. */
export function labelsWithProfiles(
  host: DeclaredHost,
  profiles: ReadonlyMap<string, ProfileResource>,
  cluster: Cluster,
): Labels {
  const labels = new Map<string, string>();
  for (const name of [...host.profiles].reverse()) {
    const given = profiles.get(name)?.labelsToApply ?? automaticProfile(name, cluster)?.labels ?? NO_LABELS;
    for (const [key, value] of given) labels.set(key, value);
  }
  for (const [key, value] of host.labels) labels.set(key, value);
  return labels;
}

/** The processes of these host endpoints. */
export function processesOf(names: readonly string[]): Selector {
  const named: Selector = { op: 'in', scope: 'endpoint', key: HOST_ENDPOINT_KEY, values: names };
  return allOf([{ op: 'type', types: ['host', 'every-host'] }, named]);
}

/** Calico reference, "Profile": a name without a profile denies everything. */
function profileRules(
  name: string,
  profile: ProfileResource | undefined,
  range: Policy['range'],
  context: CompileContext,
): Pick<Policy, 'ingress' | 'egress'> {
  if (profile) {
    return {
      ingress: compileRules(profile.ingress, 'Ingress', '', context),
      egress: compileRules(profile.egress, 'Egress', '', context),
    };
  }
  const automatic = automaticProfile(name, context.cluster);
  if (automatic && !automatic.allows) return { ingress: [], egress: [] };
  const action = automatic || name === DEFAULT_ALLOW ? 'allow' : 'deny';
  const all: Rule = { number: 1, action, matches: [{ peer: { op: 'any' }, traffic: [] }], range };
  return { ingress: [all], egress: [all] };
}

/** The profiles that stand at `place` (from 1) of some lists, each for the host endpoints that have it there. */
function profilesAt(
  place: number,
  hosts: readonly DeclaredHost[],
  profiles: ReadonlyMap<string, ProfileResource>,
  context: CompileContext,
): readonly Policy[] {
  const byName = groupBy(
    hosts.filter((host) => host.profiles.length >= place),
    (host) => host.profiles[place - 1] ?? '',
  );
  const sorted = [...byName].sort(([a], [b]) => compareText(a, b));
  return sorted.map(([name, holders]) => {
    const profile = profiles.get(name);
    const range = profile?.range ?? holders[0]?.range ?? { file: '', start: 0, end: 0 };
    return {
      id: `Profile//${name}#${place}`,
      kind: 'Profile',
      namespace: '',
      name,
      tier: profileTier(place),
      order: 0,
      tieBreak: name,
      subject: processesOf(holders.map((host) => host.name)),
      ...profileRules(name, profile, range, context),
      range,
    };
  });
}

/**
 * All profiles as policies. Each place of the lists is a tier, because Pass leaves one profile only; in the last tier
 * no rule allows what no profile allowed.
 */
export function profilePolicies(
  hosts: readonly DeclaredHost[],
  resources: readonly Resource[],
  context: CompileContext,
): readonly Policy[] {
  const profiles = profilesByName(resources);
  const places = Array.from({ length: profilePlaces(hosts) }, (_, index) => index + 1);
  const ends = groupHosts(hosts).map(
    ({ label, names, range }): Policy => ({
      id: `Profile//end#${label}`,
      kind: 'Profile',
      namespace: '',
      name: 'end',
      tier: PROFILES_END_TIER,
      order: 0,
      tieBreak: label,
      subject: processesOf(names),
      ingress: [],
      egress: [],
      range,
    }),
  );
  return [...places.flatMap((place) => profilesAt(place, hosts, profiles, context)), ...ends];
}

/** The length of the longest list of profiles. */
export function profilePlaces(hosts: readonly DeclaredHost[]): number {
  return hosts.reduce((most, host) => Math.max(most, host.profiles.length), 0);
}
