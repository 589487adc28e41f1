// A policy by its name, leading to where it is written.
import type { PolicySummary } from '../../engine/policy-results.ts';
import { kindWords } from '../../exporters/policy-words.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './PolicyReasons.module.css';

interface PolicyLinkProps {
  readonly id: string;
  /** Undefined where the report does not have it. */
  readonly policy: PolicySummary | undefined;
}

export function PolicyLink({ id, policy }: PolicyLinkProps) {
  const revealLocation = useWorkbench((state) => state.revealLocation);
  if (!policy) return <NameText>{id}</NameText>;
  return (
    <>
      <button
        type="button"
        className={`link ${styles.policy}`}
        title={kindWords(policy.kind)}
        onClick={() => revealLocation(policy.location)}
      >
        {policy.kind === 'FailsafePorts' ? kindWords(policy.kind) : <NameText>{policy.name}</NameText>}
      </button>
      {policy.kind === 'Profile' && <span className={styles.note}>profile</span>}
    </>
  );
}
