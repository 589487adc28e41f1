// Told of an answer that passes: what else it opens beyond the example solution, or that it is as tight.
import { counted } from '../../base/counted.ts';
import type { FlowDifference } from '../../engine/grading/grade.ts';
import type { FlipRow } from '../../engine/results.ts';
import { portWords } from '../../exporters/flow-words.ts';
import type { StepGrade } from '../../state/lesson-slice.ts';
import { selectReport } from '../../state/selectors.ts';
import { flowQueryOf } from '../flow-query.ts';
import { NameText } from '../NameText.tsx';
import { shortName } from '../short-name.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './PassedNote.module.css';

/** Rows listed; the others are counted. */
const MOST = 8;

export function PassedNote({ grade: { extra, lacking } }: { readonly grade: StepGrade }) {
  return (
    <div className={styles.note} role="note" aria-label="Beyond the goals">
      {extra.count === 0 ? (
        <p>It opens nothing beyond the example solution.</p>
      ) : (
        <>
          <p>
            It passes, and opens {counted(extra.count, 'flow')} that the example solution keeps closed. Fewer are
            possible:
          </p>
          <Rows difference={extra} />
        </>
      )}
      {lacking.count > 0 && (
        <p className={styles.quiet}>
          {counted(lacking.count, 'flow')} that the example leaves open, yours closes; no goal asks for{' '}
          {lacking.count === 1 ? 'it' : 'them'}.
        </p>
      )}
    </div>
  );
}

function Rows({ difference: { count, rows } }: { readonly difference: FlowDifference }) {
  return (
    <ul className={styles.rows} aria-label="Flows beyond the example solution">
      {rows.slice(0, MOST).map((row) => (
        <Row key={`${row.src} ${row.dst} ${row.protocol} ${row.ports}`} row={row} />
      ))}
      {count > MOST && <li className={styles.quiet}>and {counted(count - MOST, 'more flow')}</li>}
    </ul>
  );
}

function Row({ row }: { readonly row: FlipRow }) {
  const report = useWorkbench(selectReport);
  const explain = useWorkbench((state) => state.explain);
  const [from, to] = [shortName(report, row.src), shortName(report, row.dst)];
  return (
    <li className={styles.row}>
      <span className={styles.flow}>
        <NameText>{from}</NameText> → <NameText>{to}</NameText> {portWords(row)}
      </span>
      <button
        type="button"
        className="link"
        aria-label={`Explain ${from} to ${to} ${portWords(row)}`}
        onClick={() => explain(flowQueryOf(row))}
      >
        Explain
      </button>
    </li>
  );
}
