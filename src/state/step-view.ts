// What a step of a lesson shows as it begins: a view of the map and the flow to look at.
import type { LessonStep, LessonView } from '../lessons/lesson.ts';
import type { MapView, ViewSlice } from './workbench-state.ts';

const mapViews: Readonly<Record<LessonView, MapView>> = {
  graph: 'graph',
  matrix: 'matrix',
  table: 'table',
  board: 'tiers',
  review: 'graph',
};

/** What it says nothing of stays. */
export function stepView({ view, look }: LessonStep): Partial<Pick<ViewSlice, 'mapView' | 'explainQuery'>> {
  return { ...(view && { mapView: mapViews[view] }), ...(look && { explainQuery: look }) };
}
