// One policy in the tree.
import { memo } from 'react';
import { counted } from '../../base/counted.ts';
import type { PolicySummary } from '../../engine/policy-results.ts';
import { kindWords } from '../../exporters/policy-words.ts';
import { changedPaths } from '../../state/selectors.ts';
import { FindingBadge } from '../findings/FindingBadge.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { FlipCounts } from './FlipCounts.tsx';
import { PolicyRowName } from './PolicyRowName.tsx';
import styles from './SidePane.module.css';
import { placeText } from './tier-words.ts';

interface PolicyRowProps {
  readonly policy: PolicySummary;
  /** In a list by tier: with its order, its kind and its namespace. */
  readonly isTiered: boolean;
  /** The one policy of its file, or the one of several that was chosen last. */
  readonly standsForFile: boolean;
  readonly isAlone: boolean;
  readonly onChoose: (id: string) => void;
}

export const PolicyRow = memo(function PolicyRow({
  policy,
  isTiered,
  standsForFile,
  isAlone,
  onChoose,
}: PolicyRowProps) {
  const isActive = useWorkbench((state) => standsForFile && state.activeFile === policy.location.file);
  const isChanged = useWorkbench((state) => changedPaths(state.files, state.baseline).has(policy.location.file));
  // Flips of several changes cannot be told apart, so they are shown only where one file with one policy is behind them all.
  const impact = useWorkbench((state) =>
    isAlone && isChanged && changedPaths(state.files, state.baseline).size === 1 ? state.analysis?.impact : undefined,
  );
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const { directions, ruleCount } = policy;
  const words = `${kindWords(policy.kind)}, ${directions.join(' and ') || 'no direction'}, ${counted(ruleCount, 'rule')}`;
  return (
    <li className={styles.withBadge}>
      <button
        type="button"
        data-row
        className={`${styles.row} ${isTiered ? styles.tiered : ''}`}
        aria-current={isActive}
        title={words}
        onClick={() => {
          onChoose(policy.id);
          revealLocation(policy.location);
        }}
      >
        {isChanged ? <span className={styles.dot} role="img" aria-label="changed" /> : <span />}
        <PolicyRowName
          policy={policy}
          isTiered={isTiered}
          isStaged={policy.staged === true}
          place={placeText(policy)}
          aside={
            <span className={styles.count} data-none={appliesTo(policy) === nothing}>
              {impact && <FlipCounts impact={impact} />}
              {appliesTo(policy)}
            </span>
          }
        />
      </button>
      <FindingBadge policy={policy} />
    </li>
  );
});

const nothing = 'no pods';

/** `13 pods`, `1 host`, `13 pods, 2 hosts`. */
function appliesTo({ appliesToPods, appliesToHosts }: PolicySummary): string {
  const parts = [
    ...(appliesToPods > 0 ? [counted(appliesToPods, 'pod')] : []),
    ...(appliesToHosts > 0 ? [counted(appliesToHosts, 'host')] : []),
  ];
  return parts.length === 0 ? nothing : parts.join(', ');
}
