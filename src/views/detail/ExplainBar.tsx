// The closed Explain panel: one line at the foot of the window that asks why a flow is allowed or not.
import { useContext } from 'react';
import { firstQuery } from '../flow-query.ts';
import { WorkbenchContext } from '../workbench-context.ts';
import styles from './ExplainBar.module.css';

export function ExplainBar() {
  const store = useContext(WorkbenchContext);
  const open = () => {
    const state = store?.getState();
    if (state) state.explain(firstQuery(state.analysis?.report));
  };
  return (
    <section className={styles.bar} aria-label="Explain">
      <button type="button" className="button" data-kind="quiet" onClick={open}>
        Explain a flow
      </button>
      <span className={styles.hint}>or select a node, an edge, or a row of the table</span>
    </section>
  );
}
