// A selected edge: the flows behind it, one row each; and a form for any other port.
import { edgeWords } from '../../graph/describe-node.ts';
import { OTHER_NAMESPACES } from '../../graph/fit-budget.ts';
import { flowOfLabel, flowQueryOf } from '../flow-query.ts';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';
import { ExpandEnds } from './ExpandEnds.tsx';
import { OtherNamespaces } from './OtherNamespaces.tsx';
import { PeerList } from './PeerList.tsx';

export function EdgeDetail({ source, target }: { readonly source: string; readonly target: string }) {
  const answer = useWorkbench((state) => state.nodeDetail);
  const explain = useWorkbench((state) => state.explain);
  const edge = useWorkbench(({ picture }) =>
    picture?.edges.find((one) => one.source === source && one.target === target),
  );
  const isAnswer = answer && 'reaches' in answer && answer.id === source && answer.toward === target;
  const detail = isAnswer ? answer : undefined;
  const rows = detail?.reaches;
  if (source === OTHER_NAMESPACES || target === OTHER_NAMESPACES) return <OtherNamespaces />;
  const isPair = isOne(source) && isOne(target);
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <NodeName id={source} />
          <span className={styles.kind}>to</span>
          <NodeName id={target} />
        </h2>
        {edge && <span className={styles.kind}>{edgeWords(edge)}</span>}
        {isPair && (
          <button
            type="button"
            className="button"
            onClick={() => explain({ ...flowQueryOf(rows?.[0] ?? flowOfLabel(edge?.label)), from: source, to: target })}
          >
            Explain
          </button>
        )}
        <ExpandEnds source={source} target={target} />
      </header>
      <div className={styles.scroll}>
        <div className={styles.columns}>
          <PeerList title="Flows" rows={rows} total={detail?.reachesTotal} end={isOne(source) ? 'dst' : 'both'} />
        </div>
      </div>
    </>
  );
}

/** A namespace is many workloads. */
const isOne = (id: string): boolean => !id.startsWith('namespace:');
