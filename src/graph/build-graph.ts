// First step of the picture: inventory and answer to nodes and edges, with the collapsed groups in the place of their members.
import type {
  ExternalSummary,
  HostSummary,
  Isolation,
  NamespaceSummary,
  NodeId,
  Picture,
  SnapshotReport,
  WorkloadSummary,
} from '../engine/results.ts';
import { describeExternal, describeHost, describeNamespace, describePod, describeWorkload } from './describe-node.ts';
import { collapsedNamespaces, type Expansion, MAX_HOSTS, MAX_PODS_LISTED } from './fit-budget.ts';
import type { ExternalNode, Gate, Graph, GraphNode, HostNode, NamespaceNode } from './graph.ts';
import { compareExternals, compareNamespaces, inTierOrder } from './inventory-order.ts';
import { projectEdges } from './project-edges.ts';

export interface GraphChoice extends Expansion {
  readonly hideSystem: boolean;
  readonly hideHosts?: boolean;
  /** Its edges are kept first when not all can be drawn. */
  readonly focus?: NodeId | undefined;
}

/** Nodes come from the inventory, edges from the answer; both orders are independent of the order of the input. */
export function buildGraph(
  report: Pick<SnapshotReport, 'namespaces' | 'externals' | 'hosts'>,
  picture: Pick<Picture, 'edges' | 'leftOut'> | undefined,
  choice: GraphChoice,
): Graph {
  const shown = choice.hideSystem ? report.namespaces.filter(({ system }) => !system) : report.namespaces;
  const collapsed = collapsedNamespaces(shown, choice);
  const nodes: GraphNode[] = [...report.externals].sort(compareExternals).map(externalNode);
  for (const namespace of [...shown].sort(compareNamespaces)) {
    nodes.push(namespaceNode(namespace, collapsed.has(namespace.id)));
    if (collapsed.has(namespace.id)) continue;
    for (const workload of inTierOrder(namespace.workloads)) {
      nodes.push(...workloadNodes(workload, namespace.id, choice.expandedWorkloads.has(workload.id)));
    }
  }
  const hosts = choice.hideHosts ? [] : listedHosts(report.hosts, choice.focus);
  nodes.push(...hosts.map(hostNode));
  const { edges, leftOut } = projectEdges(picture?.edges ?? [], nodes, report.namespaces, choice.focus);
  return {
    nodes,
    edges,
    edgesLeftOut: leftOut + (picture?.leftOut ?? 0),
    hostsLeftOut: choice.hideHosts ? 0 : report.hosts.length - hosts.length,
  };
}

/** The first ones by name, and the one in focus behind them, so that it moves no other. */
function listedHosts(hosts: readonly HostSummary[], focus: NodeId | undefined): readonly HostSummary[] {
  return hosts.filter(({ id }, at) => at < MAX_HOSTS || id === focus);
}

function hostNode(host: HostSummary): HostNode {
  const ingress = gate(host.ingress);
  const egress = gate(host.egress);
  return {
    type: 'host',
    id: host.id,
    name: host.name,
    label: describeHost(host, ingress, egress),
    interfaceName: host.interfaceName ?? '',
    ingress,
    egress,
  };
}

function externalNode(external: ExternalSummary): ExternalNode {
  return {
    type: 'external',
    id: external.id,
    name: external.label,
    label: describeExternal(external),
    kind: external.id === 'internet' ? 'internet' : external.set ? 'set' : 'cidr',
    coversPods: external.coversPods,
    ranges: external.set?.rangeCount ?? 0,
  };
}

function namespaceNode(namespace: NamespaceSummary, collapsed: boolean): NamespaceNode {
  const { workloads } = namespace;
  const governed = (direction: 'ingress' | 'egress') =>
    workloads.length > 0 && workloads.every((workload) => workload[direction].state === 'governed');
  const ingress = governed('ingress');
  const egress = governed('egress');
  const face = {
    name: namespace.name,
    collapsed,
    system: namespace.system,
    workloads: workloads.length,
    pods: workloads.reduce((sum, { replicas }) => sum + replicas, 0),
    isolated: ingress && egress ? 'both' : ingress ? 'ingress' : egress ? 'egress' : 'none',
  } as const;
  return { type: 'namespace', id: namespace.id, label: describeNamespace(face), ...face };
}

function workloadNodes(workload: WorkloadSummary, parent: NodeId, wantsPods: boolean): readonly GraphNode[] {
  const expandable = workload.pods.length > 0 && workload.kind !== 'Pod';
  const listed = expandable && wantsPods ? workload.pods.slice(0, MAX_PODS_LISTED) : [];
  const ports = shortPorts(workload.declaredPorts);
  const ingress = gate(workload.ingress);
  const egress = gate(workload.egress);
  const node: GraphNode = {
    type: 'workload',
    id: workload.id,
    parent,
    name: workload.name,
    label: describeWorkload(workload, ports, ingress, egress),
    kind: workload.kind,
    replicas: workload.replicas,
    ports,
    ingress,
    egress,
    hostNetwork: workload.hostNetwork,
    expandable,
    expanded: listed.length > 0,
    unlistedPods: listed.length > 0 ? workload.pods.length - listed.length : 0,
  };
  return [
    node,
    ...listed.map((pod): GraphNode => {
      const address = pod.addresses[0] ?? '';
      return {
        type: 'pod',
        id: pod.id,
        parent: workload.id,
        name: pod.name,
        label: describePod(pod, workload),
        address,
      };
    }),
  ];
}

function gate({ state, policies, allowingRules }: Isolation): Gate {
  return { state, policies: policies.length, rules: allowingRules };
}

/** `TCP 80` is written `80`; at most two, the rest counted. */
function shortPorts(declared: readonly string[]): string {
  const shown = declared.slice(0, 2).map((port) => port.replace(/^TCP /, ''));
  return `${shown.join(', ')}${declared.length > 2 ? ` +${declared.length - 2}` : ''}`;
}
