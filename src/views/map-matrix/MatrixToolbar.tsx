// The strip above the matrix: how large it is, its order, what is folded and hidden.

import { counted } from '../../base/counted.ts';
import type { MatrixModel } from '../../graph/matrix-model.ts';
import { selectReport } from '../../state/selectors.ts';
import { HideUnrelatedToggle } from '../map-graph/HideUnrelatedToggle.tsx';
import { LayerToggles } from '../map-graph/LayerToggles.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './MatrixView.module.css';

interface MatrixToolbarProps {
  readonly model: MatrixModel | undefined;
  readonly onFoldAll: (collapse: boolean) => void;
}

export function MatrixToolbar({ model, onFoldAll }: MatrixToolbarProps) {
  const report = useWorkbench(selectReport);
  const order = useWorkbench((state) => state.matrixOrder);
  const setMatrixOrder = useWorkbench((state) => state.setMatrixOrder);
  const count = model?.ends.length.toLocaleString('en-US');
  const matrix = model?.matrix;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Matrix">
      <span className={styles.count} title="From rows to columns">
        {model && `${count} × ${count}`}
      </span>
      {matrix !== undefined && matrix.leftOut > 0 && (
        <span className={styles.note}>{counted(matrix.leftOut, 'row')} of hosts and address ranges not shown</span>
      )}
      {matrix !== undefined && matrix.uncounted > 0 && (
        <span className={styles.note}>{counted(matrix.uncounted, 'workload')} whose pods differ not counted</span>
      )}
      <label className={styles.order}>
        Sort
        <select
          className="field"
          value={order}
          onChange={(event) => setMatrixOrder(event.target.value === 'openness' ? 'openness' : 'name')}
        >
          <option value="name">by name</option>
          <option value="openness">most open first</option>
        </select>
      </label>
      <HideUnrelatedToggle />
      {report && <LayerToggles report={report} />}
      <button type="button" className="button" data-kind="quiet" onClick={() => onFoldAll(false)}>
        Expand all
      </button>
      <button type="button" className="button" data-kind="quiet" onClick={() => onFoldAll(true)}>
        Collapse all
      </button>
    </div>
  );
}
