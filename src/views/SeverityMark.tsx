// The mark of a severity: never the mark of a verdict. The word is there for those who do not see it.
import type { Severity } from '../documents/diagnostic.ts';
import styles from './SeverityMark.module.css';

const shapes = {
  error: 'M4.2 1h5.6L13 4.2v5.6L9.8 13H4.2L1 9.8V4.2zM7 3.8v4M7 9.4v1.2',
  warning: 'M7 1.5 13.2 12.5H.8zM7 5.2v3.6M7 10v1.2',
  info: 'M7 1.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6M7 6.2v4M7 3.6v1.2',
} as const;

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <svg
      className={styles.mark}
      data-severity={severity}
      viewBox="0 0 14 14"
      width="12"
      height="12"
      role="img"
      aria-label={severity}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    >
      <path d={shapes[severity]} />
    </svg>
  );
}
