// Policies of a planned cluster, in the words of Kubernetes and of Calico: a mix of what people write.
import type { YamlValue } from '../yaml-text.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import type { Manifest } from './pod-objects.ts';
import { type Random, seededRandom } from './seeded-random.ts';
import { namespaceName, type PlannedWorkload, roles, workloadAt, workloadCount } from './workload-plan.ts';

/** What a policy says, whichever the dialect: the n-th of every ten. */
type Saying = 'isolate' | 'from-app-and-to-role' | 'from-range' | 'from-app';

function sayingOf(policy: number): Saying {
  const place = policy % 10;
  if (place === 0) return 'isolate';
  if (place === 9) return 'from-range';
  return place % 3 === 1 ? 'from-app-and-to-role' : 'from-app';
}

const isOfCalico = ({ dialect }: ClusterPlan, policy: number): boolean =>
  dialect === 'calico' || (dialect === 'mixed' && policy % 2 === 1);

const aWorkload = (plan: ClusterPlan, random: Random): PlannedWorkload =>
  workloadAt(plan, random.below(workloadCount(plan)));

const labelled = (labels: Manifest): Manifest => ({ matchLabels: labels });
const inNamespace = (name: string): Manifest => labelled({ 'kubernetes.io/metadata.name': name });

/** Every other port, so that neighbours do not make one range. */
function singlePorts(plan: ClusterPlan): number[] {
  return Array.from({ length: plan.portsPerList }, (_, i) => 1025 + 2 * i);
}

/** The `policy`-th namespaced policy of the cluster. */
export function policyObject(plan: ClusterPlan, policy: number): Manifest {
  const random = seededRandom(plan.seed, policy);
  const subject = aWorkload(plan, random);
  const peer = aWorkload(plan, random);
  const role = random.pick(roles);
  const saying = sayingOf(policy);
  const metadata = { name: `policy-${policy}`, namespace: subject.namespace };
  return isOfCalico(plan, policy)
    ? calicoPolicy(plan, policy, metadata, saying, subject, peer, role)
    : kubernetesPolicy(plan, policy, metadata, saying, subject, peer, role);
}

function kubernetesPolicy(
  plan: ClusterPlan,
  policy: number,
  metadata: Manifest,
  saying: Saying,
  subject: PlannedWorkload,
  peer: PlannedWorkload,
  role: string,
): Manifest {
  const ports: YamlValue =
    policy < plan.portLists
      ? singlePorts(plan).map((port) => ({ port, protocol: 'TCP' }))
      : [{ port: 8080, protocol: 'TCP' }];
  const fromApp = { namespaceSelector: inNamespace(peer.namespace), podSelector: labelled({ app: peer.app }) };
  const fromRange = { ipBlock: { cidr: '172.16.0.0/12', except: ['172.16.4.0/24'] } };
  const toRole = { namespaceSelector: {}, podSelector: labelled({ tier: role }) };
  const rules: Record<Saying, Manifest> = {
    isolate: { podSelector: {}, policyTypes: ['Ingress'] },
    'from-app': {
      ingress: [{ from: [fromApp], ports }],
      podSelector: labelled({ app: subject.app }),
      policyTypes: ['Ingress'],
    },
    'from-app-and-to-role': {
      egress: [{ to: [toRole] }],
      ingress: [{ from: [fromApp], ports }],
      podSelector: labelled({ app: subject.app }),
      policyTypes: ['Ingress', 'Egress'],
    },
    'from-range': {
      ingress: [{ from: [fromRange, { podSelector: {} }], ports }],
      podSelector: labelled({ app: subject.app }),
      policyTypes: ['Ingress'],
    },
  };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: rules[saying] };
}

export const tierName = (tier: number): string => (tier === 0 ? 'default' : `tier-${tier}`);

/** Names of Calico's policies begin with their tier. */
export const tieredName = (tier: number, name: string): string => (tier === 0 ? name : `${tierName(tier)}.${name}`);

function calicoPolicy(
  plan: ClusterPlan,
  policy: number,
  { name, namespace }: Manifest,
  saying: Saying,
  subject: PlannedWorkload,
  peer: PlannedWorkload,
  role: string,
): Manifest {
  const ports: YamlValue = policy < plan.portLists ? singlePorts(plan) : [8080];
  const tier = policy % (plan.tiers + 1);
  const allowed = { action: 'Allow', destination: { ports }, protocol: 'TCP' };
  const fromApp = {
    ...allowed,
    source: {
      namespaceSelector: `projectcalico.org/name == '${peer.namespace}'`,
      selector: `app == '${peer.app}'`,
    },
  };
  const common = { order: 100 + policy, tier: tierName(tier) };
  const selector = `app == '${subject.app}'`;
  const rules: Record<Saying, Manifest> = {
    isolate: { ...common, ingress: [{ action: 'Deny', source: { notNets: ['10.128.0.0/9'] } }], types: ['Ingress'] },
    'from-app': { ...common, ingress: [fromApp], selector, types: ['Ingress'] },
    'from-app-and-to-role': {
      ...common,
      egress: [{ action: 'Allow', destination: { namespaceSelector: 'all()', selector: `tier == '${role}'` } }],
      ingress: [fromApp],
      selector,
      types: ['Ingress', 'Egress'],
    },
    'from-range': {
      ...common,
      ingress: [{ ...allowed, source: { nets: ['172.16.0.0/12'], notNets: ['172.16.4.0/24'] } }],
      selector,
      types: ['Ingress'],
    },
  };
  return {
    apiVersion: 'projectcalico.org/v3',
    kind: 'NetworkPolicy',
    metadata: { name: tieredName(tier, String(name)), namespace: namespace ?? namespaceName(0) },
    spec: rules[saying],
  };
}
