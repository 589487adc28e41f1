// What would have to be known for a definite verdict, each with the way to say it.
import type { MissingFact } from '../../engine/explanation.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { DomainForms } from '../report/DomainForms.tsx';
import { withoutFlags } from '../report/without-flags.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ExplainPanel.module.css';

/** Facts that a pod address range settles. */
const settledByRange: readonly string[] = ['address-unknown', 'address-family-unknown'];

export function MissingFacts({ facts }: { readonly facts: readonly MissingFact[] }) {
  const setToggle = useWorkbench((state) => state.setToggle);
  if (facts.length === 0) return null;
  const domains = [...new Set(facts.flatMap((fact) => fact.names ?? []))];
  return (
    <section className={styles.missing} aria-label="Not known">
      <h2>Not known</h2>
      <ul>
        {facts.map((fact) => (
          <li key={`${fact.code} ${fact.message}`}>
            <MessageText>{fact.message}</MessageText>.{' '}
            <span className={styles.remedy}>
              <MessageText>{withoutFlags(fact.remedy)}</MessageText>
            </span>
          </li>
        ))}
      </ul>
      <DomainForms names={domains} />
      {facts.some(({ code }) => settledByRange.includes(code)) && (
        <button type="button" className="link" onClick={() => setToggle('loadReportOpen', true)}>
          Give the pod address range
        </button>
      )}
    </section>
  );
}
