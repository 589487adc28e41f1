// One policy on the board: what it is called, where it stands, what it applies to and does; and what the explained flow found there.
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Lock } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { kindWords } from '../../exporters/policy-words.ts';
import type { BoardCard, BoardColumn } from '../../state/board-columns.ts';
import type { LitMark } from '../../state/lit-path.ts';
import { FindingBadge } from '../findings/FindingBadge.tsx';
import { NameText } from '../NameText.tsx';
import { placeText } from '../side/tier-words.ts';
import { AppliesTo } from './AppliesTo.tsx';
import type { BoardActions, BoardPanel } from './board-actions.ts';
import { CardFlips } from './CardFlips.tsx';
import { CardMenu } from './CardMenu.tsx';
import { CardName } from './CardName.tsx';
import { actionWords, lockReason, stateWord } from './card-words.ts';
import { DirectionGlyph } from './DirectionGlyph.tsx';
import { cardData } from './dragged.ts';
import { focusInView } from './focus-in-view.ts';
import { LitMarks } from './LitMarks.tsx';
import styles from './PolicyCard.module.css';
import type { Moving } from './use-moving.ts';

interface PolicyCardProps {
  readonly card: BoardCard;
  readonly column: BoardColumn;
  readonly columns: readonly BoardColumn[];
  /** Among those shown of the column, from 0. */
  readonly place: number;
  readonly marks: readonly LitMark[] | undefined;
  readonly isLit: boolean;
  readonly isTabStop: boolean;
  readonly wantsFocus: boolean;
  readonly panel: BoardPanel['shows'] | undefined;
  readonly moving: Moving;
  readonly actions: BoardActions;
}

export function PolicyCard(props: PolicyCardProps) {
  const { card, column, marks, isLit, isTabStop, wantsFocus, panel, moving, actions } = props;
  const { key, state, policy } = card;
  const { id, kind, name } = policy;
  const button = useRef<HTMLButtonElement>(null);
  const [isDragged, setIsDragged] = useState(false);
  const fixed = lockReason(card);
  const isFixed = fixed !== undefined;
  const { over } = moving;
  useEffect(() => {
    const element = button.current;
    if (!element || isFixed) return;
    return draggable({
      element,
      getInitialData: () => cardData({ key, id, name }),
      onDragStart: () => setIsDragged(true),
      onDrop: () => {
        setIsDragged(false);
        over(undefined);
      },
    });
  }, [key, id, name, isFixed, over]);
  useLayoutEffect(() => {
    if (wantsFocus && document.activeElement !== button.current) focusInView(button.current);
  });
  const word = stateWord(card);
  const about = useId();
  const isMoving = isDragged || moving.hover?.key === key;
  const decided = marks?.find((mark) => mark.decided)?.decided;
  return (
    <div
      className={styles.card}
      data-state={state}
      data-moving={isMoving}
      data-visited={marks !== undefined}
      data-dimmed={isLit && marks === undefined}
      data-decided={decided}
    >
      <button
        ref={button}
        type="button"
        data-place={key}
        className={styles.face}
        tabIndex={isTabStop ? 0 : -1}
        aria-describedby={isFixed ? about : `${about} board-keys`}
        aria-pressed={moving.hover?.by === 'keys' && moving.hover.key === key ? true : undefined}
        title={isFixed ? `Cannot be moved: ${fixed}` : undefined}
        onClick={() => actions.open(card)}
        onFocus={() => actions.go(key)}
      >
        <span className={styles.line}>
          <CardName name={name} tier={column.tier.name} />
          {isFixed && <Lock className={styles.lock} size={12} aria-hidden="true" />}
          {isFixed && <span className="visually-hidden">, cannot be moved: {fixed}</span>}
          {state !== 'implied' && (
            <span className={styles.order}>
              <span className="visually-hidden">, order </span>
              {placeText(policy)}
            </span>
          )}
        </span>
        <span className={styles.line}>
          {state !== 'implied' && <span className={styles.kind}>{kindWords(kind)}</span>}
          {whereOf(card) !== '' && (
            <span className={styles.where}>
              <NameText tail={0}>{whereOf(card)}</NameText>
            </span>
          )}
          {word !== undefined && <span className={styles.state}>{word}</span>}
        </span>
      </button>
      <div className={styles.foot} id={about}>
        {card.state === 'active' || card.state === 'implied' ? (
          <>
            <DirectionGlyph directions={card.policy.directions} />
            <span className={styles.actions}>{actionWords(card.policy)}</span>
            <CardFlips policy={card.policy} />
            <span className={styles.gap} />
            {card.state === 'active' && (
              <AppliesTo card={card} policy={card.policy} isOpen={panel === 'applies'} actions={actions} />
            )}
          </>
        ) : (
          <span className={styles.gap} />
        )}
        <CardMenu {...props} isOpen={panel === 'menu'} />
      </div>
      {state !== 'implied' && (
        <span className={styles.findings}>
          <FindingBadge policy={policy} />
        </span>
      )}
      {marks && <LitMarks marks={marks} />}
    </div>
  );
}

/** The namespace; for what follows from a host endpoint, the host. */
function whereOf({ policy, state }: BoardCard): string {
  if (state !== 'implied') return policy.namespace;
  return policy.appliesTo.find((id) => id.startsWith('host:'))?.replace('host:', '') ?? '';
}
