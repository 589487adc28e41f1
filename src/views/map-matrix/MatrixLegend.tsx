// What the cells mean, in the marks themselves; only those that the matrix uses.
import type { CellVerdict } from '../../graph/matrix-model.ts';
import styles from './MatrixView.module.css';

interface MatrixLegendProps {
  readonly used: ReadonlySet<CellVerdict>;
  readonly hasFlips: boolean;
}

const entries: readonly { readonly verdict: CellVerdict; readonly words: string }[] = [
  { verdict: 'allowed', words: 'every pair allowed' },
  { verdict: 'mixed', words: 'some allowed, as many as it is filled' },
  { verdict: 'unknown', words: 'unknown' },
  { verdict: 'denied', words: 'none allowed' },
];

export function MatrixLegend({ used, hasFlips }: MatrixLegendProps) {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {entries
        .filter(({ verdict }) => used.has(verdict))
        .map(({ verdict, words }) => (
          <li key={verdict}>
            <span className={styles.swatch} data-verdict={verdict} aria-hidden="true">
              {verdict === 'unknown' ? '?' : ''}
            </span>
            {words}
          </li>
        ))}
      {hasFlips && <li>▲ opened</li>}
      {hasFlips && <li>▼ closed</li>}
    </ul>
  );
}
