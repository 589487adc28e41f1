// One row of the table: a flow or a flip. Rows that are not here yet keep their place.
import { memo } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import type { FlipRow, FlowRow } from '../../engine/results.ts';
import { FlipWord } from '../FlipWord.tsx';
import { NodeName } from '../NodeName.tsx';
import { VerdictWord } from '../VerdictWord.tsx';
import styles from './FlowTable.module.css';
import { RowDecider } from './RowDecider.tsx';
import { RowPin } from './RowPin.tsx';

interface FlowTableRowProps {
  readonly id: string;
  /** From 0. */
  readonly place: number;
  readonly row: FlowRow | FlipRow | undefined;
  /** Its explanation is on show. */
  readonly isShown: boolean;
  readonly isCursor: boolean;
  readonly onOpen: (place: number) => void;
  readonly onPin: (place: number) => void;
}

export const FlowTableRow = memo(function FlowTableRow({
  id,
  place,
  row,
  isShown,
  isCursor,
  onOpen,
  onPin,
}: FlowTableRowProps) {
  // The heading is the first row.
  const face = { id, className: styles.row, 'aria-rowindex': place + 2, 'data-cursor': isCursor };
  if (!row) {
    return (
      <tr {...face} aria-busy="true">
        <td colSpan={6} className={styles.waiting}>
          …
        </td>
      </tr>
    );
  }
  return (
    <tr {...face} aria-selected={isShown} data-shown={isShown} data-verdict={row.verdict} onClick={() => onOpen(place)}>
      <td>
        <NodeName id={row.src} />
      </td>
      <td>
        <NodeName id={row.dst} />
      </td>
      <td className={styles.code}>{row.protocol}</td>
      <td className={styles.code} title={row.ports}>
        {row.ports}
      </td>
      <td title={row.missing === undefined ? undefined : visibleText(row.missing)}>
        <RowPin row={row} onToggle={() => onPin(place)} />
        <button type="button" tabIndex={-1} className={styles.verdict} title="Explain">
          {'flip' in row ? <FlipWord flip={row.flip} /> : <VerdictWord verdict={row.verdict} />}
        </button>
        {row.mixed && (
          <span className={styles.mixed}>
            {' '}
            {row.mixed.pairs} of {row.mixed.of} pairs
          </span>
        )}
        {'flip' in row && row.flip === 'unknown' && (
          <span className={styles.mixed}>
            {' '}
            {row.was} → {row.verdict}
          </span>
        )}
      </td>
      <td>
        <RowDecider row={row} />
      </td>
    </tr>
  );
});
