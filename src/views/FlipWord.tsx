// How a verdict changed, as mark, word in small capitals and colour.
import type { FlipKind } from '../engine/results.ts';
import styles from './VerdictWord.module.css';

export const flipMarks = { opened: '▲', closed: '▼', unknown: '◌' } as const;

export function FlipWord({ flip }: { readonly flip: FlipKind }) {
  return (
    <span className={styles.word} data-flip={flip}>
      <span aria-hidden="true">{flipMarks[flip]}</span>
      {flip}
    </span>
  );
}
