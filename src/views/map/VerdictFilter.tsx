// Which verdicts (or kinds of flips) the table shows; at least one stays chosen.
import type { FlipKind, Verdict } from '../../engine/results.ts';
import { FlipWord } from '../FlipWord.tsx';
import { VerdictWord } from '../VerdictWord.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './TableView.module.css';

const verdicts: readonly Verdict[] = ['allowed', 'denied', 'unknown'];
const flips: readonly FlipKind[] = ['opened', 'closed', 'unknown'];

export function VerdictFilter() {
  const tableOf = useWorkbench((state) => state.tableOf);
  const shownVerdicts = useWorkbench((state) => state.flowVerdicts);
  const shownFlips = useWorkbench((state) => state.flipKinds);
  const setTable = useWorkbench((state) => state.setTable);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out among the other tools
    <div className={styles.chips} role="group" aria-label={tableOf === 'flows' ? 'Verdicts shown' : 'Flips shown'}>
      {tableOf === 'flows'
        ? verdicts.map((verdict) => (
            <button
              key={verdict}
              type="button"
              className={styles.chip}
              aria-pressed={shownVerdicts.includes(verdict)}
              onClick={() => setTable({ flowVerdicts: toggled(verdicts, shownVerdicts, verdict) })}
            >
              <VerdictWord verdict={verdict} />
            </button>
          ))
        : flips.map((flip) => (
            <button
              key={flip}
              type="button"
              className={styles.chip}
              aria-pressed={shownFlips.includes(flip)}
              onClick={() => setTable({ flipKinds: toggled(flips, shownFlips, flip) })}
            >
              <FlipWord flip={flip} />
            </button>
          ))}
    </div>
  );
}

function toggled<Item>(all: readonly Item[], shown: readonly Item[], item: Item): readonly Item[] {
  const next = all.filter((one) => (one === item ? !shown.includes(one) : shown.includes(one)));
  return next.length === 0 ? shown : next;
}
