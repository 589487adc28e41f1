// The keys of a place that wants them for itself.
import styles from './HelpDialog.module.css';

export interface Shortcut {
  readonly keys: string;
  readonly does: string;
}

interface PlaceKeysProps {
  readonly place: string;
  readonly shortcuts: readonly Shortcut[];
}

export function PlaceKeys({ place, shortcuts }: PlaceKeysProps) {
  return (
    <section className={styles.placeKeys} aria-label={place}>
      <h3>{place}</h3>
      <dl className={styles.pairs}>
        {shortcuts.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
