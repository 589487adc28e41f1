// A statement of fact: a mark after it opens its receipt, what it rests on as it is in the draft now.
import { SearchCheck } from 'lucide-react';
import { useId, useState } from 'react';
import type { CheckResult } from '../../engine/grading/check.ts';
import type { LessonParagraph } from '../../lessons/lesson.ts';
import { shownGrade } from '../../state/lesson-queries.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { Icon } from '../Icon.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ProseText } from './ProseText.tsx';
import styles from './StepText.module.css';

interface FactParagraphProps {
  readonly paragraph: LessonParagraph;
  /** Of its checks among those of the step. */
  readonly first: number;
}

const whenSo = {
  start: 'The sentence speaks of the manifests as the step begins.',
  solution: 'The sentence speaks of the manifests once the step is solved.',
} as const;

export function FactParagraph({ paragraph: { text, fact }, first }: FactParagraphProps) {
  const facts = useWorkbench((state) => shownGrade(state)?.facts);
  const [open, setOpen] = useState(false);
  const id = useId();
  const checks = facts?.slice(first, first + (fact?.holds.length ?? 0)) ?? [];
  const mark = (
    <button
      type="button"
      className={styles.mark}
      aria-expanded={open}
      aria-controls={id}
      aria-label="What this rests on"
      title="What this rests on"
      onClick={() => setOpen(!open)}
    >
      <Icon of={SearchCheck} />
    </button>
  );
  return (
    <div className={styles.fact}>
      <ProseText tail={mark}>{text}</ProseText>
      <div id={id} className={styles.receipt} hidden={!open}>
        {checks.map((check, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: checks have their places in the lesson
          <FactCheck key={at} check={check} />
        ))}
        {checks.length === 0 && <p>Being looked up…</p>}
        {fact && checks.some(({ holds }) => !holds) && <p>{whenSo[fact.at]}</p>}
      </div>
    </div>
  );
}

function FactCheck({ check: { holds, claim, now, query } }: { readonly check: CheckResult }) {
  const explain = useWorkbench((state) => state.explain);
  return (
    <p className={styles.check}>
      <span className={styles.claim}>
        <MessageText>{claim}</MessageText>
      </span>
      <span className={styles.now}>{holds ? 'so it is' : `now: ${now}`}</span>
      {query && (
        <button type="button" className="link" onClick={() => explain(query)}>
          Explain
        </button>
      )}
    </p>
  );
}
