// What would have to be known for a definite verdict, each with the way to say it.
import type { MissingFact } from '../../engine/explanation.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ExplainPanel.module.css';

export function MissingFacts({ facts }: { readonly facts: readonly MissingFact[] }) {
  const setToggle = useWorkbench((state) => state.setToggle);
  if (facts.length === 0) return null;
  return (
    <section className={styles.missing} aria-label="Not known">
      <h2>Not known</h2>
      <ul>
        {facts.map((fact) => (
          <li key={`${fact.code} ${fact.message}`}>
            <MessageText>{fact.message}</MessageText>.{' '}
            <span className={styles.remedy}>
              <MessageText>{fact.remedy}</MessageText>
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={() => setToggle('loadReportOpen', true)}>
        Give the pod address range
      </button>
    </section>
  );
}
