// The accessible names of nodes and edges: what a sighted person reads off the picture, in one sentence.
import { counted } from '../base/counted.ts';
import { groupedDigits } from '../base/grouped-digits.ts';
import type { ExternalSummary, HostSummary, PodSummary, WorkloadSummary } from '../engine/results.ts';
import type { Gate, GraphEdge, NamespaceNode } from './graph.ts';

/** `ingress governed by 2 policies`, `egress not governed`. */
function describeGate(direction: 'ingress' | 'egress', gate: Gate): string {
  if (gate.state === 'open') return `${direction} not governed`;
  if (gate.policies === 0) return `${direction} closed but for failsafe ports and profiles`;
  const rules =
    gate.rules === 0 ? 'no rule allows anything' : `${counted(gate.rules, 'rule')} allow${gate.rules === 1 ? 's' : ''}`;
  const pods = gate.state === 'mixed' ? ' for some pods' : '';
  return `${direction} governed${pods} by ${counted(gate.policies, 'policy')}, ${rules}`;
}

/** "Deployment frontend in dev-app, 2 pods, ports 80, ingress governed by 1 policy, 1 rule allows, egress not governed". */
export function describeWorkload(workload: WorkloadSummary, ports: string, ingress: Gate, egress: Gate): string {
  return [
    `${workload.kind} ${workload.name} in ${workload.namespace}`,
    ...(workload.kind === 'Pod' ? [] : [counted(workload.replicas, 'pod')]),
    ...(ports === '' ? [] : [`port ${ports}`]),
    ...(workload.hostNetwork ? ['on the host network'] : []),
    describeGate('ingress', ingress),
    describeGate('egress', egress),
  ].join(', ');
}

export function describeNamespace(node: Omit<NamespaceNode, 'label' | 'type' | 'id'>): string {
  const isolation = {
    both: 'isolated both ways',
    ingress: 'isolated for ingress',
    egress: 'isolated for egress',
    none: '',
  };
  return [
    `Namespace ${node.name}`,
    node.collapsed ? 'collapsed' : 'expanded',
    counted(node.workloads, 'workload'),
    counted(node.pods, 'pod'),
    ...(isolation[node.isolated] === '' ? [] : [isolation[node.isolated]]),
  ].join(', ');
}

export function describePod(pod: PodSummary, workload: WorkloadSummary): string {
  const address = pod.addresses.length > 0 ? pod.addresses.join(', ') : 'address unknown';
  return `Pod ${pod.name} of ${workload.kind} ${workload.name}, ${address}`;
}

export function describeExternal(external: ExternalSummary): string {
  if (external.id === 'internet') return 'Internet, every address that no other node covers';
  const covers = external.coversPods ? ', covers addresses of pods too' : '';
  return external.set
    ? `Network set ${external.label}, ${counted(external.set.rangeCount, 'range')}${covers}`
    : `Address range ${external.label}${covers}`;
}

/** Made by Calico for a Node, by whose controllers' label (Calico reference, "Automatic host endpoints"). */
export function isAutomatic({ labels }: HostSummary): boolean {
  return labels.some(([key, value]) => key === 'projectcalico.org/created-by' && value === 'calico-kube-controllers');
}

/** "Host endpoint node-1-eth0 of node node-1, interface eth0, ingress governed by 1 policy, 1 rule allows, egress not governed". */
export function describeHost(host: HostSummary, ingress: Gate, egress: Gate): string {
  return [
    `${isAutomatic(host) ? 'Automatic host' : 'Host'} endpoint ${host.name} of node ${host.node}`,
    ...interfaceWords(host.interfaceName),
    describeGate('ingress', ingress),
    describeGate('egress', egress),
  ].join(', ');
}

function interfaceWords(name: string | undefined): readonly string[] {
  if (name === undefined) return [];
  return [name === '*' ? 'every interface' : `interface ${name}`];
}

const flipWords = {
  opened: 'opened',
  closed: 'closed',
  unknown: 'became unknown or known',
  both: 'opened and closed',
  none: '',
};

/** Of the pairs behind an edge how many are allowed, where that says anything: `4 of 12 pairs`, `12 pairs`; empty for one. */
export function describePairs({ pairs }: Pick<GraphEdge, 'pairs'>): string {
  if (pairs.of <= 1) return '';
  const all = counted(pairs.of, 'pair');
  return pairs.allowed === 0 || pairs.allowed === pairs.of ? all : `${groupedDigits(pairs.allowed)} of ${all}`;
}

/** "allowed, 8080", "mixed, 80, 2 of 3 pairs", "allowed, opened, 80". */
export function edgeWords(edge: Omit<GraphEdge, 'flip'> & Partial<Pick<GraphEdge, 'flip'>>): string {
  const flip = flipWords[edge.flip ?? 'none'];
  return [edge.verdict, flip, edge.label, describePairs(edge)].filter((word) => word !== '').join(', ');
}

export function describeEdge(edge: GraphEdge, source: string, target: string): string {
  return `${source} to ${target}: ${edgeWords(edge)}`;
}
