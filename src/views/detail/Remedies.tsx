// What would allow a flow that is not: the smallest change first, what else it would open, and a button that drafts it; more ways on demand.
import { useId, useState } from 'react';
import { counted } from '../../base/counted.ts';
import { shownRemedies } from '../../state/shown-remedies.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './Remedies.module.css';
import { RemedyItem } from './RemedyItem.tsx';

export function Remedies() {
  const remedies = useWorkbench(shownRemedies);
  const isCurrent = useWorkbench((state) => state.remedies?.snapshot === state.analysis?.report.snapshot);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (!remedies || remedies.remedies.length === 0) return null;
  const more = remedies.remedies.length - 1;
  return (
    <section className={styles.remedies} aria-label="Would be allowed if" data-stale={!isCurrent}>
      <h2>Would be allowed if</h2>
      <ul id={id}>
        {remedies.remedies.slice(0, isOpen ? undefined : 1).map((remedy) => (
          <RemedyItem key={remedy.title} remedy={remedy} isCurrent={isCurrent} />
        ))}
      </ul>
      {more > 0 && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {counted(more, 'more way')}
        </button>
      )}
    </section>
  );
}
