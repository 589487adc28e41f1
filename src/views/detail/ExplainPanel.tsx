// Why one flow has its verdict: the sentence, both ends step by step, what is not known, and a form for another flow.

import { visibleText } from '../../base/visible-text.ts';
import type { FlowQuery } from '../../engine/explanation.ts';
import { explainWithTexts } from '../../exporters/explain-text.ts';
import { CopyButton } from '../CopyButton.tsx';
import { VerdictWord } from '../VerdictWord.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';
import { ExplainForm } from './ExplainForm.tsx';
import explainStyles from './ExplainPanel.module.css';
import { MissingFacts } from './MissingFacts.tsx';
import { PinButton } from './PinButton.tsx';
import { Remedies } from './Remedies.tsx';
import { ServiceBackends } from './ServiceBackends.tsx';
import { TraceLane } from './TraceLane.tsx';
import { useExplainedFiles } from './use-explained-files.ts';

export function ExplainPanel({ query }: { readonly query: FlowQuery }) {
  const answer = useWorkbench((state) => state.explanation);
  const stale = useWorkbench((state) => state.stale);
  const explanation = answer && 'egress' in answer ? answer : undefined;
  const textOf = useExplainedFiles(explanation);
  const key = JSON.stringify(query);
  const fault = answer && 'error' in answer ? answer : undefined;
  return (
    <div className={explainStyles.panel} data-testid="explain" data-verdict={explanation?.verdict} data-stale={stale}>
      <header className={styles.head}>
        <ExplainForm key={key} query={query} />
        {explanation && (
          <span className={explainStyles.verdict} data-verdict={explanation.verdict}>
            <VerdictWord verdict={explanation.verdict} />
          </span>
        )}
        {explanation && <PinButton explanation={explanation} />}
        {explanation && <CopyButton text={() => explainWithTexts(explanation, textOf)} label="Copy as text" />}
      </header>
      <div className={styles.scroll}>
        {fault && (
          <p className={styles.empty} role="alert">
            {visibleText(fault.error)}
            {fault.suggestions.length > 0 && `. Did you mean ${fault.suggestions.map(visibleText).join(', ')}?`}
          </p>
        )}
        {explanation && (
          <>
            <p className={explainStyles.summary}>{visibleText(explanation.summary)}</p>
            <ServiceBackends explanation={explanation} />
            <MissingFacts facts={explanation.missing} />
            <Remedies key={key} />
            <div className={explainStyles.lanes}>
              {[explanation.egress, explanation.ingress].map((trace) => (
                <TraceLane
                  key={`${trace.direction} ${trace.endpoint}`}
                  title={trace.direction === 'egress' ? 'Egress at the source' : 'Ingress at the destination'}
                  trace={trace}
                  decides={trace.verdict === explanation.verdict}
                  textOf={textOf}
                />
              ))}
            </div>
          </>
        )}
      </div>
    </div>
  );
}
