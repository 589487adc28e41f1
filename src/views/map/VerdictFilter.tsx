// Which verdicts (or kinds of flips) the query lets pass; at least one stays. The chips write the query's field.
import { fieldValues, withField } from '../../state/edit-query.ts';
import { showsFlips, usualVerdicts } from '../../state/flow-requests.ts';
import { queryFlips, queryVerdicts } from '../../state/parse-flow-query.ts';
import { FlipWord } from '../FlipWord.tsx';
import { VerdictWord } from '../VerdictWord.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './TableView.module.css';

export function VerdictFilter() {
  const ofFlips = useWorkbench(showsFlips);
  const query = useWorkbench((state) => state.flowFilter);
  const setTable = useWorkbench((state) => state.setTable);
  const chip = <Value extends string>(
    key: 'verdict' | 'flip',
    all: readonly Value[],
    usual: readonly Value[],
    value: Value,
    word: React.ReactNode,
  ) => {
    const named = all.filter((one) => fieldValues(query, key).includes(one));
    const shown = named.length > 0 ? named : usual;
    const next = all.filter((one) => (one === value ? !shown.includes(one) : shown.includes(one)));
    const written = next.length === 0 || next.join() === usual.join() ? [] : next;
    return (
      <button
        key={value}
        type="button"
        className={styles.chip}
        aria-pressed={shown.includes(value)}
        onClick={() => next.length > 0 && setTable({ flowFilter: withField(query, key, written) })}
      >
        {word}
      </button>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out among the other tools
    <div className={styles.chips} role="group" aria-label={ofFlips ? 'Flips shown' : 'Verdicts shown'}>
      {ofFlips
        ? queryFlips.map((flip) => chip('flip', queryFlips, queryFlips, flip, <FlipWord flip={flip} />))
        : queryVerdicts.map((verdict) =>
            chip('verdict', queryVerdicts, usualVerdicts, verdict, <VerdictWord verdict={verdict} />),
          )}
    </div>
  );
}
