// Beside the cell under the pointer: who, to whom, and what holds between them.
import { flipWords, fullName, type MatrixCell, pairWords } from '../../graph/matrix-model.ts';
import { NameText } from '../NameText.tsx';
import styles from './MatrixView.module.css';

interface MatrixTipProps {
  readonly cell: MatrixCell;
  /** Of the cell, in the element's pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ROOM = { width: 300, height: 76 } as const;
const GAP = 14;

export function MatrixTip({ cell, x, y, width, height }: MatrixTipProps) {
  const left = x + GAP + ROOM.width > width ? x - GAP - ROOM.width : x + GAP;
  const top = y + GAP + ROOM.height > height ? y - GAP - ROOM.height : y + GAP;
  const flips = flipWords(cell);
  return (
    <div
      className={styles.tip}
      style={{ left: Math.max(0, left), top: Math.max(0, top), maxWidth: ROOM.width }}
      aria-hidden="true"
    >
      <p className={styles.pair}>
        <NameText>{fullName(cell.source)}</NameText> → <NameText>{fullName(cell.target)}</NameText>
      </p>
      <p>{pairWords(cell)}</p>
      {flips !== '' && <p>{flips}</p>}
    </div>
  );
}
