// Always in sight once a flow is pinned: how many there are and how many are broken; a press lists them.
import { pinWords } from '../detail/PinPanel.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ImpactLine.module.css';

export function PinCount() {
  const report = useWorkbench((state) => state.analysis?.assertions);
  const openPins = useWorkbench((state) => state.openPins);
  if (!report || report.results.length === 0) return null;
  return (
    <button
      type="button"
      className={`link ${styles.pins}`}
      data-broken={report.broken > 0}
      data-testid="pins"
      onClick={() => openPins(true)}
    >
      {pinWords(report)}
    </button>
  );
}
