// The menu of a card: its manifest, what it applies to, and every move without a drag.
import { DropdownMenu } from 'radix-ui';
import { type BoardCard, type BoardColumn, moveTo, placeByOrder } from '../../state/board-columns.ts';
import menu from '../bars/Menu.module.css';
import { NameText } from '../NameText.tsx';
import type { BoardActions } from './board-actions.ts';
import { appliesWords, lockReason } from './card-words.ts';
import styles from './PolicyCard.module.css';

interface CardMenuProps {
  readonly card: BoardCard;
  readonly column: BoardColumn;
  readonly columns: readonly BoardColumn[];
  readonly place: number;
  readonly isOpen: boolean;
  readonly actions: BoardActions;
}

export function CardMenu({ card, column, columns, place, isOpen, actions }: CardMenuProps) {
  const { key, policy } = card;
  const { id, name } = policy;
  const fixed = lockReason(card);
  const move = (to: BoardColumn, at: number) => void actions.move(moveTo(id, to, at), name);
  return (
    <DropdownMenu.Root
      modal={false}
      open={isOpen}
      onOpenChange={(next) => actions.show(next ? { key, shows: 'menu' } : undefined)}
    >
      <DropdownMenu.Trigger className={styles.more} tabIndex={-1} aria-label={`More about ${name}`}>
        <span aria-hidden="true">⋯</span>
      </DropdownMenu.Trigger>
      {isOpen && (
        <DropdownMenu.Portal container={actions.layer}>
          <DropdownMenu.Content
            className={`${menu.menu} ${styles.menu}`}
            align="end"
            sideOffset={2}
            collisionPadding={8}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              actions.go(key);
            }}
          >
            <DropdownMenu.Item className={menu.item} onSelect={() => actions.open(card)}>
              Open its manifest
            </DropdownMenu.Item>
            {'appliesToPods' in policy && (
              <DropdownMenu.Item
                className={menu.item}
                // The menu closes first, and takes what is open beside the card with it.
                onSelect={() => setTimeout(() => actions.show({ key, shows: 'applies' }))}
              >
                Show what it applies to
                <span className={menu.note}>{appliesWords(policy)}</span>
              </DropdownMenu.Item>
            )}
            {fixed !== undefined ? (
              <DropdownMenu.Item className={menu.item} disabled>
                Cannot be moved
                <span className={menu.note}>{fixed}</span>
              </DropdownMenu.Item>
            ) : (
              <>
                <DropdownMenu.Item
                  className={menu.item}
                  disabled={place === 0}
                  onSelect={() => move(column, place - 1)}
                >
                  Move up
                </DropdownMenu.Item>
                <DropdownMenu.Item
                  className={menu.item}
                  disabled={place === column.cards.length - 1}
                  onSelect={() => move(column, place + 1)}
                >
                  Move down
                </DropdownMenu.Item>
                {columns
                  .filter((other) => other !== column)
                  .map((other) => (
                    <DropdownMenu.Item
                      key={other.tier.name}
                      className={menu.item}
                      onSelect={() => move(other, placeByOrder(other, policy.order))}
                    >
                      <span>
                        Move to tier <NameText>{other.tier.title}</NameText>
                      </span>
                    </DropdownMenu.Item>
                  ))}
              </>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      )}
    </DropdownMenu.Root>
  );
}
