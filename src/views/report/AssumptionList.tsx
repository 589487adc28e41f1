// What was taken for granted, each with the way to settle it; and the facts that can be given right here.

import { compareText } from '../../base/compare-text.ts';
import { selectReport } from '../../state/selectors.ts';
import { useWorkbench } from '../workbench-context.ts';
import { AddressRanges } from './AddressRanges.tsx';
import { AssumptionItem } from './AssumptionItem.tsx';
import { DomainForms } from './DomainForms.tsx';
import factStyles from './FactForms.module.css';
import styles from './LoadReport.module.css';
import { NodeFact } from './NodeFact.tsx';

export function AssumptionList() {
  const assumptions = useWorkbench((state) => selectReport(state)?.assumptions);
  const given = useWorkbench((state) => state.options.domains);
  const lacking = assumptions?.find(({ code }) => code === 'domain-addresses-unknown')?.subjects ?? [];
  const names = [...new Set([...lacking, ...given.map(({ name }) => name)])].sort(compareText);
  return (
    <>
      <section aria-label="Assumptions">
        <h3>Assumptions</h3>
        {assumptions?.length === 0 && (
          <p className={styles.note}>None: the manifests say everything that was needed.</p>
        )}
        <ul className={styles.assumptions}>
          {assumptions?.map((assumption) => (
            <li key={`${assumption.code} ${assumption.message}`}>
              <AssumptionItem assumption={assumption} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Missing facts">
        <h3>Facts no manifest here holds</h3>
        <p className={styles.note}>What you give counts at once, and can be undone like any edit.</p>
        <AddressRanges />
        <div className={factStyles.facts}>
          <NodeFact />
        </div>
        <DomainForms names={names} />
      </section>
    </>
  );
}
