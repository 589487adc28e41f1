// One direction's isolation: the gate and what it says.

import { counted } from '../../base/counted.ts';
import type { Direction, Isolation } from '../../engine/results.ts';
import { GateGlyph } from '../GateGlyph.tsx';
import styles from './DetailPane.module.css';

export function GateWords({ direction, isolation }: { readonly direction: Direction; readonly isolation: Isolation }) {
  return (
    <span className={styles.gate}>
      <GateGlyph state={isolation.state} direction={direction} size={16} />
      {gateSentence(direction, isolation)}
    </span>
  );
}

function gateSentence(direction: Direction, { state, policies, allowingRules }: Isolation): string {
  if (state === 'open') return `${direction} not governed`;
  if (policies.length === 0) return `${direction} closed but for failsafe ports and profiles`;
  const rules = allowingRules === 0 ? 'no rule allows anything' : `${counted(allowingRules, 'allowing rule')}`;
  return `${direction} governed${state === 'mixed' ? ' for some pods' : ''} by ${counted(policies.length, 'policy')}, ${rules}`;
}
