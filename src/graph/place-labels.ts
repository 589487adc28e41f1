// Last step: where each edge's words stand, clear of nodes and of each other where there is room.
import { groupedDigits } from '../base/grouped-digits.ts';
import { describePairs } from './describe-node.ts';
import { pointAlong } from './edge-path.ts';
import type { GraphEdge } from './graph.ts';
import type { Box } from './layout-graph.ts';
import { type ObstacleIndex, overlaps, type Point } from './obstacle-index.ts';
import type { Route } from './route-edges.ts';

export interface EdgeLabel extends Point {
  readonly text: string;
  /** False where it would cover something: then it is shown only while the edge is looked at. */
  readonly clear: boolean;
}

/** From this many edges on labels are shown only on demand. */
const MAX_LABELLED_EDGES = 40;
/** The same between groups, whose lines share few gutters. */
const MAX_LABELLED_GROUP_EDGES = 16;

/** Pixels of a letter, and of the words as a whole; the larger ones are read where the picture is seen from afar. */
const SMALL = { letter: 6.7, around: 6, height: 16 };
const LARGE = { letter: 11.6, around: 10, height: 26 };
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

const flipMarks = {
  opened: '▲ opened',
  closed: '▼ closed',
  unknown: '◌ unknown',
  both: '▲▼ changed',
  none: '',
} as const;

type LabelledEdge = Pick<GraphEdge, 'source' | 'target' | 'flip' | 'verdict' | 'label'>;

const isGroup = (...ends: readonly string[]): boolean => ends.some((id) => id.startsWith('namespace'));

/** The words on an edge, from whole to short: mark, word, ports. */
export function labelTexts({ source, target, flip, verdict, label: whole }: LabelledEdge): readonly string[] {
  const label = shortLabel(whole);
  if (flip !== 'none') return [`${flipMarks[flip]} ${label}`, `${flipMarks[flip].split(' ')[0]} ${label}`];
  if (verdict === 'unknown') return [`? unknown ${label}`, `? ${label}`];
  // Between groups nearly every edge is mixed: there the split line says enough.
  if (verdict === 'mixed' && isGroup(source, target)) return [label];
  if (verdict === 'mixed') return [`mixed ${label}`, label];
  if (verdict === 'denied') return [`⊣ denied ${label}`, `⊣ ${label}`];
  return [label];
}

const counts = {
  opened: ['▲', 'opened'],
  closed: ['▼', 'closed'],
  unknown: ['◌', 'unknown'],
} as const;

/**
 * What an edge says to whoever looks at it alone. Between groups first how much lies behind it: flips, or pairs of their
 * members: `mixed 4 of 12 pairs · 443`.
 */
export function wholeText(edge: LabelledEdge & Pick<GraphEdge, 'pairs' | 'impact'>): string {
  const { source, target, flip, verdict, label, impact } = edge;
  const [text = ''] = labelTexts(edge);
  if (!isGroup(source, target)) return text;
  const ports = label === '' ? '' : ` · ${shortLabel(label)}`;
  if (flip !== 'none') {
    const kinds = (['opened', 'closed', 'unknown'] as const).filter((kind) => impact[kind] > 0);
    return (
      kinds.map((kind) => `${counts[kind][0]} ${groupedDigits(impact[kind])} ${counts[kind][1]}`).join(' ') + ports
    );
  }
  const pairs = describePairs(edge);
  return pairs === '' ? text : `${verdict === 'allowed' ? '' : `${verdictMarks[verdict]} `}${pairs}${ports}`;
}

const verdictMarks = { mixed: 'mixed', unknown: '? unknown', denied: '⊣ denied' } as const;

/** Characters; the detail of the edge says the rest. */
const LONGEST_LABEL = 26;

/** `TCP 1-9099,9101-65535 +5`: as many of the parts as there is room for, and how many more there are. */
export function shortLabel(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  const parts = label.split(' · ');
  let kept = parts.length - 1;
  const shortened = () => `${parts.slice(0, kept).join(' · ')} +${parts.length - kept}`;
  while (kept > 1 && shortened().length > LONGEST_LABEL) kept--;
  return kept === 0 ? label : shortened();
}

export function labelBox(text: string, { x, y }: Point, isLarge = false): Box {
  const { letter, around, height } = isLarge ? LARGE : SMALL;
  const width = text.length * letter + around;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** In the order of the edges. Of many edges only those that change get a place: the others show their words when looked at. */
export function placeLabels(
  edges: readonly GraphEdge[],
  routes: ReadonlyMap<string, Route>,
  obstacles: ObstacleIndex,
): ReadonlyMap<string, EdgeLabel> {
  const taken: Box[] = [];
  const labels = new Map<string, EdgeLabel>();
  const groupEdges = edges.filter(({ source, target }) => isGroup(source, target)).length;
  const isCrowded = edges.length >= MAX_LABELLED_EDGES || groupEdges >= MAX_LABELLED_GROUP_EDGES;
  for (const edge of edges) {
    const route = routes.get(edge.id);
    if (!route || (isCrowded && edge.flip === 'none')) continue;
    const texts = labelTexts(edge);
    const free = freePlace(texts, route, obstacles, taken);
    if (free) taken.push(labelBox(free.text, free));
    labels.set(edge.id, free ?? { ...pointAlong(route.points, 0.5), text: texts[0] ?? '', clear: false });
  }
  return labels;
}

/** The longest of the texts that has a free place along the line. */
export function freePlace(
  texts: readonly string[],
  route: Route,
  obstacles: ObstacleIndex,
  taken: readonly Box[],
  isLarge = false,
): EdgeLabel | undefined {
  for (const text of texts) {
    for (const share of SHARES) {
      const point = pointAlong(route.points, share);
      if (isFree(labelBox(text, point, isLarge), obstacles, taken)) return { ...point, text, clear: true };
    }
  }
  return undefined;
}

export function isFree(box: Box, obstacles: ObstacleIndex, taken: readonly Box[]): boolean {
  return obstacles.isFree(box) && !taken.some((other) => overlaps(box, other));
}
