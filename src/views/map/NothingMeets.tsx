// Over a picture that the query leaves empty: why, and the way out of it.
import { fieldValues, withField } from '../../state/edit-query.ts';
import { queryOf, showsFlips } from '../../state/flow-requests.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './NothingMeets.module.css';

export function NothingMeets() {
  const query = useWorkbench((state) => state.flowFilter);
  const ofFlips = useWorkbench(showsFlips);
  const setTable = useWorkbench((state) => state.setTable);
  const hasTerms = useWorkbench((state) => queryOf(state).terms.length > 0);
  if (!hasTerms) return null;
  const canWiden = !ofFlips && fieldValues(query, 'verdict').length === 0;
  return (
    <p className={styles.note} role="status">
      {ofFlips ? 'No flip meets the filter.' : 'No flow that is allowed or unknown meets the filter.'}{' '}
      {canWiden && (
        <button
          type="button"
          className="link"
          onClick={() => setTable({ flowFilter: withField(query, 'verdict', ['denied']) })}
        >
          Show denied flows
        </button>
      )}{' '}
      <button type="button" className="link" onClick={() => setTable({ flowFilter: '' })}>
        Clear the filter
      </button>
    </p>
  );
}
