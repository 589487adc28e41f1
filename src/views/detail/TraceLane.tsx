// One end's way to its verdict: tiers and policies in order, the deciding step lit, what led to it and what was not asked folded away.

import { counted } from '../../base/counted.ts';
import { visibleText } from '../../base/visible-text.ts';
import type { DirectionTrace } from '../../engine/explanation.ts';
import { groupSkipped } from '../../exporters/policy-words.ts';
import { VerdictWord } from '../VerdictWord.tsx';
import styles from './ExplainPanel.module.css';
import { RungList } from './RungList.tsx';
import { beforeWords, stepsBefore } from './steps-before.ts';

interface TraceLaneProps {
  readonly title: string;
  readonly trace: DirectionTrace;
  /** This end has the verdict of the flow: only then its deciding step has a colour. */
  readonly decides: boolean;
  /** The text of a file, where the page has it. */
  readonly textOf: (path: string) => string | undefined;
}

export function TraceLane({ title, trace, decides, textOf }: TraceLaneProps) {
  const deciding = trace.steps[trace.deciding];
  const skipped = trace.steps.filter((step) => step.outcome === 'not-applied' && step !== deciding);
  const visited = trace.steps.filter((step) => !skipped.includes(step));
  const before = stepsBefore(visited, deciding ? visited.indexOf(deciding) : 0);
  const groups = groupSkipped(skipped);
  const rungs = { isGoverned: visited.some(({ policy }) => policy !== undefined), textOf };
  return (
    <section className={styles.lane} aria-label={title} data-decides={decides}>
      <header className={styles.laneHead}>
        <h2>
          {title}{' '}
          <bdi className={styles.endpoint}>
            {visibleText(trace.endpoint)
              .split(/(?<=\/)/)
              .map((part) => (
                <span key={part}>{part}</span>
              ))}
          </bdi>
        </h2>
        <VerdictWord verdict={trace.verdict} />
      </header>
      <p className={styles.chain}>{visibleText(trace.chain)}</p>
      {before.length > 0 && (
        <details className={styles.skipped} data-kind="before">
          <summary>{beforeWords(before)}</summary>
          <RungList steps={before} {...rungs} />
        </details>
      )}
      <RungList steps={visited.slice(before.length)} deciding={deciding} {...rungs} />
      {skipped.length > 0 && (
        <details className={styles.skipped}>
          <summary>
            {counted(skipped.length, 'policy')} not asked: {groups.map(({ words }) => words).join(' · ')}
          </summary>
          {groups.map(({ skip, words, steps }) => (
            <section key={skip} aria-label={words}>
              <h3>{words}</h3>
              <RungList steps={steps} {...rungs} />
            </section>
          ))}
        </details>
      )}
    </section>
  );
}
