// The matrix: every namespace against every other, drawn on a canvas. One of the three views of the map.
import { useMemo, useRef } from 'react';
import { buildMatrix, type CellVerdict, usedVerdicts } from '../../graph/matrix-model.ts';
import { selectReport } from '../../state/selectors.ts';
import { counted } from '../counted.ts';
import { useAfterPaint } from '../use-after-paint.ts';
import { useWorkbench } from '../workbench-context.ts';
import { type MatrixControls, MatrixGrid } from './MatrixGrid.tsx';
import { MatrixLegend } from './MatrixLegend.tsx';
import styles from './MatrixView.module.css';

const STEP = 1.5;

export function MatrixView() {
  const report = useWorkbench(selectReport);
  // The impact line is painted first.
  const matrix = useAfterPaint(useWorkbench((state) => state.matrix));
  const hideSystem = useWorkbench((state) => state.hideSystem);
  const setToggle = useWorkbench((state) => state.setToggle);
  const controls = useRef<MatrixControls>(null);
  const namespaces = report?.namespaces;
  const model = useMemo(
    () => matrix && namespaces && buildMatrix(matrix, namespaces, hideSystem),
    [matrix, namespaces, hideSystem],
  );
  const used = useMemo(() => (model ? usedVerdicts(model) : new Set<CellVerdict>()), [model]);
  const count = (model?.ends.length ?? 0).toLocaleString('en-US');
  const hasSystem = namespaces?.some(({ system }) => system) ?? false;
  return (
    <section className={styles.view} aria-label="Matrix">
      <div className={styles.toolbar} role="toolbar" aria-label="Matrix">
        <span className={styles.count}>{model && `From rows to columns, ${count} × ${count}`}</span>
        {matrix !== undefined && matrix.leftOut > 0 && (
          <span className={styles.note}>{counted(matrix.leftOut, 'row')} of hosts and address ranges not shown</span>
        )}
        {matrix !== undefined && matrix.uncounted > 0 && (
          <span className={styles.note}>{counted(matrix.uncounted, 'workload')} whose pods differ not counted</span>
        )}
        <span className={styles.gap} />
        {hasSystem && (
          <button
            type="button"
            className="button"
            data-kind="quiet"
            aria-pressed={!hideSystem}
            title="Show namespaces such as kube-system"
            onClick={() => setToggle('hideSystem', !hideSystem)}
          >
            System
          </button>
        )}
        <button
          type="button"
          className="button"
          data-kind="quiet"
          aria-label="Zoom out"
          onClick={() => controls.current?.zoomBy(1 / STEP)}
        >
          −
        </button>
        <button
          type="button"
          className="button"
          data-kind="quiet"
          aria-label="Zoom in"
          onClick={() => controls.current?.zoomBy(STEP)}
        >
          +
        </button>
        <button
          type="button"
          className="button"
          data-kind="quiet"
          title="Fit to the window (f)"
          onClick={() => controls.current?.fit()}
        >
          Fit
        </button>
      </div>
      {report && !model && <p className={styles.waiting}>Counting every namespace against every other…</p>}
      {model && model.ends.length > 0 && <MatrixGrid model={model} controls={controls} />}
      {model && <MatrixLegend used={used} hasFlips={model.matrix.flips !== undefined} />}
    </section>
  );
}
