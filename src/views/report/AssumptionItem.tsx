// One thing taken for granted: what, how to settle it, and a field to settle it here where that can be done.
import { visibleText } from '../../base/visible-text.ts';
import type { Assumption } from '../../engine/results.ts';
import { namespaceFact, serviceAccountFact } from '../../state/fact-manifests.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { LabelFacts } from './LabelFacts.tsx';
import styles from './LoadReport.module.css';
import { withoutFlags } from './without-flags.ts';

const mostSubjects = 12;

export function AssumptionItem({ assumption }: { readonly assumption: Assumption }) {
  const { code, message, remedy, subjects } = assumption;
  const isNamespace = code === 'implicit-namespace';
  const isAccount = code === 'implicit-service-account';
  return (
    <>
      <MessageText>{message}</MessageText>
      {remedy !== undefined && (
        <span className={styles.advice}>
          <MessageText>{withoutFlags(remedy)}</MessageText>
        </span>
      )}
      {isNamespace && <LabelFacts subjects={subjects} what="namespace" write={namespaceFact} />}
      {isAccount && <LabelFacts subjects={subjects} what="service account" write={serviceAccountFact} />}
      {!isNamespace && !isAccount && subjects.length > 0 && (
        <span className={styles.names}>
          {subjects.slice(0, mostSubjects).map(visibleText).join(', ')}
          {subjects.length > mostSubjects && `, and ${subjects.length - mostSubjects} more`}
        </span>
      )}
    </>
  );
}
