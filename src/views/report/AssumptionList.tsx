// What was taken for granted, each with the way to settle it; the pod address range can be given right here.

import { compareText } from '../../base/compare-text.ts';
import { visibleText } from '../../base/visible-text.ts';
import { selectReport } from '../../state/selectors.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { AddressRanges } from './AddressRanges.tsx';
import { DomainForms } from './DomainForms.tsx';
import styles from './LoadReport.module.css';
import { withoutFlags } from './without-flags.ts';

const mostSubjects = 12;

export function AssumptionList() {
  const assumptions = useWorkbench((state) => selectReport(state)?.assumptions);
  const given = useWorkbench((state) => state.options.domains);
  const lacking = assumptions?.find(({ code }) => code === 'domain-addresses-unknown')?.subjects ?? [];
  const names = [...new Set([...lacking, ...given.map(({ name }) => name)])].sort(compareText);
  return (
    <section aria-label="Assumptions">
      <h3>Assumptions</h3>
      {assumptions?.length === 0 && <p className={styles.note}>None: the manifests say everything that was needed.</p>}
      <ul className={styles.assumptions}>
        {assumptions?.map(({ code, message, remedy, subjects }) => (
          <li key={`${code} ${message}`}>
            <MessageText>{message}</MessageText>
            {remedy !== undefined && (
              <span className={styles.advice}>
                <MessageText>{withoutFlags(remedy)}</MessageText>
              </span>
            )}
            {subjects.length > 0 && (
              <span className={styles.names}>
                {subjects.slice(0, mostSubjects).map(visibleText).join(', ')}
                {subjects.length > mostSubjects && `, and ${subjects.length - mostSubjects} more`}
              </span>
            )}
          </li>
        ))}
      </ul>
      <AddressRanges />
      <DomainForms names={names} />
    </section>
  );
}
