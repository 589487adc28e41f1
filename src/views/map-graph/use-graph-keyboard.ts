// The graph is one tab stop: one node is in focus, arrows walk edges and siblings, letters find names or act on it.
import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { NodeId } from '../../engine/results.ts';
import { levelUp, type NavigationKey, navigate, type Trail } from '../../graph/arrow-navigation.ts';
import type { Graph, GraphEdge } from '../../graph/graph.ts';
import { typeAhead } from '../../graph/type-ahead.ts';
import { moveWords } from './move-words.ts';
import type { GraphActions } from './use-graph-actions.ts';
import type { ViewportMoves } from './use-viewport.ts';

export interface GraphKeyboard {
  /** The node that Tab leads to; always one that is drawn. */
  readonly active: NodeId | undefined;
  /** True while the focus is on a node. */
  readonly focused: boolean;
  /** Where the last key led, or why nowhere; said politely. */
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
/** Milliseconds without a letter after which the next one begins another name. */
const TYPING_PAUSE = 900;

export function useGraphKeyboard({ graph, container, actions, viewport, selected }: Around): GraphKeyboard {
  const [wanted, setWanted] = useState<NodeId>();
  const [focused, setFocused] = useState(false);
  const [message, setMessage] = useState('');
  const trail = useRef<Trail | undefined>(undefined);
  const typing = useRef({ text: '', at: Number.NEGATIVE_INFINITY });
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

  const goTo = (to: NodeId) => {
    setMessage(moveWords(graph, to, edgeTo(graph, to, trail.current)));
    focusNode(to);
  };
  const walk = (at: NodeId, key: NavigationKey) => {
    const step = navigate(graph, at, key, trail.current);
    trail.current = step?.trail;
    if (step) goTo(step.to);
    else setMessage(nowhere[key]);
  };
  const up = (at: NodeId) => {
    trail.current = undefined;
    const parent = levelUp(graph, at);
    if (selected !== undefined) actions.deselect();
    else if (parent !== undefined) goTo(parent);
    else leave(container.current);
  };
  const letter = (at: NodeId, key: string, time: number): boolean => {
    const goesOn = time - typing.current.at < TYPING_PAUSE;
    const isPart = goesOn ? /^[\p{L}\p{N}._-]$/u.test(key) : /^[\p{L}\p{N}]$/u.test(key) && !commands.has(key);
    if (!isPart) return false;
    typing.current = { text: (goesOn ? typing.current.text : '') + key, at: time };
    trail.current = undefined;
    const to = typeAhead(graph, at, typing.current.text);
    if (to === undefined) setMessage(`No name begins with ${typing.current.text}`);
    else goTo(to);
    return true;
  };
  const act = (key: string, at: NodeId, isShift: boolean): boolean => {
    const along = edgeTo(graph, at, trail.current);
    // Whatever is done next begins another name.
    typing.current = { text: '', at: Number.NEGATIVE_INFINITY };
    if (isArrow(key)) walk(at, key);
    else if ((key === 'Enter' || key === ' ') && isShift && along) actions.selectEdge(along.source, along.target);
    else if (key === 'Enter' || key === ' ') actions.selectNode(at);
    else if (key === '+' || key === '=' || key === '-') {
      viewport.hold(at);
      actions.setGroupOpen(at, key !== '-');
    } else if (key === 'e') {
      const edge = along ?? graph.edges.find(({ source }) => source === at);
      if (edge) actions.explainEdge(edge);
      else setMessage('No outgoing edge is drawn to explain');
    } else if (key === 'x') {
      if (!along) setMessage('No edge was come along');
      else if (![along.source, along.target].some(isGroup)) setMessage('Neither end of the edge is a group');
      else {
        viewport.hold(at);
        actions.expandEnds(along);
      }
    } else if (key === 'o') setMessage(actions.openManifest(at) ? '' : 'It has no manifest of its own');
    else if (key === 't') actions.showInTable(at);
    else if (key === 'f') viewport.fitAll();
    else if (key === 'Escape') up(at);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = nodeIdAt(event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || at === undefined) return;
    if (!letter(at, event.key, event.timeStamp) && !act(event.key, at, event.shiftKey)) return;
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

/** Letters that act on the graph or on the page, unless a name is being typed; with Shift they begin one. */
export const commands: ReadonlySet<string> = new Set([...'exotfgmc']);

const isGroup = (id: NodeId): boolean => id.startsWith('namespace');

const nowhere: Record<NavigationKey, string> = {
  ArrowLeft: 'No incoming edge is drawn',
  ArrowRight: 'No outgoing edge is drawn',
  ArrowUp: 'First node',
  ArrowDown: 'Last node',
  Home: '',
  End: '',
};

/** The edge that a walk along edges has come by. */
function edgeTo(graph: Graph, at: NodeId, trail: Trail | undefined): GraphEdge | undefined {
  if (!trail) return undefined;
  const [from, to] = trail.toward === 'sources' ? [at, trail.from] : [trail.from, at];
  return graph.edges.find(({ source, target }) => source === from && target === to);
}

/** To the element around the picture, from where Tab goes on. */
function leave(container: HTMLElement | null): void {
  container?.focus({ preventScroll: true });
}

function nodeIdAt(target: EventTarget): NodeId | undefined {
  return target instanceof Element
    ? (target.closest('[data-node-id]')?.getAttribute('data-node-id') ?? undefined)
    : undefined;
}

function elementOf(container: HTMLElement | null, id: NodeId): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[data-node-id="${CSS.escape(id)}"]`) ?? null;
}
