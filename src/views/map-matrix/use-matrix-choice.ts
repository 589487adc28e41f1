// Which rows the matrix shows, and in what order: as the toggles that it shares with the other views have it.
import { useMemo } from 'react';
import type { MatrixChoice } from '../../graph/matrix-model.ts';
import { useWorkbench } from '../workbench-context.ts';

export function useMatrixChoice(): MatrixChoice {
  const hideSystem = useWorkbench((state) => state.hideSystem);
  const hideHosts = useWorkbench((state) => state.hideHosts);
  const hideExternal = useWorkbench((state) => state.hideExternal);
  const order = useWorkbench((state) => state.matrixOrder);
  const near = useWorkbench(({ hideUnrelated, selection }) =>
    hideUnrelated && selection?.type === 'node' ? selection.id : undefined,
  );
  return useMemo(
    () => ({ hideSystem, hideHosts, hideExternal, order, near }),
    [hideSystem, hideHosts, hideExternal, order, near],
  );
}
