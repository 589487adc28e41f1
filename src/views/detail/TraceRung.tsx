// One step of a trace: its tier where that changes, order, policy, rule, outcome, the reason in words, and where it is written.

import { visibleText } from '../../base/visible-text.ts';
import type { StepOutcome, TraceStep } from '../../engine/explanation.ts';
import { kindWords } from '../../exporters/policy-words.ts';
import { NameText } from '../NameText.tsx';
import { Excerpt } from './Excerpt.tsx';
import styles from './ExplainPanel.module.css';
import { LocationLink } from './LocationLink.tsx';

interface TraceRungProps {
  readonly step: TraceStep;
  readonly isDeciding: boolean;
  /** Some policy governs this end. */
  readonly isGoverned: boolean;
  readonly isFirstOfTier: boolean;
  readonly textOf: (path: string) => string | undefined;
}

const words: Record<StepOutcome, string> = {
  'no-match': 'no rule matches',
  'not-applied': '',
  allow: 'allows',
  deny: 'denies',
  pass: 'passes on',
  log: 'logs',
  maybe: 'may match',
  'end-of-tier': 'end of tier',
  'default-allow': '',
  exempt: 'exempt',
};

export function TraceRung({ step, isDeciding, isGoverned, isFirstOfTier, textOf }: TraceRungProps) {
  const { policy, tier, rule, outcome, evidence, location } = step;
  return (
    <li
      className={styles.rung}
      data-deciding={isDeciding}
      data-outcome={outcome}
      aria-current={isDeciding ? 'step' : undefined}
    >
      {isFirstOfTier && tier !== '' && (
        <p className={styles.tier}>
          tier <NameText>{tier}</NameText>
        </p>
      )}
      <p className={styles.rungHead}>
        {policy && (
          <>
            <span className={styles.order} title={policy.order === undefined ? 'no order: last' : 'order in the tier'}>
              {policy.order ?? 'last'}
            </span>
            <NameText>{policy.name}</NameText>
            <span className={styles.policyKind}>{kindWords(policy.kind)}</span>
            {policy.staged && <span className={styles.staged}>staged</span>}
          </>
        )}
        {rule !== undefined && <span className={styles.rule}>rule {rule}</span>}
        <span className={styles.outcome}>{outcomeWords(step, isGoverned)}</span>
      </p>
      <p className={styles.reason}>{visibleText(step.reason)}</p>
      {evidence && evidence.length > 0 && (
        <p className={styles.evidence}>
          because of{' '}
          {evidence.map((item) => (
            <code key={item}>{visibleText(item)}</code>
          ))}
        </p>
      )}
      {location && (
        <div className={styles.source}>
          <Excerpt step={step} text={textOf(location.file)} />
          <LocationLink location={location} />
        </div>
      )}
    </li>
  );
}

function outcomeWords({ outcome, policy }: TraceStep, isGoverned: boolean): string {
  if (outcome === 'default-allow') return isGoverned ? 'after the last tier' : 'not governed';
  // What no rule decides is the tier's own to decide.
  if (outcome === 'pass' && !policy) return 'end of tier: passes on';
  return words[outcome];
}
