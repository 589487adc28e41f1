// Above the board: what to show of it, how much that is, and the flow whose way is lit.

import { counted } from '../../base/counted.ts';
import { visibleText } from '../../base/visible-text.ts';
import type { NodeDetail, QueryError } from '../../engine/results.ts';
import type { Board, BoardColumn, BoardFilter } from '../../state/board-columns.ts';
import { VerdictWord } from '../VerdictWord.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './TierBoard.module.css';

interface BoardToolbarProps {
  readonly board: Board;
  readonly columns: readonly BoardColumn[];
  readonly filter: BoardFilter;
  readonly detail: NodeDetail | QueryError | undefined;
  readonly onText: (text: string) => void;
  readonly onOnlyApplying: (on: boolean) => void;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

export function BoardToolbar({ board, columns, filter, detail, onText, onOnlyApplying }: BoardToolbarProps) {
  const explanation = useWorkbench((state) => (state.explainQuery ? state.explanation : undefined));
  const explain = useWorkbench((state) => state.explain);
  const reveal = useWorkbench((state) => state.revealLocation);
  const all = sumOf(columns.map(({ of }) => of));
  const shown = sumOf(columns.map(({ cards }) => cards.length));
  const node = detail && !('error' in detail) ? visibleText(detail.label) : undefined;
  const [rejected] = board.nowhere;
  return (
    <div className={styles.toolbar}>
      <input
        type="search"
        className={`field ${styles.search}`}
        placeholder="Filter policies"
        aria-label="Filter policies by name, namespace or kind"
        value={filter.text}
        onChange={(event) => onText(event.target.value)}
      />
      {node !== undefined && (
        <label className={styles.applying}>
          <input
            type="checkbox"
            checked={filter.applying !== undefined}
            onChange={(event) => onOnlyApplying(event.target.checked)}
          />
          <span className={styles.node}>only what applies to {node}</span>
        </label>
      )}
      <span className={styles.count} role="status">
        {shown === all ? counted(all, 'policy') : `${shown.toLocaleString('en-US')} of ${counted(all, 'policy')}`}
      </span>
      {rejected && (
        <button type="button" className={styles.rejected} onClick={() => reveal(rejected.location)}>
          {counted(board.nowhere.length, 'rejected policy')} in no tier
        </button>
      )}
      {explanation && !('error' in explanation) && (
        <p className={styles.flow}>
          <span className={styles.ends}>
            {visibleText(explanation.fromLabel)} → {visibleText(explanation.toLabel)} {explanation.traffic}
          </span>
          <VerdictWord verdict={explanation.verdict} />
          <button type="button" className="button" data-kind="quiet" onClick={() => explain(undefined)}>
            Hide its way
          </button>
        </p>
      )}
      <p id="board-keys" className="visually-hidden">
        Enter opens the manifest. Alt and an arrow key move it; Space lifts it, arrow keys try places, Enter drops it.
        Shift F10 opens its menu.
      </p>
    </div>
  );
}
