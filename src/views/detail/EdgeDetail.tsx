// A selected edge: the flows behind it, one row each; and a form for any other port.
import { nodesOf, selectReport } from '../../state/selectors.ts';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';
import { isWithin } from './is-within.ts';
import { PeerList } from './PeerList.tsx';

export function EdgeDetail({ source, target }: { readonly source: string; readonly target: string }) {
  const report = useWorkbench(selectReport);
  const answer = useWorkbench((state) => state.nodeDetail);
  const explain = useWorkbench((state) => state.explain);
  const picture = useWorkbench((state) => state.picture);
  const detail = answer && 'reaches' in answer && answer.id === source ? answer : undefined;
  const nodes = report && nodesOf(report);
  const rows = nodes && detail?.reaches.filter((row) => isWithin(nodes, row.dst, target));
  const edge = picture?.edges.find((one) => one.source === source && one.target === target);
  const isPair = !source.startsWith('namespace:') && !target.startsWith('namespace:');
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <NodeName id={source} />
          <span className={styles.kind}>to</span>
          <NodeName id={target} />
        </h2>
        {edge && (
          <span className={styles.kind}>
            {edge.verdict}, {edge.label}
          </span>
        )}
        {isPair && (
          <button
            type="button"
            className="button"
            onClick={() => explain({ from: source, to: target, protocol: 'TCP', port: firstPort(edge?.label) })}
          >
            Explain
          </button>
        )}
      </header>
      <div className={styles.scroll}>
        <div className={styles.columns}>
          <PeerList title="Flows" rows={rows} total={rows?.length} end="dst" />
        </div>
      </div>
    </>
  );
}

/** The first port the edge's label names. */
function firstPort(label: string | undefined): number {
  const found = /\d+/.exec(label ?? '')?.[0];
  return found === undefined ? 80 : Number(found);
}
