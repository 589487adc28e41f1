// One end's way through one tier, drawn along the head of its column: asked, passed over, decided, or not reached.

import type { Direction, Verdict } from '../../engine/results.ts';
import type { LaneState } from '../../state/lit-path.ts';
import { VerdictWord } from '../VerdictWord.tsx';
import styles from './LaneStrip.module.css';

interface LaneStripProps {
  readonly direction: Direction;
  readonly state: LaneState;
  readonly verdict: Verdict;
}

const words: Readonly<Record<LaneState, string>> = {
  asked: 'asked, passes on',
  decided: 'decided here',
  over: 'no policy governs it here',
  beyond: 'decided before',
};

export function LaneStrip({ direction, state, verdict }: LaneStripProps) {
  return (
    <p className={styles.strip} data-state={state} title={`${direction}: ${words[state]}`}>
      <span className={styles.name} aria-hidden="true">
        {direction}
      </span>
      <span className="visually-hidden">
        {direction}: {words[state]}
      </span>
      <span className={styles.line} aria-hidden="true" />
      {state === 'decided' && <VerdictWord verdict={verdict} />}
    </p>
  );
}
