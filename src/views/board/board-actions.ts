// What cards and heads of the board ask the board to do.
import type { MoveTarget } from '../../engine/move-request.ts';
import type { BoardCard } from '../../state/board-columns.ts';

/** What is open beside a card. */
export interface BoardPanel {
  readonly key: string;
  readonly shows: 'menu' | 'applies';
}

export interface BoardActions {
  /** Where menus and lists of cards are drawn, above the columns; null until the board is. */
  readonly layer: HTMLElement | null;
  /** Shows the card's manifest in the editor. */
  open(card: BoardCard): void;
  /** Puts the focus on a card or a head. */
  go(key: string | undefined): void;
  show(panel: BoardPanel | undefined): void;
  move(target: MoveTarget, name: string): Promise<void>;
}
