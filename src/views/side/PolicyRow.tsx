// One policy in the tree.
import type { PolicySummary } from '../../engine/results.ts';
import { changedPaths } from '../../state/selectors.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { FlipCounts } from './FlipCounts.tsx';
import styles from './SidePane.module.css';

interface PolicyRowProps {
  readonly policy: PolicySummary;
  /** The one policy of its file, or the one of several that was chosen last. */
  readonly standsForFile: boolean;
  readonly isAlone: boolean;
  readonly onChoose: () => void;
}

export function PolicyRow({ policy, standsForFile, isAlone, onChoose }: PolicyRowProps) {
  const isActive = useWorkbench((state) => standsForFile && state.activeFile === policy.location.file);
  const isChanged = useWorkbench((state) => changedPaths(state.files, state.baseline).has(policy.location.file));
  // Flips of several changes cannot be told apart, so they are shown only where one file with one policy is behind them all.
  const impact = useWorkbench((state) =>
    isAlone && isChanged && changedPaths(state.files, state.baseline).size === 1 ? state.analysis?.impact : undefined,
  );
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const { appliesToPods, directions, ruleCount } = policy;
  const words = `${policy.kind}, ${directions.join(' and ') || 'no direction'}, ${ruleCount} ${ruleCount === 1 ? 'rule' : 'rules'}`;
  return (
    <li>
      <button
        type="button"
        data-row
        className={styles.row}
        aria-current={isActive}
        title={words}
        onClick={() => {
          onChoose();
          revealLocation(policy.location);
        }}
      >
        {isChanged ? <span className={styles.dot} role="img" aria-label="changed" /> : <span />}
        <span className={styles.label}>
          <NameText>{policy.name}</NameText>
        </span>
        <span className={styles.count} data-none={appliesToPods === 0}>
          {impact && <FlipCounts impact={impact} />}
          {appliesToPods === 0
            ? 'no pods'
            : `${appliesToPods.toLocaleString('en-US')} ${appliesToPods === 1 ? 'pod' : 'pods'}`}
        </span>
      </button>
    </li>
  );
}
