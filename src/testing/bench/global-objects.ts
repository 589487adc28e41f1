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

/** Of each tier the last policy passes everything on, so that the next tier has a say. */
export function globalPolicyObject(plan: ClusterPlan, index: number): Manifest {
  const random = seededRandom(plan.seed, GLOBALS + index);
  const tiers = plan.tiers + 1;
  const tier = index % tiers;
  const order = Math.floor(index / tiers);
  const isLast = index + tiers >= plan.globalPolicies;
  const port = 8000 + random.below(200);
  const action = random.pick(['Allow', 'Deny', 'Pass']);
  const rule = { action, destination: { ports: [port] }, protocol: 'TCP' };
  const source = { namespaceSelector: 'all()', selector: `tier == '${random.pick(roles)}'` };
  const spec = isLast
    ? { egress: [{ action: 'Pass' }], ingress: [{ action: 'Pass' }], selector: 'all()', types: ['Ingress', 'Egress'] }
    : {
        ...subjectOf(random),
        egress: [rule, { action: 'Pass' }],
        ingress: [{ ...rule, source }, { action: 'Pass' }],
        types: ['Ingress', 'Egress'],
      };
  return {
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: tieredName(tier, `global-${index}`) },
    spec: { ...spec, order: 10 + order, tier: tierName(tier) },
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

/** Keeps a quarter of the pods from the addresses of one set. */
export function feedPolicyObject(index: number): Manifest {
  return {
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: `feed-${index}` },
    spec: {
      egress: [{ action: 'Deny', destination: { selector: `feed == 'feed-${index}'` } }, { action: 'Pass' }],
      order: 1 + index,
      selector: `tier == '${roles[index % roles.length]}'`,
      types: ['Egress'],
    },
  };
}
