// Namespaces or service accounts that no manifest holds: a field for the labels of each writes its manifest.
import { visibleText } from '../../base/visible-text.ts';
import type { TextChange } from '../../documents/text-edit.ts';
import { type FactLabels, parseLabels } from '../../state/fact-manifests.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { FactForm } from './FactForm.tsx';
import styles from './FactForms.module.css';

interface LabelFactsProps {
  readonly subjects: readonly string[];
  /** `namespace`, `service account`. */
  readonly what: string;
  readonly write: (subject: string, labels: FactLabels) => TextChange;
}

/** More at once nobody fills in: manifests are exported then. */
const mostShown = 8;

export function LabelFacts({ subjects, what, write }: LabelFactsProps) {
  const applyChange = useWorkbench((state) => state.applyChange);
  return (
    <div className={styles.facts}>
      {subjects.slice(0, mostShown).map((subject) => (
        <FactForm
          key={subject}
          name={`Labels of ${what} ${visibleText(subject)}`}
          label={<NameText tail={12}>{subject}</NameText>}
          placeholder="team=payments, env=prod"
          button="Write manifest"
          onGive={(text) => {
            const labels = parseLabels(text);
            if (!labels.ok) return labels.error;
            applyChange(write(subject, labels.value));
            // Once given it is no longer missing, and its field goes away under the focus.
            const around = document.activeElement?.closest('[role="document"]');
            if (around instanceof HTMLElement) around.focus();
            return undefined;
          }}
        />
      ))}
      {subjects.length > mostShown && <p className={styles.more}>and {subjects.length - mostShown} more</p>}
    </div>
  );
}
