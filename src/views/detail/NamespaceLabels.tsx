// The labels of a namespace, to be changed right there: an edit of its manifest, or a manifest where it has none.
import { X } from 'lucide-react';
import { useRef } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import type { Location, NamespaceSummary } from '../../engine/results.ts';
import { namespaceFact, parseLabels } from '../../state/fact-manifests.ts';
import { namespaceLabelChange } from '../../state/namespace-labels.ts';
import { Icon } from '../Icon.tsx';
import { NameText } from '../NameText.tsx';
import { FactForm } from '../report/FactForm.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';
import { LocationLink } from './LocationLink.tsx';
import labelStyles from './NamespaceLabels.module.css';

/** KEP-2161: every namespace has it, whatever its manifest says. */
const automatic = 'kubernetes.io/metadata.name';

interface NamespaceLabelsProps {
  readonly namespace: NamespaceSummary;
  /** Undefined where no manifest declares it, or while that is not known. */
  readonly declaredAt: Location | undefined;
}

export function NamespaceLabels({ namespace, declaredAt }: NamespaceLabelsProps) {
  const { name, declared, labels } = namespace;
  const files = useWorkbench((state) => state.files);
  const applyChange = useWorkbench((state) => state.applyChange);
  const section = useRef<HTMLElement>(null);
  const file = files.find(({ path }) => path === declaredAt?.file);
  const isEditable = !declared || (file !== undefined && !file.large);
  const write = (key: string, value: string | null): string | undefined => {
    const change = namespaceLabelChange(file, { namespace: name, key, value });
    if (!change.ok) return change.error;
    applyChange(change.value);
    return undefined;
  };
  const add = (text: string): string | undefined => {
    const parsed = parseLabels(text);
    if (!parsed.ok) return parsed.error;
    if (declared && parsed.value.length === 1) return parsed.value.map(([key, value]) => write(key, value))[0];
    if (declared) return 'Add one label at a time, like team=payments';
    applyChange(namespaceFact(name, parsed.value));
    return undefined;
  };
  const remove = (key: string) => {
    write(key, null);
    // Its row goes away under the focus.
    section.current?.querySelector<HTMLElement>('form:last-of-type input')?.focus();
  };
  return (
    <section ref={section} className={styles.column} aria-label={`Labels of namespace ${visibleText(name)}`}>
      <h3>
        Labels
        {!declared && <span className={styles.note}>no manifest given</span>}
      </h3>
      {labels.map(([key, value]) =>
        key === automatic || !isEditable ? (
          <p key={key} className={labelStyles.fixed} title={key === automatic ? 'Every namespace has it' : undefined}>
            <NameText tail={0}>{`${key}=${value}`}</NameText>
          </p>
        ) : (
          <FactForm
            key={key}
            isNarrow
            name={`Label ${visibleText(key)}`}
            label={<NameText>{key}</NameText>}
            placeholder="no value"
            button="Change"
            known={value}
            onGive={(text) => write(key, text.trim())}
          >
            <button
              type="button"
              className="button"
              data-kind="icon"
              aria-label={`Remove label ${visibleText(key)}`}
              title="Remove"
              onClick={() => remove(key)}
            >
              <Icon of={X} />
            </button>
          </FactForm>
        ),
      )}
      {isEditable && (
        <FactForm
          isNarrow
          clears
          name="New label"
          label="New label"
          placeholder="team=payments"
          button={declared ? 'Add' : 'Write manifest'}
          onGive={add}
        />
      )}
      {declaredAt && (
        <p className={labelStyles.place}>
          Written in <LocationLink location={declaredAt} />
        </p>
      )}
    </section>
  );
}
