// What is selected and so narrows the rows, and the way back to all of them.
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './TableView.module.css';

export function SelectionNote() {
  const selection = useWorkbench((state) => state.selection);
  const select = useWorkbench((state) => state.select);
  if (!selection) return null;
  return (
    <span className={styles.focus}>
      {selection.type === 'node' ? (
        <>
          Only from or to <NodeName id={selection.id} />
        </>
      ) : (
        <>
          Only from <NodeName id={selection.source} /> to <NodeName id={selection.target} />
        </>
      )}
      <button type="button" className="link" onClick={() => select(undefined)}>
        Show all
      </button>
    </span>
  );
}
