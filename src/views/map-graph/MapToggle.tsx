// A pressed-or-not button of the graph's toolbar.
import styles from './MapToolbar.module.css';

interface MapToggleProps {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
  readonly title: string;
  readonly children: string;
}

export function MapToggle({ on, set, title, children }: MapToggleProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} title={title} onClick={() => set(!on)}>
      {children}
    </button>
  );
}
