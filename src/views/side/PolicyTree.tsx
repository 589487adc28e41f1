// Policies by namespace: what each applies to, whether its file changed, and what that flips.
import { useState } from 'react';
import type { PolicySummary } from '../../engine/results.ts';
import { policyGroupsOf, selectReport } from '../../state/selectors.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { LeftOutFiles } from './LeftOutFiles.tsx';
import { PolicyRow } from './PolicyRow.tsx';
import styles from './SidePane.module.css';

export function PolicyTree() {
  const report = useWorkbench(selectReport);
  const [chosen, setChosen] = useState<string>();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const groups = report ? policyGroupsOf(report) : [];
  const perFile = countPerFile(report?.policies ?? []);
  const toggle = (namespace: string) => {
    const next = new Set(folded);
    if (!next.delete(namespace)) next.add(namespace);
    setFolded(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons inside
    <div data-testid="policy-tree" onKeyDown={moveAmongRows}>
      {report && groups.length === 0 && !report.incomplete && (
        <p className={styles.empty}>
          No policy yet: every pod can reach every other. Start with New policy above the editor.
        </p>
      )}
      <ul>
        {groups.map(({ namespace, policies }) => {
          const open = !folded.has(namespace);
          return (
            <li key={namespace}>
              <button
                type="button"
                data-row
                className={`${styles.row} ${styles.group}`}
                aria-expanded={open}
                onClick={() => toggle(namespace)}
              >
                <span className={styles.chevron} aria-hidden="true" />
                <span className={styles.label}>
                  {namespace === '' ? 'cluster-wide' : <NameText>{namespace}</NameText>}
                </span>
                <span className={styles.count}>{policies.length}</span>
              </button>
              {open && (
                <ul>
                  {policies.map((policy) => {
                    const isAlone = perFile.get(policy.location.file) === 1;
                    return (
                      <PolicyRow
                        key={`${policy.id} ${policy.location.file}`}
                        policy={policy}
                        isAlone={isAlone}
                        standsForFile={isAlone || chosen === policy.id}
                        onChoose={() => setChosen(policy.id)}
                      />
                    );
                  })}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <LeftOutFiles />
    </div>
  );
}

function countPerFile(policies: readonly PolicySummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { location } of policies) counts.set(location.file, (counts.get(location.file) ?? 0) + 1);
  return counts;
}
