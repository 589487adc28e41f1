// A policy in the tree that takes no part: staged and only previewed, or replaced by a staged one in a preview.
import { visibleText } from '../../base/visible-text.ts';
import type { InactiveSummary } from '../../engine/policy-results.ts';
import { FindingBadge } from '../findings/FindingBadge.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { PolicyRowName } from './PolicyRowName.tsx';
import styles from './SidePane.module.css';
import { placeText } from './tier-words.ts';

export function StagedRow({ policy }: { readonly policy: InactiveSummary }) {
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const isStaged = policy.reason === 'staged';
  return (
    <li className={styles.withBadge}>
      <button
        type="button"
        data-row
        className={`${styles.row} ${styles.tiered} ${styles.inactive}`}
        title={visibleText(reasonWords(policy))}
        onClick={() => revealLocation(policy.location)}
      >
        <span />
        <PolicyRowName
          policy={policy}
          isTiered
          isStaged={isStaged}
          // A staged deletion stands nowhere: what it takes away does.
          place={policy.stagedAction === 'Delete' ? undefined : placeText(policy)}
          aside={<span className={styles.count}>{isStaged ? actionWords(policy.stagedAction) : 'replaced'}</span>}
        />
      </button>
      <FindingBadge policy={policy} />
    </li>
  );
}

function reasonWords({ name, reason, stagedAction }: InactiveSummary): string {
  if (reason === 'replaced') return `${name} has no effect in this view: a staged policy replaces it or takes it away`;
  return stagedAction === 'Delete'
    ? `${name} stages a deletion: it has no effect until it is promoted`
    : `${name} is staged: it has no effect until it is promoted`;
}

/** What promoting it does, where that is not the usual. */
function actionWords(action: string | undefined): string {
  return action === undefined || action === 'Set' ? '' : action.toLowerCase();
}
