// Policies by tier in evaluation order (by namespace where order decides nothing): what each applies to, and what its edit flips.
import { useState } from 'react';
import type { PolicySummary } from '../../engine/results.ts';
import { policyGroupsOf } from '../../state/policy-groups.ts';
import { selectReport } from '../../state/selectors.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { useWorkbench } from '../workbench-context.ts';
import { LeftOutFiles } from './LeftOutFiles.tsx';
import { PolicyGroupHead } from './PolicyGroupHead.tsx';
import { PolicyRow } from './PolicyRow.tsx';
import styles from './SidePane.module.css';
import { StagedRow } from './StagedRow.tsx';
import { tierEnd } from './tier-words.ts';

/** With more policies than this, groups are closed at first. */
const MANY = 300;

export function PolicyTree() {
  const report = useWorkbench(selectReport);
  const [chosen, setChosen] = useState<string>();
  /** Groups that are not as they were at first. */
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const openAtFirst = (report?.policies.length ?? 0) <= MANY;
  const groups = report ? policyGroupsOf(report) : [];
  const perFile = countPerFile(report?.policies ?? []);
  const toggle = (key: string) => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
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
        {groups.map((group) => {
          const open = toggled.has(group.key) !== openAtFirst;
          const isTier = group.by === 'tier';
          return (
            <li key={group.key}>
              <PolicyGroupHead group={group} open={open} onToggle={() => toggle(group.key)} />
              {open && (
                <ul aria-label={isTier ? `Tier ${group.tier.title}` : group.key}>
                  {group.policies.map((entry) => {
                    const { id, location } = entry.policy;
                    const key = `${id} ${location.file} ${location.start}`;
                    if (!entry.active) return <StagedRow key={key} policy={entry.policy} />;
                    const isAlone = perFile.get(location.file) === 1;
                    return (
                      <PolicyRow
                        key={key}
                        policy={entry.policy}
                        isTiered={isTier}
                        isAlone={isAlone}
                        standsForFile={isAlone || chosen === id}
                        onChoose={() => setChosen(id)}
                      />
                    );
                  })}
                  {isTier && (
                    <li className={styles.tierEnd}>
                      {group.policies.length === 0 ? 'no policy: it is passed over' : tierEnd(group.tier)}
                    </li>
                  )}
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
