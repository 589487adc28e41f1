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
import {
  collapsedNamespaces,
  type Expansion,
  gatheredNamespaces,
  MAX_HOSTS,
  MAX_PODS_LISTED,
  namespaceOf,
  OTHER_NAMESPACES,
} from './fit-budget.ts';
import type { ExternalNode, Gate, Graph, GraphNode, HostNode, NamespaceNode } from './graph.ts';
import { compareExternals, compareNamespaces, inTierOrder } from './inventory-order.ts';
import { projectEdges } from './project-edges.ts';

export interface GraphChoice extends Expansion {
  readonly hideSystem: boolean;
  readonly hideHosts?: boolean;
  readonly hideExternal?: boolean;
  /** Its edges are kept first when not all can be drawn. */
  readonly focus?: NodeId | undefined;
  /** What else must be drawn, or the namespace it lies in: the ends of a selected edge. */
  readonly keep?: readonly NodeId[];
}

/** Nodes come from the inventory, edges from the answer; both orders are independent of the order of the input. */
export function buildGraph(
  report: Pick<SnapshotReport, 'namespaces' | 'externals' | 'hosts'>,
  picture: Pick<Picture, 'edges' | 'leftOut' | 'isBundled'> | undefined,
  choice: GraphChoice,
): Graph {
  const shown = choice.hideSystem ? report.namespaces.filter(({ system }) => !system) : report.namespaces;
  const collapsed = collapsedNamespaces(shown, choice);
  const externals = choice.hideExternal ? [] : [...report.externals].sort(compareExternals);
  const nodes: GraphNode[] = externals.map(externalNode);
  const gathered = gatheredNamespaces(shown, choice, keptNamespaces(choice));
  for (const namespace of [...shown].sort(compareNamespaces)) {
    if (gathered.has(namespace.id)) continue;
    nodes.push(namespaceNode(namespace, collapsed.has(namespace.id)));
    if (collapsed.has(namespace.id)) continue;
    for (const workload of inTierOrder(namespace.workloads)) {
      nodes.push(...workloadNodes(workload, namespace.id, choice.expandedWorkloads.has(workload.id)));
    }
  }
  if (gathered.size > 0) nodes.push(otherNamespaces(shown.filter(({ id }) => gathered.has(id))));
  const hosts = choice.hideHosts ? [] : listedHosts(report.hosts, choice.focus);
  nodes.push(...hosts.map(hostNode));
  const { edges, leftOut } = projectEdges(
    picture?.edges ?? [],
    nodes,
    report.namespaces,
    choice.focus,
    ({ system }) => choice.hideSystem && system,
    picture?.isBundled,
  );
  return {
    nodes,
    edges,
    edgesLeftOut: leftOut + (picture?.leftOut ?? 0),
    hostsLeftOut: choice.hideHosts ? 0 : report.hosts.length - hosts.length,
  };
}

/** Namespaces that are drawn by themselves because something in them is in question. */
export function keptNamespaces({ focus, keep = [] }: Pick<GraphChoice, 'focus' | 'keep'>): ReadonlySet<NodeId> {
  return new Set([...keep, ...(focus === undefined ? [] : [focus])].flatMap((id) => namespaceOf(id) ?? []));
}

function otherNamespaces(gathered: readonly NamespaceSummary[]): NamespaceNode {
  const face = {
    name: `${gathered.length.toLocaleString('en-US')} more namespaces`,
    collapsed: true,
    system: false,
    workloads: gathered.reduce((sum, { counts }) => sum + counts.workloads, 0),
    pods: gathered.reduce((sum, { counts }) => sum + counts.pods, 0),
    isolated: 'none',
  } as const;
  return { type: 'namespace', id: OTHER_NAMESPACES, label: describeNamespace(face), ...face };
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
  const { workloads, pods, governed } = namespace.counts;
  const isGoverned = (direction: 'ingress' | 'egress') => workloads > 0 && governed[direction] === workloads;
  const ingress = isGoverned('ingress');
  const egress = isGoverned('egress');
  const face = {
    name: namespace.name,
    collapsed,
    system: namespace.system,
    workloads,
    pods,
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
