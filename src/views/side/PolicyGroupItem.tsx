// A group of the policy list: its head, and its policies while it is open.
import { memo } from 'react';
import type { PolicyGroup } from '../../state/policy-groups.ts';
import { PolicyGroupHead } from './PolicyGroupHead.tsx';
import { PolicyRow } from './PolicyRow.tsx';
import styles from './SidePane.module.css';
import { StagedRow } from './StagedRow.tsx';
import { tierEnd } from './tier-words.ts';

declare module 'react' {
  interface CSSProperties {
    '--rows'?: number;
  }
}

/** Of so many policies the rows out of sight are passed over one by one, of fewer as a whole. */
const LONG = 60;

interface PolicyGroupItemProps {
  readonly group: PolicyGroup;
  readonly open: boolean;
  /** The policy that was chosen last, if it is one of these. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onToggle: (key: string) => void;
}

export const PolicyGroupItem = memo(function PolicyGroupItem({
  group,
  open,
  chosen,
  onChoose,
  onToggle,
}: PolicyGroupItemProps) {
  const isTier = group.by === 'tier';
  return (
    <li
      className={styles.groupItem}
      data-long={open && group.policies.length > LONG}
      style={open ? { '--rows': group.policies.length + 1 } : undefined}
    >
      <PolicyGroupHead group={group} open={open} onToggle={() => onToggle(group.key)} />
      {open && (
        <ul aria-label={isTier ? `Tier ${group.tier.title}` : group.key}>
          {group.policies.map((entry) => {
            const { id, location } = entry.policy;
            const key = `${id} ${location.file} ${location.start}`;
            if (!entry.active) return <StagedRow key={key} policy={entry.policy} />;
            const { isAlone } = entry;
            return (
              <PolicyRow
                key={key}
                policy={entry.policy}
                isTiered={isTier}
                isAlone={isAlone}
                standsForFile={isAlone || chosen === id}
                onChoose={onChoose}
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
});
