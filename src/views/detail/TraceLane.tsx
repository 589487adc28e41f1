// One end's way to its verdict: tiers and policies in order, the deciding step lit, what was not asked folded away by the reason.

import { visibleText } from '../../base/visible-text.ts';
import type { DirectionTrace } from '../../engine/explanation.ts';
import { groupSkipped } from '../../exporters/policy-words.ts';
import { counted } from '../counted.ts';
import { VerdictWord } from '../VerdictWord.tsx';
import styles from './ExplainPanel.module.css';
import { TraceRung } from './TraceRung.tsx';

interface TraceLaneProps {
  readonly title: string;
  readonly trace: DirectionTrace;
  /** The text of a file, where the page has it. */
  readonly textOf: (path: string) => string | undefined;
}

export function TraceLane({ title, trace, textOf }: TraceLaneProps) {
  const rungs = trace.steps.map((step, index) => ({ step, isDeciding: index === trace.deciding }));
  const skipped = rungs.filter(({ step, isDeciding }) => step.outcome === 'not-applied' && !isDeciding);
  const visited = rungs.filter((rung) => !skipped.includes(rung));
  const isGoverned = visited.some(({ step }) => step.policy !== undefined);
  const groups = groupSkipped(skipped.map(({ step }) => step));
  return (
    <section className={styles.lane} aria-label={title}>
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
      <ol>
        {visited.map(({ step, isDeciding }, index) => (
          <TraceRung
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are a sequence; one policy may occur twice
            key={index}
            step={step}
            isDeciding={isDeciding}
            isGoverned={isGoverned}
            textOf={textOf}
            isFirstOfTier={step.tier !== visited[index - 1]?.step.tier}
          />
        ))}
      </ol>
      {skipped.length > 0 && (
        <details className={styles.skipped}>
          <summary>
            {counted(skipped.length, 'policy')} not asked: {groups.map(({ words }) => words).join(' · ')}
          </summary>
          {groups.map(({ skip, words, steps }) => (
            <section key={skip} aria-label={words}>
              <h3>{words}</h3>
              <ol>
                {steps.map((step, index) => (
                  <TraceRung
                    // biome-ignore lint/suspicious/noArrayIndexKey: steps are a sequence; one policy may occur twice
                    key={index}
                    step={step}
                    isDeciding={false}
                    isGoverned={isGoverned}
                    textOf={textOf}
                    isFirstOfTier={step.tier !== steps[index - 1]?.tier}
                  />
                ))}
              </ol>
            </section>
          ))}
        </details>
      )}
    </section>
  );
}
