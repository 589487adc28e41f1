// What would allow a flow that is not: the smallest changes, what else each would open, and a button that drafts it.
import { useWorkbench } from '../workbench-context.ts';
import styles from './Remedies.module.css';
import { RemedyItem } from './RemedyItem.tsx';

export function Remedies() {
  const remedies = useWorkbench((state) => state.remedies);
  const isCurrent = useWorkbench((state) => state.remedies?.snapshot === state.analysis?.report.snapshot);
  if (!remedies || remedies.remedies.length === 0) return null;
  return (
    <section className={styles.remedies} aria-label="Would be allowed if" data-stale={!isCurrent}>
      <h2>Would be allowed if</h2>
      <ul>
        {remedies.remedies.map((remedy) => (
          <RemedyItem key={remedy.title} remedy={remedy} isCurrent={isCurrent} />
        ))}
      </ul>
    </section>
  );
}
