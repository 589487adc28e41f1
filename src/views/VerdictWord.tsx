// A verdict as mark, word in small capitals and colour.
import type { Verdict } from '../engine/results.ts';
import styles from './VerdictWord.module.css';

const marks = { allowed: '→', denied: '⊣', unknown: '?', mixed: '⇸' } as const;

export function VerdictWord({ verdict }: { readonly verdict: Verdict | 'mixed' }) {
  return (
    <span className={styles.word} data-verdict={verdict}>
      <span aria-hidden="true">{marks[verdict]}</span>
      {verdict}
    </span>
  );
}
