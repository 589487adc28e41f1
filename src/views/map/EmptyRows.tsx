// No row: why, and what to do about it.
import { fieldValues, withField } from '../../state/edit-query.ts';
import { queryOf, showsFlips } from '../../state/flow-requests.ts';
import { selectComparedWith } from '../../state/staging.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './FlowTable.module.css';

export function EmptyRows() {
  const ofFlips = useWorkbench(showsFlips);
  const query = useWorkbench((state) => state.flowFilter);
  const isNarrowed = useWorkbench((state) => queryOf(state).terms.length > 0 || state.selection !== undefined);
  const against = useWorkbench(selectComparedWith);
  const setTable = useWorkbench((state) => state.setTable);
  const select = useWorkbench((state) => state.select);
  const widen = () => {
    setTable({ flowFilter: '' });
    select(undefined);
  };
  if (isNarrowed && !ofFlips && fieldValues(query, 'verdict').length === 0) {
    return (
      <p className={styles.empty}>
        No allowed or unknown flow matches.{' '}
        <button
          type="button"
          className="link"
          onClick={() => setTable({ flowFilter: withField(query, 'verdict', ['allowed', 'denied', 'unknown']) })}
        >
          Show denied flows too
        </button>
      </p>
    );
  }
  return (
    <div className={styles.empty}>
      {isNarrowed ? (
        <p>
          No {ofFlips ? 'flip' : 'flow'} matches.{' '}
          <button type="button" className="link" onClick={widen}>
            Show all
          </button>
        </p>
      ) : ofFlips ? (
        <p>No flow differs from {against}. Edit a policy, and the flows it opens or closes appear here.</p>
      ) : (
        <p>No flow is allowed or unknown.</p>
      )}
    </div>
  );
}
