// What a cell of the posture opens: the flows it counts, the pods on the map, or the gravest finding.

import { namespaceOf } from '../../exporters/findings-by-namespace.ts';
import { selectReport } from '../../state/selectors.ts';
import { selectProblems } from '../../state/shown-problems.ts';
import { useWorkbench } from '../workbench-context.ts';
import { flowsBehind, type PostureColumn, type PostureRowFacts } from './posture-columns.ts';

export function useOpenCell(): (row: PostureRowFacts, column: PostureColumn) => void {
  const setTable = useWorkbench((state) => state.setTable);
  const setToggle = useWorkbench((state) => state.setToggle);
  const setMapView = useWorkbench((state) => state.setMapView);
  const expandNamespaces = useWorkbench((state) => state.expandNamespaces);
  const select = useWorkbench((state) => state.select);
  const reveal = useWorkbench((state) => state.revealLocation);
  const problems = useWorkbench(selectProblems);
  const report = useWorkbench(selectReport);
  return ({ now: { id, name } }, column) => {
    const flows = flowsBehind(name, column);
    if (flows !== undefined) {
      select(undefined);
      setToggle('onlyChanges', false);
      setTable({ flowFilter: flows });
      setMapView('table');
      return;
    }
    if (column === 'findings') {
      const placed = namespaceOf(report?.files ?? []);
      const first = problems.find(({ location }) => placed(location) === name);
      if (first) reveal(first.location);
      return;
    }
    setMapView('graph');
    expandNamespaces([id]);
    select({ type: 'node', id });
  };
}
