// Goals and limits, each with its state by icon, word and colour; one that fails with the chain of the explanation.
import { Circle, CircleCheck, CircleHelp } from 'lucide-react';
import type { AssertionResult } from '../../engine/assertion-report.ts';
import type { LessonStep } from '../../lessons/lesson.ts';
import type { LessonWhy, StepGrade } from '../../state/lesson-slice.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { isSameQuery } from '../flow-query.ts';
import { Icon } from '../Icon.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './GoalSection.module.css';
import { type GoalState, goalState, limitWords, oddWords, whyLines } from './goal-words.ts';

const icons = { holds: CircleCheck, 'not yet': Circle, 'not known': CircleHelp } as const;

interface GoalListProps {
  readonly step: LessonStep;
  readonly grade: StepGrade | undefined;
}

export function GoalList({ step, grade }: GoalListProps) {
  const whys = useWorkbench((state) => state.lessonWhys);
  return (
    <ul className={styles.goals} aria-label="Goals of this step">
      {grade
        ? grade.goals.map((goal) => (
            <Goal key={goal.name} goal={goal} why={whys.find(({ query }) => isSameQuery(query, goal.query))} />
          ))
        : step.goals.map(({ name }) => (
            <li key={name} className={styles.goal}>
              <GoalLine state="not yet" name={name} isUnknown />
            </li>
          ))}
      {grade?.limits.map((limit) => (
        <li key={limit.of} className={styles.goal} data-state={limit.holds ? 'holds' : 'not yet'}>
          <GoalLine state={limit.holds ? 'holds' : 'not yet'} name={limitWords(limit)} />
        </li>
      ))}
    </ul>
  );
}

interface GoalLineProps {
  readonly state: GoalState;
  readonly name: string;
  /** Not judged yet. */
  readonly isUnknown?: boolean;
}

function GoalLine({ state, name, isUnknown = false }: GoalLineProps) {
  return (
    <div className={styles.goalLine}>
      <Icon of={icons[state]} />
      <span className={styles.name}>
        <MessageText>{name}</MessageText>
      </span>
      <span className={styles.state}>{isUnknown ? '' : state}</span>
    </div>
  );
}

function Goal({ goal, why }: { readonly goal: AssertionResult; readonly why: LessonWhy | undefined }) {
  const explain = useWorkbench((state) => state.explain);
  const state = goalState(goal);
  const odd = oddWords(goal);
  return (
    <li className={styles.goal} data-state={state}>
      <GoalLine state={state} name={goal.name} />
      {state !== 'holds' && (
        <div className={styles.why}>
          {goal.fault !== undefined && (
            <p>
              <MessageText>{goal.fault}</MessageText>
            </p>
          )}
          {odd !== undefined && <p>{odd}</p>}
          <p>
            {whyLines(goal.expect, why?.answer).map(({ end, chain }) => (
              <span key={end} className={styles.chain}>
                <span className={styles.end}>{end}</span> {chain}
              </span>
            ))}
            <button
              type="button"
              className="link"
              aria-label={`Explain: ${goal.name}`}
              onClick={() => explain(goal.query)}
            >
              Explain
            </button>
          </p>
        </div>
      )}
    </li>
  );
}
