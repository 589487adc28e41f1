// Whether a node's words have room in it. Only those that have none are clipped: a clip for each of hundreds of words costs in every frame.
import type { GraphNode } from './graph.ts';
import { MONO, MONO_SMALL, SANS_SMALL } from './node-size.ts';

/** Of a letter of a name as it is drawn where names alone are drawn. */
const MONO_FAR = 11.6;

/** `far`: only where names are drawn larger, because the picture is seen from afar. */
export type TextCut = 'none' | 'far' | 'always';

/** `width` of the node in pixels; `facts`: what stands below its name. */
export function textCut(node: GraphNode, width: number, facts: string): TextCut {
  // Widths of nodes are rounded.
  const room = width - besideText(node) + 1;
  const letter = node.type === 'pod' ? MONO_SMALL : MONO;
  const ports = node.type === 'workload' && node.ports !== '' ? node.ports.length * MONO_SMALL + 14 : 0;
  if (node.name.length * letter > room || facts.length * SANS_SMALL + ports > room) return 'always';
  return node.name.length * MONO_FAR > room ? 'far' : 'none';
}

/** Borders, padding, gates: what a node's words have no room in. */
function besideText(node: GraphNode): number {
  switch (node.type) {
    case 'workload':
    case 'host':
      return 56;
    case 'external':
      return 28;
    case 'pod':
      return 16;
    case 'namespace':
      return (node.collapsed ? 26 : 46) + (node.isolated === 'none' ? 0 : 23);
  }
}
