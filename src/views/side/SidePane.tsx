// The left pane: policies by namespace, files, problems; and below, what was loaded.
import { selectProblems, selectUnlistedProblems } from '../../state/shown-problems.ts';
import { TabList } from '../TabList.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { FileTree } from './FileTree.tsx';
import { LoadSummary } from './LoadSummary.tsx';
import { PolicyTree } from './PolicyTree.tsx';
import { ProblemList } from './ProblemList.tsx';
import styles from './SidePane.module.css';

export function SidePane() {
  const shown = useWorkbench((state) => state.sideList);
  const setShown = useWorkbench((state) => state.setSideList);
  const problems = useWorkbench(selectProblems);
  const unlisted = useWorkbench(selectUnlistedProblems);
  const count = problems.length + unlisted;
  const serious = problems.some((problem) => problem.severity === 'error');
  const tabs = [
    { id: 'policies', label: 'Policies' },
    { id: 'files', label: 'Files' },
    {
      id: 'problems',
      label: (
        <span data-serious={serious} className={styles.problemsTab}>
          Problems{count > 0 && ` ${count.toLocaleString('en-US')}`}
        </span>
      ),
    },
  ] as const;
  return (
    <nav className={styles.pane} aria-label="Policies, files and problems">
      <TabList
        label="List"
        className={styles.tabs}
        tabs={tabs}
        selected={shown}
        onSelect={setShown}
        panelId="side-list"
      />
      <div id="side-list" role="tabpanel" aria-label={shown} className={styles.list}>
        {shown === 'policies' && <PolicyTree />}
        {shown === 'files' && <FileTree />}
        {shown === 'problems' && <ProblemList />}
      </div>
      <LoadSummary />
    </nav>
  );
}
