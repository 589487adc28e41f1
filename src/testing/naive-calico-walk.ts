// Tiers, policies, rules and profiles in turn over one packet, for the naive evaluator of Calico (Calico spec, 6).
import type { CalicoDirection, ProfileResource } from '../resources/calico-resource.ts';
import { builtInProfile, type NaiveCalicoCluster, type NaiveEndpoint, profileNamed } from './naive-calico-cluster.ts';
import { calicoRule, type NaivePolicy } from './naive-calico-policies.ts';
import { type NaiveCalicoRule, type NaivePacket, ruleMatches } from './naive-calico-rule.ts';
import type { NaiveTier } from './naive-calico-tiers.ts';

export interface NaiveSetting {
  readonly cluster: NaiveCalicoCluster;
  readonly tiers: readonly NaiveTier[];
}

type Decision = 'Allow' | 'Deny' | 'Pass' | undefined;

/** "First Allow/Deny/Pass that matches decides; Log never decides." */
function run(rules: readonly NaiveCalicoRule[], packet: NaivePacket, { cluster }: NaiveSetting): Decision {
  for (const rule of rules) {
    if (rule.action !== 'Log' && ruleMatches(rule, packet, cluster)) return rule.action;
  }
  return undefined;
}

const rulesOf = (policy: Pick<NaivePolicy, 'ingress' | 'egress'>, direction: CalicoDirection) =>
  direction === 'Ingress' ? policy.ingress : policy.egress;

/** The policies of each tier that apply, in order, without the tiers where none does. */
export function applying(
  endpoint: NaiveEndpoint,
  direction: CalicoDirection,
  stages: readonly NaivePolicy['stage'][],
  { tiers }: NaiveSetting,
): NaiveTier[] {
  return tiers
    .map((tier) => ({
      ...tier,
      policies: tier.policies.filter(
        ({ types, stage, appliesTo }) =>
          stages.includes(stage) && types.includes(direction) && appliesTo(endpoint.labels),
      ),
    }))
    .filter(({ policies }) => policies.length > 0);
}

/** Spec 6, without the profiles. `atEnd`: whether a tier's default action counts. Undefined: nothing decided. */
export function walk(
  tiers: readonly NaiveTier[],
  direction: CalicoDirection,
  packet: NaivePacket,
  atEnd: 'defaultAction' | 'nothing',
  setting: NaiveSetting,
): 'Allow' | 'Deny' | undefined {
  for (const { policies, defaultAction } of tiers) {
    let decision: Decision;
    for (const policy of policies) {
      decision = run(rulesOf(policy, direction), packet, setting);
      if (decision !== undefined) break;
    }
    if (decision === 'Allow' || decision === 'Deny') return decision;
    if (decision === undefined && atEnd === 'defaultAction' && defaultAction === 'Deny') return 'Deny';
  }
  return undefined;
}

/** `kns.<ns>` and `projectcalico-default-allow` allow everything, `ksa.<ns>.<sa>` has no rules. */
function rulesOfBuiltIn(
  name: string,
  { cluster }: NaiveSetting,
): Pick<ProfileResource, 'ingress' | 'egress'> | 'allow' | undefined {
  if (name === 'projectcalico-default-allow') return 'allow';
  const builtIn = builtInProfile(cluster.resources, name);
  return builtIn?.account === undefined ? builtIn && 'allow' : { ingress: [], egress: [] };
}

/** Spec 6, point 6. "A profile name that does not exist counts as deny-all." */
export function allowedByProfiles(
  names: readonly string[],
  direction: CalicoDirection,
  packet: NaivePacket,
  setting: NaiveSetting,
): boolean {
  for (const name of names) {
    const profile = profileNamed(setting.cluster.resources, name) ?? rulesOfBuiltIn(name, setting);
    if (!profile) return false;
    if (profile === 'allow') return true;
    const rules = direction === 'Ingress' ? profile.ingress : profile.egress;
    const decision = run(
      rules.map((rule) => calicoRule(rule, '')),
      packet,
      setting,
    );
    if (decision === 'Allow' || decision === 'Deny') return decision === 'Allow';
  }
  return false;
}
