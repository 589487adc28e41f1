// No row: why, and what to do about it.
import { selectComparedWith } from '../../state/staging.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './FlowTable.module.css';

export function EmptyRows() {
  const tableOf = useWorkbench((state) => state.tableOf);
  const narrowed = useWorkbench((state) => state.flowFilter.trim() !== '' || state.selection !== undefined);
  const hidesDenied = useWorkbench((state) => state.tableOf === 'flows' && !state.flowVerdicts.includes('denied'));
  const shownVerdicts = useWorkbench((state) => state.flowVerdicts);
  const against = useWorkbench(selectComparedWith);
  const setTable = useWorkbench((state) => state.setTable);
  const select = useWorkbench((state) => state.select);
  const widen = () => {
    setTable({ flowFilter: '' });
    select(undefined);
  };
  if (narrowed && hidesDenied) {
    return (
      <p className={styles.empty}>
        No {shownVerdicts.join(' or ')} flow matches.{' '}
        <button type="button" className="link" onClick={() => setTable({ flowVerdicts: [...shownVerdicts, 'denied'] })}>
          Show denied flows too
        </button>
      </p>
    );
  }
  return (
    <div className={styles.empty}>
      {narrowed ? (
        <p>
          No {tableOf === 'flows' ? 'flow' : 'flip'} matches.{' '}
          <button type="button" className="link" onClick={widen}>
            Show all
          </button>
        </p>
      ) : tableOf === 'flips' ? (
        <p>No flow differs from {against}. Edit a policy, and the flows it opens or closes appear here.</p>
      ) : (
        <p>No flow with the chosen verdicts.</p>
      )}
    </div>
  );
}
