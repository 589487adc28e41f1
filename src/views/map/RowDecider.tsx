// The rule that decides a row: of each end one, with how many more there are where one row stands for several.
import { visibleText } from '../../base/visible-text.ts';
import type { FlowRow } from '../../engine/results.ts';
import { DirectionGlyph } from '../board/DirectionGlyph.tsx';
import { NameText } from '../NameText.tsx';
import { deciderName, decidersText } from './decider-words.ts';
import styles from './FlowTable.module.css';

const directions = ['egress', 'ingress'] as const;

export function RowDecider({ row }: { readonly row: FlowRow }) {
  const { decided = [], verdict } = row;
  if (decided.length === 0) {
    const words = verdict === 'unknown' ? 'a missing fact' : row.decided ? 'no policy' : 'see its explanation';
    return <span className={styles.mixed}>{words}</span>;
  }
  return (
    <span className={styles.deciders} title={visibleText(decidersText(row))}>
      {directions.map((direction) => {
        const [first, ...others] = decided.filter((one) => one.direction === direction);
        return first ? (
          <span key={direction} className={styles.decider}>
            <DirectionGlyph directions={[direction]} />
            <NameText>{deciderName(first)}</NameText>
            {first.rule !== undefined && <span className={styles.mixed}>{first.rule}</span>}
            {others.length > 0 && <span className={styles.mixed}>+{others.length}</span>}
          </span>
        ) : null;
      })}
    </span>
  );
}
