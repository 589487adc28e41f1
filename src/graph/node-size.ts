// How large each node is drawn, from its words alone: the page never measures, so the layout is the same everywhere.
import type { ExternalNode, HostNode, NamespaceNode, WorkloadNode } from './graph.ts';

/** All lengths in pixels at zoom 1. */
export const WORKLOAD_HEIGHT = 48;
export const POD_HEIGHT = 24;
export const FRAME_TITLE = 30;
export const FRAME_PADDING = 20;
/** Width of the strip at either side of a workload that holds a gate. */
const RAIL = 20;

/** Widths of a letter, at least. */
export const MONO = 7.6;
export const MONO_SMALL = 7;
export const SANS_SMALL = 6.9;

export interface Size {
  readonly width: number;
  readonly height: number;
}

const clamp = (low: number, value: number, high: number) => Math.round(Math.min(high, Math.max(low, value)));

/** `pods`: names of the pods listed in it. */
export function workloadSize(node: WorkloadNode, pods: readonly string[]): Size {
  const name = node.name.length * MONO;
  const facts = `${node.kind} ×${node.replicas}`.length * SANS_SMALL;
  const ports = node.ports === '' ? 0 : node.ports.length * MONO_SMALL + 14;
  const inner = Math.max(name, facts + ports) + 16;
  const rows = pods.length + (node.unlistedPods > 0 ? 1 : 0);
  const longest = pods.reduce((most, pod) => Math.max(most, pod.length), 0) * MONO_SMALL + 24;
  return {
    width: clamp(128, Math.max(inner + 2 * RAIL, longest), 232),
    height: WORKLOAD_HEIGHT + (rows > 0 ? rows * POD_HEIGHT + 6 : 0),
  };
}

export function externalSize(node: ExternalNode): Size {
  return { width: clamp(132, node.name.length * MONO + 28, 232), height: WORKLOAD_HEIGHT };
}

export function hostSize(node: HostNode): Size {
  const facts = 'host endpoint'.length * SANS_SMALL + node.interfaceName.length * MONO_SMALL + 14;
  const inner = Math.max(node.name.length * MONO, facts) + 16;
  return { width: clamp(128, inner + 2 * RAIL, 232), height: WORKLOAD_HEIGHT };
}

export function collapsedSize(node: NamespaceNode): Size {
  const counts = `${node.workloads} workloads, ${node.pods} pods`.length * SANS_SMALL;
  return { width: clamp(148, Math.max(node.name.length * MONO + 36, counts) + 26, 240), height: WORKLOAD_HEIGHT };
}

/** Narrowest frame that shows its title and, whether they are drawn or not, the two gates of an isolated namespace. */
export function frameTitleWidth(node: NamespaceNode): number {
  return clamp(148, node.name.length * MONO + 72, 420);
}

/** Where the name of an expanded namespace stands in its frame. */
export function titleBox(node: NamespaceNode, frame: Size & { readonly x: number; readonly y: number }) {
  return {
    x: frame.x + 12,
    y: frame.y + 6,
    width: Math.min(node.name.length * MONO + 6, frame.width - 24),
    height: 20,
  };
}
