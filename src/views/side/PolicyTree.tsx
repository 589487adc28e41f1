// Policies by tier in evaluation order (by namespace where order decides nothing): what each applies to, and what its edit flips.
import { useCallback, useState } from 'react';
import { policyGroupsOf } from '../../state/policy-groups.ts';
import { selectReport } from '../../state/selectors.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { useAfterPaint } from '../use-after-paint.ts';
import { useGrowingCount } from '../use-growing-count.ts';
import { useWorkbench } from '../workbench-context.ts';
import { LeftOutFiles } from './LeftOutFiles.tsx';
import { PolicyGroupItem } from './PolicyGroupItem.tsx';
import styles from './SidePane.module.css';

/** With more policies than this, groups are closed at first. */
const MANY = 300;

export function PolicyTree() {
  // The impact line is painted first.
  const report = useAfterPaint(useWorkbench(selectReport));
  const [chosen, setChosen] = useState<string>();
  /** Groups that are not as they were at first. */
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const openAtFirst = (report?.policies.length ?? 0) <= MANY;
  const groups = report ? policyGroupsOf(report) : [];
  const count = useGrowingCount(groups.length);
  const toggle = useCallback(
    (key: string) =>
      setToggled((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons inside
    <div data-testid="policy-tree" onKeyDown={moveAmongRows}>
      {report && groups.length === 0 && !report.incomplete && (
        <p className={styles.empty}>
          No policy yet: every pod can reach every other. Start with New policy above the editor.
        </p>
      )}
      <ul>
        {groups.slice(0, count).map((group) => (
          <PolicyGroupItem
            key={group.key}
            group={group}
            open={toggled.has(group.key) !== openAtFirst}
            chosen={group.policies.some(({ policy }) => policy.id === chosen) ? chosen : undefined}
            onChoose={setChosen}
            onToggle={toggle}
          />
        ))}
      </ul>
      <LeftOutFiles />
    </div>
  );
}
