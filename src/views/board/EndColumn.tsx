// What comes after all tiers, for flows that none of them decided.
import type { LitMark } from '../../state/lit-path.ts';
import { useWorkbench } from '../workbench-context.ts';
import { LitMarks } from './LitMarks.tsx';
import styles from './TierColumn.module.css';

interface EndColumnProps {
  readonly marks: readonly LitMark[];
  readonly isLit: boolean;
}

export function EndColumn({ marks, isLit }: EndColumnProps) {
  const isKubernetes = useWorkbench((state) => state.options.semantics === 'kubernetes');
  return (
    <section
      className={styles.column}
      data-tier=""
      data-empty="true"
      data-beyond={isLit && marks.length === 0}
      aria-label="After all tiers"
    >
      <header className={styles.head}>
        <p className={styles.after}>After all tiers</p>
      </header>
      <div className={styles.scroller}>
        <p className={styles.note}>
          {isKubernetes ? (
            'Nothing decided: pods are reachable'
          ) : (
            <>
              Nothing decided: the profile <code>kns.</code>
              <i>namespace</i> of a pod allows
            </>
          )}
        </p>
        {marks.length > 0 && <LitMarks marks={marks} />}
      </div>
    </section>
  );
}
