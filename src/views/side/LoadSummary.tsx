// One line about what was loaded; opens the load report.

import { counted } from '../../base/counted.ts';
import { selectReport } from '../../state/selectors.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './SidePane.module.css';

export function LoadSummary() {
  const report = useWorkbench(selectReport);
  const setToggle = useWorkbench((state) => state.setToggle);
  if (!report) return null;
  const { workloads, pods } = report.counts;
  return (
    <div className={styles.summary}>
      <span>
        {counted(workloads, 'workload')}, {counted(pods, 'pod')}
      </span>
      <button type="button" className="link" onClick={() => setToggle('loadReportOpen', true)}>
        Load report
      </button>
    </div>
  );
}
