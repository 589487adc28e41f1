// Lays the neighbourhood of the selected node out by itself, and goes back to the overview.
import { useWorkbench } from '../workbench-context.ts';
import { MapToggle } from './MapToggle.tsx';

/** Edges between the node and the farthest that is arranged with it. */
const FIRST_DEPTH = 1;

export function ArrangeButton() {
  const selection = useWorkbench((state) => state.selection);
  const arranged = useWorkbench((state) => state.arranged);
  const arrange = useWorkbench((state) => state.arrange);
  const id = selection?.type === 'node' ? selection.id : undefined;
  if (!arranged && id === undefined) return null;
  return (
    <MapToggle
      on={arranged !== undefined}
      set={(on) => arrange(on && id !== undefined ? { id, depth: FIRST_DEPTH } : undefined)}
      title="Lay out the selected node and its neighbours from left to right, along the flows"
    >
      Arrange
    </MapToggle>
  );
}
