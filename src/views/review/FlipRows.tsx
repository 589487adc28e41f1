// The flips of one cause: the first few, and the others when they are asked for.
import { useState } from 'react';
import type { ReviewedFlip } from '../../engine/review/review.ts';
import type { ExportedFlip } from '../../exporters/diff-report.ts';
import type { FoldedFlow } from '../../exporters/fold-flows.ts';
import { FlipRowButton } from './FlipRowButton.tsx';
import styles from './ReviewPanes.module.css';

interface FlipRowsProps {
  readonly flows: readonly FoldedFlow<ExportedFlip>[];
  readonly flipOf: ReadonlyMap<ExportedFlip, ReviewedFlip>;
}

const FIRST = 5;
/** Fewer than this are not worth a press. */
const FEW = 3;

export function FlipRows({ flows, flipOf }: FlipRowsProps) {
  const [whole, setWhole] = useState(false);
  const shown = whole || flows.length < FIRST + FEW ? flows : flows.slice(0, FIRST);
  return (
    <>
      <ul>
        {shown.map((flow) => (
          <FlipRowButton
            key={`${flow.src} ${flow.dst} ${flow.first.was} ${flow.ports}`}
            flow={flow}
            flip={flipOf.get(flow.first)}
          />
        ))}
      </ul>
      {shown.length < flows.length && (
        <button type="button" data-row className={`link ${styles.more}`} onClick={() => setWhole(true)}>
          Show {(flows.length - shown.length).toLocaleString('en-US')} more by the same change
        </button>
      )}
    </>
  );
}
