// Flows or flips as a table, with what narrows them beside the query: verdicts, and what is selected.

import { counted } from '../../base/counted.ts';
import { showsFlips } from '../../state/flow-requests.ts';
import { selectReport } from '../../state/selectors.ts';
import { LayerToggles } from '../map-graph/LayerToggles.tsx';
import { TabList } from '../TabList.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { FlowTable } from './FlowTable.tsx';
import { RowExports } from './RowExports.tsx';
import { SelectionNote } from './SelectionNote.tsx';
import styles from './TableView.module.css';
import { VerdictFilter } from './VerdictFilter.tsx';

export function TableView() {
  const report = useWorkbench(selectReport);
  const ofFlips = useWorkbench(showsFlips);
  const total = useWorkbench((state) => (showsFlips(state) ? state.flips : state.flows)?.total);
  const isPartial = useWorkbench((state) => (showsFlips(state) ? state.flips : state.flows)?.isPartial);
  const setToggle = useWorkbench((state) => state.setToggle);
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
          selected={ofFlips ? 'flips' : 'flows'}
          onSelect={(id) => setToggle('onlyChanges', id === 'flips')}
          panelId="flow-rows"
        />
        <VerdictFilter />
        {report && (
          <div className={styles.toggles}>
            <LayerToggles report={report} />
          </div>
        )}
      </div>
      <div className={styles.status}>
        <span role="status" className={styles.total}>
          {total === undefined ? ' ' : `${isPartial ? 'More than ' : ''}${counted(total, ofFlips ? 'flip' : 'flow')}`}
        </span>
        <SelectionNote />
        <RowExports />
      </div>
      <FlowTable />
    </div>
  );
}
