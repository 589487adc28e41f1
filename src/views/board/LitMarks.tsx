// What the ends of the explained flow found at a card or at the end of a tier, each with its turn.
import type { LitMark } from '../../state/lit-path.ts';
import { VerdictWord } from '../VerdictWord.tsx';
import { markWords } from './card-words.ts';
import styles from './LitMarks.module.css';

/** A rule that allows or denies says so in its own words. */
const saysVerdict = ({ outcome }: LitMark): boolean => outcome === 'allow' || outcome === 'deny';

export function LitMarks({ marks }: { readonly marks: readonly LitMark[] }) {
  return (
    <span className={styles.marks}>
      {marks.map((mark) => (
        <span key={`${mark.direction} ${mark.turn}`} className={styles.mark} data-decided={mark.decided}>
          <span className={styles.lane}>
            {mark.direction} {mark.turn}
          </span>
          <span className={styles.words}>{markWords(mark)}</span>
          {mark.decided && !saysVerdict(mark) && <VerdictWord verdict={mark.decided} />}
        </span>
      ))}
    </span>
  );
}
