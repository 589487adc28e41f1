// What a policy applies to: the number on the card, and the workloads and hosts behind it in a list.
import { Popover } from 'radix-ui';
import { counted } from '../../base/counted.ts';
import type { PolicySummary } from '../../engine/policy-results.ts';
import type { BoardCard } from '../../state/board-columns.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import type { BoardActions } from './board-actions.ts';
import { appliesWords } from './card-words.ts';
import styles from './PolicyCard.module.css';

interface AppliesToProps {
  readonly card: BoardCard;
  readonly policy: PolicySummary;
  readonly isOpen: boolean;
  readonly actions: BoardActions;
}

export function AppliesTo({ card, policy, isOpen, actions }: AppliesToProps) {
  const select = useWorkbench((state) => state.select);
  const words = appliesWords(policy);
  const more = policy.appliesToNodes - policy.appliesTo.length;
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(next) => actions.show(next ? { key: card.key, shows: 'applies' } : undefined)}
    >
      <Popover.Trigger
        className={styles.applies}
        tabIndex={-1}
        aria-label={`${policy.name} applies to ${words}`}
        data-none={words === 'nothing'}
      >
        {words}
      </Popover.Trigger>
      {isOpen && (
        <Popover.Portal container={actions.layer}>
          <Popover.Content
            className={styles.popover}
            align="end"
            sideOffset={2}
            collisionPadding={8}
            aria-label={`${policy.name} applies to`}
            onKeyDown={moveAmongRows}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              actions.go(card.key);
            }}
          >
            <p className={styles.popoverHead}>
              {policy.appliesToNodes === 0 ? 'Its selector matches nothing here.' : `Applies to ${words}`}
            </p>
            <ul>
              {policy.appliesTo.map((id) => (
                <li key={id}>
                  <button
                    type="button"
                    data-row
                    className={styles.popoverRow}
                    onClick={() => {
                      select({ type: 'node', id });
                      actions.show(undefined);
                    }}
                  >
                    <NodeName id={id} />
                  </button>
                </li>
              ))}
            </ul>
            {more > 0 && <p className={styles.popoverHead}>and {counted(more, 'other')}</p>}
          </Popover.Content>
        </Popover.Portal>
      )}
    </Popover.Root>
  );
}
