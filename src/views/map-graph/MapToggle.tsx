// A pressed-or-not button of the graph's toolbar.
import styles from './MapToolbar.module.css';

interface MapToggleProps {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
  readonly title: string;
  /** How much it shows. */
  readonly count?: number;
  readonly children: string;
}

export function MapToggle({ on, set, title, count, children }: MapToggleProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} title={title} onClick={() => set(!on)}>
      {children}
      {count !== undefined && <span className={styles.count}> {count}</span>}
    </button>
  );
}
