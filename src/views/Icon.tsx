// An icon beside or in place of a word: one size, one stroke, silent to screen readers.
import type { LucideIcon } from 'lucide-react';
import styles from './Icon.module.css';

export function Icon({ of: Drawing }: { readonly of: LucideIcon }) {
  return <Drawing className={styles.icon} aria-hidden="true" absoluteStrokeWidth />;
}
