// Tiers, global policies and network sets of Calico: what governs a whole cluster.
import type { ClusterPlan } from './cluster-plan.ts';
import type { Manifest } from './pod-objects.ts';
import { tieredName, tierName } from './policy-objects.ts';
import { type Random, seededRandom } from './seeded-random.ts';
import { roles } from './workload-plan.ts';

/** Streams of random numbers that no namespaced policy uses. */
const GLOBALS = 2 ** 24;
const SETS = 2 ** 25;

export function tierObject(tier: number): Manifest {
  const apiVersion = 'projectcalico.org/v3';
  return { apiVersion, kind: 'Tier', metadata: { name: tierName(tier) }, spec: { order: 100 * tier } };
}

function subjectOf(random: Random): Manifest {
  const role = random.pick(roles);
  const app = `app-${random.below(30)}`;
  return random.pick<Manifest>([
    { selector: `tier == '${role}'` },
    { selector: `app == '${app}'` },
    { namespaceSelector: "stage == 'production'", selector: `tier in { '${role}', 'jobs' }` },
    { namespaceSelector: `projectcalico.org/name == 'team-${random.below(50)}'` },
  ]);
}

const everything = { egress: [{ action: 'Pass' }], ingress: [{ action: 'Pass' }], selector: 'all()' };
const LAST = 1_000_000;

/** Of each tier before the default one the last policy passes everything on, so that the next tier has a say. */
export function globalPolicyObject(plan: ClusterPlan, index: number): Manifest {
  const random = seededRandom(plan.seed, GLOBALS + index);
  const tiers = plan.tiers + 1;
  const tier = index % tiers;
  const isLast = tier > 0 && index + tiers >= plan.globalPolicies;
  const port = 8060 + random.below(40);
  const action = random.pick(['Allow', 'Deny', 'Pass']);
  const rule = { action, destination: { ports: [port] }, protocol: 'TCP' };
  const source = { namespaceSelector: 'all()', selector: `tier == '${random.pick(roles)}'` };
  const said = isLast ? everything : { ...subjectOf(random), egress: [rule], ingress: [{ ...rule, source }] };
  const order = isLast ? LAST : 10 + Math.floor(index / tiers);
  return {
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: tieredName(tier, `global-${index}`) },
    spec: { ...said, order, tier: tierName(tier), types: ['Ingress', 'Egress'] },
  };
}

/** Addresses outside of the cluster, single and in small blocks, as lists of known attackers have them. */
export function networkSetObject(plan: ClusterPlan, index: number): Manifest {
  const random = seededRandom(plan.seed, SETS + index);
  const nets = new Set<string>();
  while (nets.size < plan.cidrsPerSet) {
    const [a, b, c, d] = [20 + random.below(100), random.below(256), random.below(256), random.below(256)];
    nets.add(random.below(8) === 0 ? `${a}.${b}.${c}.0/24` : `${a}.${b}.${c}.${d}/32`);
  }
  return {
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkSet',
    metadata: { labels: { feed: `feed-${index}` }, name: `feed-${index}` },
    spec: { nets: [...nets] },
  };
}

const feedTier = 'feeds';

/** A tier before all others; what no feed names passes on to them. */
export function feedTierObjects(): Manifest[] {
  const apiVersion = 'projectcalico.org/v3';
  const { egress, selector } = everything;
  const spec = { egress, order: LAST, selector, tier: feedTier, types: ['Egress'] };
  return [
    { apiVersion, kind: 'Tier', metadata: { name: feedTier }, spec: { order: 1 } },
    { apiVersion, kind: 'GlobalNetworkPolicy', metadata: { name: `${feedTier}.rest` }, spec },
  ];
}

/** Keeps a quarter of the pods from the addresses of one set. */
export function feedPolicyObject(index: number): Manifest {
  return {
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: `${feedTier}.feed-${index}` },
    spec: {
      egress: [{ action: 'Deny', destination: { selector: `feed == 'feed-${index}'` } }],
      order: 1 + index,
      selector: `tier == '${roles[index % roles.length]}'`,
      tier: feedTier,
      types: ['Egress'],
    },
  };
}
