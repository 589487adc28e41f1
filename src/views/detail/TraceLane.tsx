// One end's way to its verdict: tiers and policies in order, the deciding step lit, what did not apply folded away.

import { visibleText } from '../../base/visible-text.ts';
import type { DirectionTrace } from '../../engine/explanation.ts';
import { counted } from '../counted.ts';
import { VerdictWord } from '../VerdictWord.tsx';
import styles from './ExplainPanel.module.css';
import { TraceRung } from './TraceRung.tsx';

export function TraceLane({ title, trace }: { readonly title: string; readonly trace: DirectionTrace }) {
  const rungs = trace.steps.map((step, index) => ({ step, isDeciding: index === trace.deciding }));
  const skipped = rungs.filter(({ step, isDeciding }) => step.outcome === 'not-applied' && !isDeciding);
  const visited = rungs.filter((rung) => !skipped.includes(rung));
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
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are a sequence; one policy may occur twice
          <TraceRung key={index} step={step} isDeciding={isDeciding} />
        ))}
      </ol>
      {skipped.length > 0 && (
        <details className={styles.skipped}>
          <summary>{counted(skipped.length, 'policy')} not applied here</summary>
          <ol>
            {skipped.map(({ step }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are a sequence; one policy may occur twice
              <TraceRung key={index} step={step} isDeciding={false} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
