// One tier of the board: its head, its policies in order (only those in view are drawn), and how it ends.
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import type { TierSummary } from '../../engine/policy-results.ts';
import type { Direction } from '../../engine/results.ts';
import { type BoardColumn, cardKey } from '../../state/board-columns.ts';
import type { LaneState, LitPath } from '../../state/lit-path.ts';
import { tierEnd } from '../side/tier-words.ts';
import type { BoardActions, BoardPanel } from './board-actions.ts';
import { DropSlot } from './DropSlot.tsx';
import { LitMarks } from './LitMarks.tsx';
import { PolicyCard } from './PolicyCard.tsx';
import styles from './TierColumn.module.css';
import { TierHead } from './TierHead.tsx';
import { useColumnDrop } from './use-column-drop.ts';
import type { Moving } from './use-moving.ts';

/** Pixels of a card before it is measured. */
const CARD = 66;

export interface TierColumnProps {
  readonly column: BoardColumn;
  readonly columns: readonly BoardColumn[];
  readonly lit: LitPath | undefined;
  readonly lanes: Readonly<Record<Direction, LaneState>> | undefined;
  readonly tabKey: string | undefined;
  readonly focusWanted: string | undefined;
  readonly panel: BoardPanel | undefined;
  readonly moving: Moving;
  readonly actions: BoardActions;
}

export function TierColumn(props: TierColumnProps) {
  const { column, columns, lit, lanes, tabKey, focusWanted, panel, moving, actions } = props;
  const { tier, cards, of } = column;
  const scroller = useRef<HTMLDivElement>(null);
  const tabRow = cards.findIndex(({ key }) => key === tabKey);
  // The card that holds the board's one tab stop is always there.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const rows = defaultRangeExtractor(range);
      return tabRow < 0 || rows.includes(tabRow) ? rows : [...rows, tabRow].sort((a, b) => a - b);
    },
    [tabRow],
  );
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    getItemKey: (index) => cards[index]?.key ?? index,
    overscan: 6,
    rangeExtractor,
  });
  const wantedRow = cards.findIndex(({ key }) => key === focusWanted);
  useEffect(() => {
    if (wantedRow >= 0) virtualizer.scrollToIndex(wantedRow);
  }, [wantedRow, virtualizer]);
  const decidedRow = cards.findIndex(({ policy }) =>
    lit?.cards.get(cardKey(tier.title, policy.id))?.some(({ decided }) => decided !== undefined),
  );
  useEffect(() => {
    if (decidedRow >= 0) virtualizer.scrollToIndex(decidedRow);
  }, [decidedRow, virtualizer]);
  const isOver = useColumnDrop(scroller, columns, column, moving, actions);
  const hover = moving.hover?.place.tier === tier.name ? moving.hover : undefined;
  const isEmpty = of === 0;
  const isBeyond =
    lanes !== undefined && !Object.values(lanes).some((state) => state === 'asked' || state === 'decided');
  return (
    <section
      className={styles.column}
      aria-label={`Tier ${tier.title}`}
      data-tier={tier.title}
      data-empty={isEmpty}
      data-implied={!isEmpty && cards.every(({ state }) => state === 'implied')}
      data-over={isOver}
      data-beyond={isBeyond}
    >
      <TierHead {...props} />
      <div ref={scroller} className={styles.scroller} data-column={tier.name}>
        {cards.length > 0 && (
          <ol
            className={styles.cards}
            style={{ height: virtualizer.getTotalSize() }}
            aria-label={`Policies of ${tier.title}`}
          >
            {virtualizer.getVirtualItems().map(({ index, start, key }) => {
              const card = cards[index];
              if (!card) return null;
              return (
                <li
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className={styles.item}
                  style={{ transform: `translateY(${start}px)` }}
                  aria-setsize={cards.length}
                  aria-posinset={index + 1}
                >
                  <PolicyCard
                    card={card}
                    column={column}
                    columns={columns}
                    place={index}
                    marks={lit?.cards.get(cardKey(tier.title, card.policy.id))}
                    isLit={lit !== undefined}
                    isTabStop={card.key === tabKey}
                    wantsFocus={card.key === focusWanted}
                    panel={panel?.key === card.key ? panel.shows : undefined}
                    moving={moving}
                    actions={actions}
                  />
                </li>
              );
            })}
          </ol>
        )}
        {cards.length === 0 && <p className={styles.note}>{isEmpty ? emptyWords(tier) : `None of ${of} shown`}</p>}
        {hover && <DropSlot hover={hover} cards={cards} moving={moving} sizes={virtualizer} />}
      </div>
      <footer className={styles.end}>
        {isEmpty ? 'passed over' : tierEnd(tier)}
        {lit?.ends.has(tier.title) && <LitMarks marks={lit.ends.get(tier.title) ?? []} />}
      </footer>
    </section>
  );
}

const emptyWords = ({ declared }: TierSummary): string => (declared ? 'No policy yet' : 'Built in, no policy');
