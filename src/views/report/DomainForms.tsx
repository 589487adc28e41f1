// Domain names that policies use: a field for each, those already given included.
import { DomainForm } from './DomainForm.tsx';
import styles from './DomainForms.module.css';

interface DomainFormsProps {
  readonly names: readonly string[];
}

/** More at once nobody fills in. */
const mostShown = 20;

export function DomainForms({ names }: DomainFormsProps) {
  if (names.length === 0) return null;
  return (
    <div className={styles.domains}>
      <p className={styles.note}>Addresses behind domain names, as far as you know them. They stay in this browser.</p>
      {names.slice(0, mostShown).map((name) => (
        <DomainForm key={name} name={name} />
      ))}
      {names.length > mostShown && <p className={styles.note}>and {names.length - mostShown} more names</p>}
    </div>
  );
}
