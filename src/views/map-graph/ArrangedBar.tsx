// Over the arranged neighbourhood: around what, how deep, and the way back to the overview.

import { counted } from '../../base/counted.ts';
import { MAX_ARRANGED } from '../../graph/focus-graph.ts';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ArrangedBar.module.css';

interface ArrangedBarProps {
  readonly nodes: number;
  readonly failed: boolean;
}

const MAX_DEPTH = 4;

export function ArrangedBar({ nodes, failed }: ArrangedBarProps) {
  const arranged = useWorkbench((state) => state.arranged);
  const arrange = useWorkbench((state) => state.arrange);
  if (!arranged) return null;
  const { id, depth } = arranged;
  return (
    <section className={styles.bar} aria-label="Arranged">
      {failed ? (
        <output>The layout could not be computed in time: the overview stays.</output>
      ) : (
        <span>
          Around <NodeName id={id} />, <output>{counted(depth, 'edge')} deep</output>
          {nodes >= MAX_ARRANGED && `, the first ${MAX_ARRANGED} nodes`}
        </span>
      )}
      <button
        type="button"
        className="button"
        data-kind="quiet"
        aria-label="Less deep"
        disabled={depth <= 1}
        onClick={() => arrange({ id, depth: depth - 1 })}
      >
        −
      </button>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        aria-label="Deeper"
        disabled={depth >= MAX_DEPTH}
        onClick={() => arrange({ id, depth: depth + 1 })}
      >
        +
      </button>
      <button type="button" className="button" onClick={() => arrange(undefined)}>
        Back to the overview
      </button>
    </section>
  );
}
