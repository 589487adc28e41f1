// A key as the person's platform writes it.
import styles from './KeyHint.module.css';
import { chordText, isMac, type KeyChord } from './key-chord.ts';

export function KeyHint({ chord }: { readonly chord: KeyChord }) {
  return <kbd className={styles.key}>{chordText(chord, isMac())}</kbd>;
}
