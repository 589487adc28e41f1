// Flips in brief: `▲1 ▼2`, with the words for those who do not see the marks.
import type { Impact } from '../../engine/results.ts';
import { flipMarks } from '../FlipWord.tsx';
import styles from './SidePane.module.css';

const kinds = ['opened', 'closed', 'unknown'] as const;

export function FlipCounts({ impact }: { readonly impact: Impact }) {
  return (
    <span className={styles.flips}>
      {kinds.map(
        (kind) =>
          impact[kind] > 0 && (
            <span key={kind} data-flip={kind}>
              <span aria-hidden="true">{flipMarks[kind]}</span>
              {impact[kind]}
              <span className="visually-hidden"> {kind}</span>
            </span>
          ),
      )}
    </span>
  );
}
