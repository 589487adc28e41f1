// One flip: who, to whom, on which ports, and what the verdict was. Pressed, it is explained and shown on the map.
import type { ReviewedFlip } from '../../engine/review/review.ts';
import type { ExportedFlip } from '../../exporters/diff-report.ts';
import { otherRisks } from '../../exporters/flip-groups.ts';
import type { FoldedFlow } from '../../exporters/fold-flows.ts';
import { flowQueryOf } from '../flow-query.ts';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ReviewPanes.module.css';

interface FlipRowButtonProps {
  readonly flow: FoldedFlow<ExportedFlip>;
  readonly flip: ReviewedFlip | undefined;
}

export function FlipRowButton({ flow, flip }: FlipRowButtonProps) {
  const chooseFlip = useWorkbench((state) => state.chooseFlip);
  const isChosen = useWorkbench(
    ({ selection }) => selection?.type === 'edge' && selection.source === flip?.src && selection.target === flip?.dst,
  );
  if (!flip) return null;
  const others = otherRisks(flow.first);
  return (
    <li className={styles.flipItem}>
      <button
        type="button"
        data-row
        className={styles.flip}
        aria-current={isChosen}
        onClick={() => chooseFlip(flip, flowQueryOf(flip))}
      >
        <span className={styles.ends}>
          <NodeName id={flip.src} />
          <span className={styles.arrow} aria-label="to" role="img">
            →
          </span>
          <NodeName id={flip.dst} />
        </span>
        <span className={styles.traffic}>
          <span className={styles.ports}>{flow.ports}</span>
          <span>
            {flow.first.was} → {flow.verdict}
            {flow.mixed && `, ${flow.mixed.pairs} of ${flow.mixed.of} pod pairs`}
          </span>
        </span>
        {others !== '' && <span className={styles.others}>also {others}</span>}
      </button>
    </li>
  );
}
