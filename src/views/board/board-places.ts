// Places on the board as the keyboard goes through them: heads of columns and cards, left and right, up and down.
import type { BoardCard, BoardColumn } from '../../state/board-columns.ts';

/** A head, or a card in its column; `row` is -1 for a head. */
export interface BoardPlace {
  readonly column: number;
  readonly row: number;
}

export const headKey = (tier: string): string => `tier ${tier}`;

export function keyAt(columns: readonly BoardColumn[], { column, row }: BoardPlace): string | undefined {
  const at = columns[column];
  if (!at) return undefined;
  return row < 0 ? headKey(at.tier.name) : at.cards[row]?.key;
}

export function placeOf(columns: readonly BoardColumn[], key: string | undefined): BoardPlace | undefined {
  for (const [column, { tier, cards }] of columns.entries()) {
    if (key === headKey(tier.name)) return { column, row: -1 };
    const row = cards.findIndex((card) => card.key === key);
    if (row >= 0) return { column, row };
  }
  return undefined;
}

/** Where the keyboard comes in: the first card, or the first head where there is none. */
export function firstPlace(columns: readonly BoardColumn[]): BoardPlace {
  const column = columns.findIndex(({ cards }) => cards.length > 0);
  return column < 0 ? { column: 0, row: -1 } : { column, row: 0 };
}

/** The next place in the direction of a key; the same one at the board's edge; undefined for other keys. */
export function stepFrom(
  columns: readonly BoardColumn[],
  { column, row }: BoardPlace,
  key: string,
): BoardPlace | undefined {
  const last = (at: number): number => (columns[at]?.cards.length ?? 0) - 1;
  const beside = (to: number): BoardPlace => {
    const at = Math.max(0, Math.min(columns.length - 1, to));
    return { column: at, row: Math.min(row, last(at)) };
  };
  if (key === 'ArrowUp') return { column, row: Math.max(-1, row - 1) };
  if (key === 'ArrowDown') return { column, row: Math.min(last(column), row + 1) };
  if (key === 'ArrowLeft') return beside(column - 1);
  if (key === 'ArrowRight') return beside(column + 1);
  if (key === 'Home') return { column, row: Math.min(0, last(column)) };
  return key === 'End' ? { column, row: last(column) } : undefined;
}

/** The next card whose name begins with the text, from behind a place on and around; the card itself where it still fits. */
export function typedAhead(columns: readonly BoardColumn[], from: BoardPlace, text: string): BoardPlace | undefined {
  const all = columns.flatMap(({ cards }, column) =>
    cards.map((card, row): { card: BoardCard; place: BoardPlace } => ({ card, place: { column, row } })),
  );
  const start = all.findIndex(({ place }) => place.column === from.column && place.row === from.row);
  const turned = [...all.slice(Math.max(0, start)), ...all.slice(0, Math.max(0, start))];
  const fits = turned.filter(({ card: { policy }, place }) => {
    // The column tells the tier already: the name may be typed without it.
    const prefix = `${columns[place.column]?.tier.name}.`;
    const name = policy.name.toLowerCase();
    return name.startsWith(text) || (name.startsWith(prefix) && name.startsWith(text, prefix.length));
  });
  const isFirst = text.length === 1 && fits[0]?.place.column === from.column && fits[0].place.row === from.row;
  return (isFirst ? (fits[1] ?? fits[0]) : fits[0])?.place;
}
