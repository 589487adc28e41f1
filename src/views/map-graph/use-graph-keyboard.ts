// The graph is one tab stop: one node is in focus, arrows walk edges and siblings, and letters act on it.
import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { NodeId } from '../../engine/results.ts';
import { levelUp, type NavigationKey, navigate, type Trail } from '../../graph/arrow-navigation.ts';
import type { Graph } from '../../graph/graph.ts';
import type { GraphActions } from './use-graph-actions.ts';
import type { ViewportMoves } from './use-viewport.ts';

export interface GraphKeyboard {
  /** The node that Tab leads to; always one that is drawn. */
  readonly active: NodeId | undefined;
  /** True while the focus is on a node. */
  readonly focused: boolean;
  /** What the last key led to where it led nowhere; said politely. */
  readonly message: string;
  focusNode(id: NodeId): void;
  readonly handlers: {
    onKeyDown(event: KeyboardEvent): void;
    onFocus(event: { target: EventTarget }): void;
    onBlur(): void;
  };
}

interface Around {
  readonly graph: Graph;
  readonly container: RefObject<HTMLElement | null>;
  readonly actions: GraphActions;
  readonly viewport: ViewportMoves;
  readonly selected: NodeId | undefined;
}

const arrows: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);
const isArrow = (key: string): key is NavigationKey => arrows.has(key);

export function useGraphKeyboard({ graph, container, actions, viewport, selected }: Around): GraphKeyboard {
  const [wanted, setWanted] = useState<NodeId>();
  const [focused, setFocused] = useState(false);
  const [message, setMessage] = useState('');
  const trail = useRef<Trail | undefined>(undefined);
  const drawn = (id: NodeId | undefined) => id !== undefined && graph.nodes.some((node) => node.id === id);
  const active = drawn(wanted) ? wanted : drawn(selected) ? selected : graph.nodes[0]?.id;

  const focusNode = useCallback(
    (id: NodeId) => {
      setWanted(id);
      elementOf(container.current, id)?.focus({ preventScroll: true });
      viewport.reveal(id);
    },
    [container, viewport],
  );

  const walk = (at: NodeId, key: NavigationKey) => {
    const step = navigate(graph, at, key, trail.current);
    trail.current = step?.trail;
    setMessage(step ? '' : nowhere[key]);
    if (step) focusNode(step.to);
  };
  const up = (at: NodeId) => {
    trail.current = undefined;
    const parent = levelUp(graph, at);
    if (selected !== undefined) actions.deselect();
    else if (parent !== undefined) focusNode(parent);
  };
  const act = (key: string, at: NodeId): boolean => {
    if (isArrow(key)) walk(at, key);
    else if (key === 'Enter' || key === ' ') actions.selectNode(at);
    else if (key === 'e') {
      viewport.hold(at);
      actions.toggleGroup(at);
    } else if (key === 'f') viewport.fitAll();
    else if (key === 'Escape') up(at);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = nodeIdAt(event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || at === undefined) return;
    if (!act(event.key, at)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = ({ target }: { target: EventTarget }) => {
    const id = nodeIdAt(target);
    setFocused(id !== undefined);
    if (id === undefined) return;
    setWanted(id);
    viewport.reveal(id);
  };
  return { active, focused, message, focusNode, handlers: { onKeyDown, onFocus, onBlur: () => setFocused(false) } };
}

const nowhere: Record<NavigationKey, string> = {
  ArrowLeft: 'No incoming edge is drawn',
  ArrowRight: 'No outgoing edge is drawn',
  ArrowUp: 'First node',
  ArrowDown: 'Last node',
  Home: '',
  End: '',
};

function nodeIdAt(target: EventTarget): NodeId | undefined {
  return target instanceof Element
    ? (target.closest('[data-node-id]')?.getAttribute('data-node-id') ?? undefined)
    : undefined;
}

function elementOf(container: HTMLElement | null, id: NodeId): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[data-node-id="${CSS.escape(id)}"]`) ?? null;
}
