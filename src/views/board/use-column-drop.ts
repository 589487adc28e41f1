// A column as the place where dragged cards come down: which place the pointer is at, and the drop.
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type BoardCard, type BoardColumn, moveTo } from '../../state/board-columns.ts';
import type { BoardActions } from './board-actions.ts';
import { draggedCard } from './dragged.ts';
import type { Hover, Moving } from './use-moving.ts';

/** Before which of the cards, the dragged one not counted, a height in the window is. */
function placeAt(scroller: HTMLElement, cards: readonly BoardCard[], dragged: string, y: number): number {
  let place = 0;
  for (const item of scroller.querySelectorAll<HTMLElement>('li[data-index]')) {
    const { top, height } = item.getBoundingClientRect();
    if (top + height / 2 > y) break;
    place = Number(item.dataset.index) + 1;
  }
  return cards.slice(0, place).filter(({ key }) => key !== dragged).length;
}

/** Whether a card is dragged over the column. */
export function useColumnDrop(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly BoardColumn[],
  column: BoardColumn,
  moving: Moving,
  actions: BoardActions,
): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef({ column, columns, moving, actions });
  useEffect(() => {
    latest.current = { column, columns, moving, actions };
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const hoverAt = (data: Record<string | symbol, unknown>, y: number): Hover | undefined => {
      const card = draggedCard(data);
      if (!card) return undefined;
      const { column: own } = latest.current;
      const at = placeAt(element, own.cards, card.key, y);
      const place = { tier: own.tier.name, at };
      return { ...card, by: 'pointer', place, target: moveTo(card.id, own, at) };
    };
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => draggedCard(source.data) !== undefined,
      onDragEnter: () => setIsOver(true),
      onDrag: ({ source, location }) =>
        latest.current.moving.over(hoverAt(source.data, location.current.input.clientY)),
      onDragLeave: () => {
        setIsOver(false);
        latest.current.moving.over(undefined);
      },
      onDrop: ({ source, location }) => {
        setIsOver(false);
        const hover = hoverAt(source.data, location.current.input.clientY);
        if (hover) void latest.current.actions.move(hover.target, hover.name);
      },
    });
  }, [scroller]);
  return isOver;
}
