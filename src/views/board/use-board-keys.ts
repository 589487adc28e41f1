// The board's keys: arrows among cards, Alt with arrows to move one, Space to lift it and try places, letters to find it by name.
import { type KeyboardEvent, useRef } from 'react';
import type { MoveTarget } from '../../engine/move-request.ts';
import { type BoardCard, type BoardColumn, moveTo, placeByOrder } from '../../state/board-columns.ts';
import type { BoardActions } from './board-actions.ts';
import { type BoardPlace, keyAt, stepFrom, typedAhead } from './board-places.ts';
import { lockReason } from './card-words.ts';
import type { Hover, HoverPlace, Moving } from './use-moving.ts';

/** Milliseconds between letters of one name. */
const TYPING = 700;

/** Where a card would stand one step further, among those shown without it. */
function steppedPlace(
  columns: readonly BoardColumn[],
  card: BoardCard,
  from: HoverPlace,
  key: string,
): HoverPlace | undefined {
  const at = columns.findIndex(({ tier }) => tier.name === from.tier);
  const column = columns[at];
  const others = column?.cards.filter((one) => one.key !== card.key).length ?? 0;
  if (key === 'ArrowUp') return from.at > 0 ? { ...from, at: from.at - 1 } : undefined;
  if (key === 'ArrowDown') return from.at < others ? { ...from, at: from.at + 1 } : undefined;
  const beside = columns[at + (key === 'ArrowLeft' ? -1 : 1)];
  return beside && { tier: beside.tier.name, at: placeByOrder(beside, card.policy.order) };
}

/** The move of a card to a place on the board. */
export function targetOf(columns: readonly BoardColumn[], card: BoardCard, place: HoverPlace): MoveTarget | undefined {
  const column = columns.find(({ tier }) => tier.name === place.tier);
  return column && moveTo(card.policy.id, column, place.at);
}

/** A tier beside its neighbour. */
function tierTarget(columns: readonly BoardColumn[], at: number, step: -1 | 1): MoveTarget | undefined {
  const id = columns[at]?.tier.name;
  const next = columns[step < 0 ? at - 1 : at + 2]?.tier.name;
  if (id === undefined || !columns[at + step]) return undefined;
  return { type: 'tier', id, ...(next === undefined ? {} : { before: next }) };
}

const isArrow = (key: string): boolean => /^Arrow(Up|Down|Left|Right)$/.test(key);

export function useBoardKeys(
  columns: readonly BoardColumn[],
  place: BoardPlace,
  moving: Moving,
  actions: BoardActions,
): (event: KeyboardEvent) => void {
  const typed = useRef({ text: '', at: 0 });
  const column = columns[place.column];
  const card = column?.cards[place.row];

  const lift = (to: HoverPlace): void => {
    if (!card) return;
    const target = targetOf(columns, card, to);
    const { key, policy } = card;
    if (target) moving.over({ key, name: policy.name, by: 'keys', place: to, target });
  };
  const held = (hover: Hover, key: string): boolean => {
    if (!card) return false;
    if (isArrow(key)) {
      const next = steppedPlace(columns, card, hover.place, key);
      if (next) lift(next);
    } else if (key === 'Enter' || key === ' ') void actions.move(hover.target, hover.name);
    else if (key === 'Escape' || key === 'Tab') {
      moving.over(undefined);
      moving.say(`${hover.name} stays where it is`);
      return key === 'Escape';
    }
    return true;
  };
  const moveBy = (key: string): boolean => {
    if (!column) return false;
    if (!card) {
      const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : undefined;
      const target = step && tierTarget(columns, place.column, step);
      if (target) void actions.move(target, `tier ${column.tier.title}`);
      return step !== undefined;
    }
    const reason = lockReason(card);
    const next = steppedPlace(columns, card, { tier: column.tier.name, at: place.row }, key);
    const target = next && targetOf(columns, card, next);
    if (reason !== undefined) moving.say(`${card.policy.name} cannot be moved: ${reason}`);
    else if (target) void actions.move(target, card.policy.name);
    else moving.say(`${card.policy.name} is at the end already`);
    return true;
  };
  const pressed = (event: KeyboardEvent): boolean => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, timeStamp } = event;
    if (ctrlKey || metaKey) return false;
    if (moving.hover?.by === 'keys') return held(moving.hover, key);
    if (altKey) return isArrow(key) && moveBy(key);
    if (card && (key === 'ContextMenu' || (key === 'F10' && shiftKey))) {
      actions.show({ key: card.key, shows: 'menu' });
      return true;
    }
    if (key === ' ' && card && column) {
      const reason = lockReason(card);
      if (reason === undefined) lift({ tier: column.tier.name, at: place.row });
      else moving.say(`${card.policy.name} cannot be moved: ${reason}`);
      return true;
    }
    const next = stepFrom(columns, place, key);
    if (next) {
      actions.go(keyAt(columns, next));
      return true;
    }
    if (!/^[\w-]$/.test(key)) return false;
    const text = timeStamp - typed.current.at < TYPING ? typed.current.text + key.toLowerCase() : key.toLowerCase();
    typed.current = { text, at: timeStamp };
    const found = typedAhead(columns, place, text);
    if (found) actions.go(keyAt(columns, found));
    return true;
  };
  return (event) => {
    // Menus and lists that a card opens have keys of their own.
    if (!(event.target instanceof Element) || !event.target.hasAttribute('data-place')) return;
    if (!pressed(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
