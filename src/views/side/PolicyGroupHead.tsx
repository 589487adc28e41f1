// The head of a group of policies, which folds it: a tier with its order, or a namespace.
import type { PolicyGroup } from '../../state/policy-groups.ts';
import { NameText } from '../NameText.tsx';
import styles from './SidePane.module.css';
import { orderText, tierTitle } from './tier-words.ts';

interface PolicyGroupHeadProps {
  readonly group: PolicyGroup;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function PolicyGroupHead({ group, open, onToggle }: PolicyGroupHeadProps) {
  return (
    <button
      type="button"
      data-row
      className={`${styles.row} ${styles.group}`}
      aria-expanded={open}
      title={group.by === 'tier' ? tierTitle(group.tier, group.declared) : undefined}
      onClick={onToggle}
    >
      <span className={styles.chevron} aria-hidden="true" />
      <span className={styles.label}>
        {group.key === '' ? 'cluster-wide' : <NameText>{group.by === 'tier' ? group.tier.title : group.key}</NameText>}
      </span>
      <span className={styles.count}>
        {group.by === 'tier' ? `${group.declared ? '' : 'built in, '}${orderText(group.tier)}` : group.policies.length}
      </span>
    </button>
  );
}
