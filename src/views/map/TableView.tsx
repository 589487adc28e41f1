// Flows or flips as a table, with what narrows them: words, verdicts, the selected node, declared or all ports.

import { counted } from '../counted.ts';
import { NodeName } from '../NodeName.tsx';
import { TabList } from '../TabList.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { FlowTable } from './FlowTable.tsx';
import styles from './TableView.module.css';
import { VerdictFilter } from './VerdictFilter.tsx';

export function TableView() {
  const tableOf = useWorkbench((state) => state.tableOf);
  const filter = useWorkbench((state) => state.flowFilter);
  const ports = useWorkbench((state) => state.ports);
  const focus = useWorkbench((state) => (state.selection?.type === 'node' ? state.selection.id : undefined));
  const total = useWorkbench((state) => (state.tableOf === 'flows' ? state.flows?.total : state.flips?.total));
  const isPartial = useWorkbench((state) => (state.tableOf === 'flows' ? state.flows : state.flips)?.isPartial);
  const setTable = useWorkbench((state) => state.setTable);
  const setPorts = useWorkbench((state) => state.setPorts);
  const select = useWorkbench((state) => state.select);
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <TabList
          label="Rows"
          className={styles.segments}
          tabs={[
            { id: 'flows', label: 'Flows' },
            { id: 'flips', label: 'Flips' },
          ]}
          selected={tableOf}
          onSelect={(id) => setTable({ tableOf: id })}
          panelId="flow-rows"
        />
        <input
          className={`field ${styles.filter}`}
          type="search"
          aria-label="Filter rows"
          placeholder="Filter: frontend 8080"
          spellCheck={false}
          value={filter}
          onChange={(event) => setTable({ flowFilter: event.target.value })}
        />
        <VerdictFilter />
      </div>
      <div className={styles.status}>
        <span role="status" className={styles.total}>
          {total === undefined
            ? ' '
            : `${isPartial ? 'More than ' : ''}${counted(total, tableOf === 'flows' ? 'flow' : 'flip')}`}
        </span>
        {focus !== undefined && (
          <span className={styles.focus}>
            Only from or to <NodeName id={focus} />
            <button type="button" className="link" onClick={() => select(undefined)}>
              Show all
            </button>
          </span>
        )}
        <label className={styles.ports}>
          Ports
          <select
            className="field"
            value={ports}
            onChange={(event) => setPorts(event.target.value === 'all' ? 'all' : 'declared')}
          >
            <option value="declared">declared</option>
            <option value="all">all</option>
          </select>
        </label>
      </div>
      <FlowTable />
    </div>
  );
}
