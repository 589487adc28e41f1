// One line across the window: something is not as it should be, and what can be done.
import type { ReactNode } from 'react';
import type { Severity } from '../../documents/diagnostic.ts';
import { SeverityMark } from '../SeverityMark.tsx';
import styles from './Banner.module.css';

interface BannerProps {
  readonly severity: Severity;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

export function Banner({ severity, children, actions, onDismiss }: BannerProps) {
  return (
    <div className={styles.banner} data-severity={severity} role={severity === 'error' ? 'alert' : 'status'}>
      <SeverityMark severity={severity} />
      <p className={styles.text}>{children}</p>
      {actions}
      {onDismiss && (
        <button type="button" className="link" onClick={onDismiss}>
          Dismiss
        </button>
      )}
    </div>
  );
}
