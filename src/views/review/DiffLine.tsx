// A line of a changed object, with its number in base and head.
import type { LinePair } from '../../base/line-diff.ts';
import { visibleText } from '../../base/visible-text.ts';
import styles from './ObjectDiff.module.css';

const marks = { same: ' ', removed: '−', added: '+' } as const;

export function DiffLine({ line: { change, text, before, after } }: { readonly line: LinePair }) {
  return (
    <div className={styles.line} data-change={change}>
      <span className={styles.number}>{before}</span>
      <span className={styles.number}>{after}</span>
      <span className={styles.mark} aria-hidden="true">
        {marks[change]}
      </span>
      <code>
        {change !== 'same' && <span className="visually-hidden">{change}: </span>}
        {visibleText(text)}
      </code>
    </div>
  );
}
