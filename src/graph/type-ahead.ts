// Finds the next node by the beginning of its name.
import type { NodeId } from '../engine/results.ts';
import type { Graph } from './graph.ts';

/**
 * The node that typed letters lead to, from the one in focus on and around: where they are one letter, or one letter again and
 * again, the next; otherwise the one in focus if it still fits. Names that begin so come before names with a part that does.
 */
export function typeAhead({ nodes }: Pick<Graph, 'nodes'>, at: NodeId | undefined, typed: string): NodeId | undefined {
  const wanted = typed.toLowerCase();
  const isOneLetter = [...wanted].every((letter) => letter === wanted[0]);
  const sought = isOneLetter ? (wanted[0] ?? '') : wanted;
  const place = nodes.findIndex(({ id }) => id === at);
  const from = place + (isOneLetter ? 1 : 0);
  const around = [...nodes.slice(from), ...nodes.slice(0, from)];
  const names = around.map((node) => ({ id: node.id, name: node.name.toLowerCase() }));
  const found =
    names.find(({ name }) => name.startsWith(sought)) ??
    names.find(({ name }) => name.split(/[-./_]/).some((part) => part.startsWith(sought)));
  return found?.id;
}
