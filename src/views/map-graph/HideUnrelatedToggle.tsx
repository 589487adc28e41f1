// Whether graph and matrix show only what the selection has to do with.
import { useWorkbench } from '../workbench-context.ts';
import { MapToggle } from './MapToggle.tsx';

export function HideUnrelatedToggle() {
  const hideUnrelated = useWorkbench((state) => state.hideUnrelated);
  const setToggle = useWorkbench((state) => state.setToggle);
  return (
    <MapToggle
      on={hideUnrelated}
      set={(on) => setToggle('hideUnrelated', on)}
      title="Hide everything that the selection has nothing to do with"
    >
      Hide unrelated
    </MapToggle>
  );
}
