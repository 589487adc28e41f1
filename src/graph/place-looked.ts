// Where the words of edges stand that are looked at: clear of nodes and of each other, so that they can be read.
import { pointAlong } from './edge-path.ts';
import type { GraphEdge } from './graph.ts';
import type { Box } from './layout-graph.ts';
import type { ObstacleIndex } from './obstacle-index.ts';
import { type EdgeLabel, freePlace, isFree, labelBox, labelTexts, wholeText } from './place-labels.ts';
import type { Route } from './route-edges.ts';

/** So few edges of one node show their words even where these cover something. */
const FEW = 6;
/** Pixels that words move off their line by, to either side, until they are clear. */
const ASIDE = 6;
const FARTHEST = 90;

export interface LookedAt {
  /** Pointed at or selected: these say all of it, and always show. */
  readonly alone: readonly GraphEdge[];
  /** At a node that is looked at. */
  readonly around: readonly GraphEdge[];
}

/** `taken`: boxes of the words that show anyway. `isLarge`: they are drawn larger, for the picture is seen from afar. */
export function placeLooked(
  { alone, around }: LookedAt,
  routes: ReadonlyMap<string, Route>,
  obstacles: ObstacleIndex,
  taken: readonly Box[],
  isLarge: boolean,
): ReadonlyMap<string, EdgeLabel> {
  const boxes = [...taken];
  const labels = new Map<string, EdgeLabel>();
  const place = (edge: GraphEdge, texts: readonly string[], find: (route: Route) => EdgeLabel | undefined): void => {
    const route = routes.get(edge.id);
    const label = route && (freePlace(texts, route, obstacles, boxes, isLarge) ?? find(route));
    if (!label) return;
    boxes.push(labelBox(label.text, label, isLarge));
    labels.set(edge.id, label);
  };
  const middle = (route: Route, text: string): EdgeLabel => ({ ...pointAlong(route.points, 0.5), text, clear: false });
  for (const edge of alone) {
    const text = wholeText(edge);
    place(edge, [text], (route) => aside(middle(route, text), obstacles, boxes, isLarge));
  }
  for (const edge of around) {
    const [short = ''] = labelTexts(edge);
    const texts = [wholeText(edge), ...labelTexts(edge)];
    place(edge, texts, (route) => (around.length > FEW ? undefined : middle(route, short)));
  }
  return labels;
}

/** Above or below the line, as near as there is room. */
function aside(label: EdgeLabel, obstacles: ObstacleIndex, taken: readonly Box[], isLarge: boolean): EdgeLabel {
  for (let away = ASIDE; away <= FARTHEST; away += ASIDE) {
    for (const y of [label.y - away, label.y + away]) {
      if (isFree(labelBox(label.text, { ...label, y }, isLarge), obstacles, taken)) return { ...label, y, clear: true };
    }
  }
  return label;
}
