// What a picture is made of before it is placed: nodes from the inventory, edges from the engine's answer. Plain data.
import type { FlipKind, Isolation, NodeId, PictureEdge } from '../engine/results.ts';

/** A direction of a workload: governed or not, by how many policies, with how many rules that allow something. */
export interface Gate {
  readonly state: Isolation['state'];
  readonly policies: number;
  readonly rules: number;
}

interface NodeBase {
  readonly id: NodeId;
  readonly name: string;
  /** The accessible name: "Deployment frontend in dev-app, 2 pods, ingress governed by 2 policies, egress not governed". */
  readonly label: string;
}

export interface NamespaceNode extends NodeBase {
  readonly type: 'namespace';
  readonly collapsed: boolean;
  readonly system: boolean;
  readonly workloads: number;
  readonly pods: number;
  /** Directions in which every workload is governed: nothing flows unless a rule allows it. */
  readonly isolated: 'both' | 'ingress' | 'egress' | 'none';
}

export interface WorkloadNode extends NodeBase {
  readonly type: 'workload';
  readonly parent: NodeId;
  readonly kind: string;
  readonly replicas: number;
  /** `80, 443 +1`; empty where none is declared. */
  readonly ports: string;
  readonly ingress: Gate;
  readonly egress: Gate;
  readonly hostNetwork: boolean;
  readonly expandable: boolean;
  readonly expanded: boolean;
  /** Pods of an expanded workload that are not listed for want of room. */
  readonly unlistedPods: number;
}

export interface PodNode extends NodeBase {
  readonly type: 'pod';
  /** The workload it is listed in. */
  readonly parent: NodeId;
  readonly address: string;
}

export interface ExternalNode extends NodeBase {
  readonly type: 'external';
  readonly kind: 'internet' | 'cidr' | 'set';
  /** The range covers addresses of pods as well. */
  readonly coversPods: boolean;
  /** Of a set: how many ranges it holds. */
  readonly ranges: number;
}

/** A host endpoint: in a lane of its own, below the namespaces. */
export interface HostNode extends NodeBase {
  readonly type: 'host';
  /** `eth0`, `*` for every interface, empty where it is known by its addresses only. */
  readonly interfaceName: string;
  readonly ingress: Gate;
  readonly egress: Gate;
}

export type GraphNode = NamespaceNode | WorkloadNode | PodNode | ExternalNode | HostNode;

/** An edge between two visible nodes, with what changed on it: `both` opened and closed. */
export interface GraphEdge extends PictureEdge {
  readonly flip: FlipKind | 'both' | 'none';
}

export interface Graph {
  /** Reading order: externals, then each namespace with its workloads, each with its pods, then hosts. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Edges that are known but not drawn, for want of budget. */
  readonly edgesLeftOut: number;
  /** Host endpoints that are not drawn, for want of room. */
  readonly hostsLeftOut: number;
}
