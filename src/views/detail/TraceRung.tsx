// One step of a trace: policy or tier, rule, outcome, the reason in words, and where it is written.

import { visibleText } from '../../base/visible-text.ts';
import type { StepOutcome, TraceStep } from '../../engine/explanation.ts';
import { NameText } from '../NameText.tsx';
import styles from './ExplainPanel.module.css';
import { LocationLink } from './LocationLink.tsx';

const words: Record<StepOutcome, string> = {
  'no-match': 'no rule matches',
  'not-applied': 'does not apply',
  allow: 'allows',
  deny: 'denies',
  pass: 'passes on',
  log: 'logs',
  maybe: 'may match',
  'end-of-tier': 'end of tier',
  'default-allow': 'not governed',
  exempt: 'exempt',
};

export function TraceRung({ step, isDeciding }: { readonly step: TraceStep; readonly isDeciding: boolean }) {
  return (
    <li
      className={styles.rung}
      data-deciding={isDeciding}
      data-outcome={step.outcome}
      aria-current={isDeciding ? 'step' : undefined}
    >
      <p className={styles.rungHead}>
        {step.policy ? (
          <NameText>{step.policy.name}</NameText>
        ) : (
          <span className={styles.tier}>{visibleText(step.tier)}</span>
        )}
        {step.rule !== undefined && <span className={styles.rule}>rule {step.rule}</span>}
        <span className={styles.outcome}>{words[step.outcome]}</span>
        {step.location && <LocationLink location={step.location} />}
      </p>
      <p className={styles.reason}>{visibleText(step.reason)}</p>
    </li>
  );
}
