// What becomes of connections to a service, backend by backend; each leads to its own explanation.
import type { Explanation } from '../../engine/explanation.ts';
import { NameText } from '../NameText.tsx';
import { VerdictWord } from '../VerdictWord.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ExplainPanel.module.css';

/** More are counted. */
const mostListed = 8;

export function ServiceBackends({ explanation }: { readonly explanation: Explanation }) {
  const explain = useWorkbench((state) => state.explain);
  const { service, from, protocol } = explanation;
  if (!service || service.backends.length < 2) return null;
  return (
    <ul className={styles.backends} aria-label={`Backends of ${service.name}`}>
      {service.backends.slice(0, mostListed).map(({ name, port, verdict }) => (
        <li key={`${name} ${port}`}>
          <VerdictWord verdict={verdict} />
          <button type="button" className="link" onClick={() => explain({ from, to: name, protocol, port })}>
            <NameText>{name}</NameText>
          </button>
          <span className={styles.rule}>
            {protocol} {port}
          </span>
        </li>
      ))}
      {service.backends.length > mostListed && <li>and {service.backends.length - mostListed} more</li>}
    </ul>
  );
}
