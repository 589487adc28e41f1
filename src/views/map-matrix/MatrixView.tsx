// The matrix: every namespace against every other, open ones by their workloads, drawn on a canvas. One of the four views of the map.
import { useMemo, useRef } from 'react';
import { togglesForAll, togglesForNamespace } from '../../graph/fit-budget.ts';
import { buildMatrix, type CellVerdict, usedVerdicts } from '../../graph/matrix-model.ts';
import { selectReport } from '../../state/selectors.ts';
import { NothingMeets } from '../map/NothingMeets.tsx';
import { useAfterPaint } from '../use-after-paint.ts';
import { useWorkbench } from '../workbench-context.ts';
import { type MatrixControls, MatrixGrid } from './MatrixGrid.tsx';
import { MatrixLegend } from './MatrixLegend.tsx';
import { MatrixToolbar } from './MatrixToolbar.tsx';
import styles from './MatrixView.module.css';
import { MatrixZoom } from './MatrixZoom.tsx';
import { useMatrixChoice } from './use-matrix-choice.ts';

export function MatrixView() {
  const report = useWorkbench(selectReport);
  // The impact line is painted first.
  const matrix = useAfterPaint(useWorkbench((state) => state.matrix));
  const collapsed = useWorkbench((state) => state.collapsedNamespaces);
  const expandedWorkloads = useWorkbench((state) => state.expandedWorkloads);
  const toggleNamespace = useWorkbench((state) => state.toggleNamespace);
  const choice = useMatrixChoice();
  const controls = useRef<MatrixControls>(null);
  const namespaces = report?.namespaces;
  const model = useMemo(
    () => matrix && namespaces && buildMatrix(matrix, namespaces, choice),
    [matrix, namespaces, choice],
  );
  const used = useMemo(() => (model ? usedVerdicts(model) : new Set<CellVerdict>()), [model]);
  // As the graph opens and closes them: within its budget.
  const chosen = { collapsedNamespaces: new Set(collapsed), expandedWorkloads: new Set(expandedWorkloads) };
  const fold = (id: string) => {
    for (const toggle of togglesForNamespace(namespaces ?? [], chosen, id)) toggleNamespace(toggle);
  };
  const foldAll = (collapse: boolean) => {
    for (const toggle of togglesForAll(namespaces ?? [], chosen, collapse)) toggleNamespace(toggle);
  };
  return (
    <section className={styles.view} aria-label="Matrix">
      <MatrixToolbar model={model} onFoldAll={foldAll} />
      {report && !model && <p className={styles.waiting}>Counting every namespace against every other…</p>}
      {model && model.ends.length > 0 && (
        <div className={styles.stage}>
          <MatrixGrid model={model} controls={controls} onFold={fold} />
          <MatrixZoom controls={controls} />
          {used.size === 1 && used.has('none') && <NothingMeets />}
        </div>
      )}
      {model && <MatrixLegend used={used} hasFlips={model.matrix.flips !== undefined} />}
    </section>
  );
}
