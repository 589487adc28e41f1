// The templates of one family, each with what it does.
import type { PolicyTemplate } from '../../editor/policy-templates.ts';
import styles from './NewPolicyMenu.module.css';

interface TemplateListProps {
  readonly title: string;
  readonly note?: string;
  readonly templates: readonly PolicyTemplate[];
  readonly onChoose: (template: PolicyTemplate) => void;
}

export function TemplateList({ title, note, templates, onChoose }: TemplateListProps) {
  return (
    <section className={styles.templates} aria-label={title}>
      <h2 className={styles.family}>
        {title}
        {note !== undefined && <span className={styles.describe}>{note}</span>}
      </h2>
      <ul>
        {templates.map((template) => (
          <li key={template.id}>
            <button type="button" className={styles.template} onClick={() => onChoose(template)}>
              <span className={styles.name}>{template.label}</span>
              <span className={styles.describe}>{template.describe}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
