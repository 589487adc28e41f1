// Where a card would stand, drawn as a line between its neighbours, with what it would change.
import type { BoardCard } from '../../state/board-columns.ts';
import { FlipCounts } from '../side/FlipCounts.tsx';
import styles from './DropSlot.module.css';
import type { Hover, Moving } from './use-moving.ts';

interface DropSlotProps {
  readonly hover: Hover;
  readonly cards: readonly BoardCard[];
  readonly moving: Moving;
  /** Where cards stand, pixels from the first. */
  readonly sizes: { readonly measurementsCache: readonly { readonly start: number }[]; getTotalSize(): number };
}

export function DropSlot({ hover, cards, moving, sizes }: DropSlotProps) {
  const { answer } = moving;
  let others = hover.place.at;
  const index = cards.findIndex(({ key }) => key !== hover.key && others-- === 0);
  const top = index < 0 ? sizes.getTotalSize() : (sizes.measurementsCache[index]?.start ?? 0);
  const isRefused = answer !== undefined && 'refusal' in answer;
  return (
    <div
      className={styles.slot}
      style={{ transform: `translateY(${top}px)` }}
      data-refused={isRefused}
      data-testid="drop-slot"
    >
      <span className={styles.words}>
        {answer === undefined ? (
          '…'
        ) : 'refusal' in answer ? (
          answer.refusal
        ) : (
          <>
            {answer.impact.opened + answer.impact.closed + answer.impact.unknown === 0 ? (
              'no flow changes'
            ) : (
              <FlipCounts impact={answer.impact} />
            )}
            {answer.renamed !== undefined && <span className={styles.renamed}>as {answer.renamed}</span>}
            {answer.others > 0 && <span>+ {answer.others} reordered</span>}
          </>
        )}
      </span>
    </div>
  );
}
