// Above every view of the map: the query that filters them all alike, what is wrong with it, and which ports count.
import { queryOf } from '../../state/flow-requests.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './QueryBar.module.css';
import { QueryField } from './QueryField.tsx';
import { QueryProblems } from './QueryProblems.tsx';

/** Says what is wrong with the query, for the field. */
const problemsId = 'query-problems';

export function QueryBar() {
  const ports = useWorkbench((state) => state.ports);
  const setPorts = useWorkbench((state) => state.setPorts);
  const problems = useWorkbench((state) => queryOf(state).problems);
  return (
    <>
      <search className={styles.bar} aria-label="Flows shown">
        <QueryField problemsId={problems.length > 0 ? problemsId : undefined} />
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
      </search>
      {problems.length > 0 && <QueryProblems id={problemsId} problems={problems} />}
    </>
  );
}
