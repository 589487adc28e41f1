// What is dragged over the board, as the drag carries it.

type DragData = Record<string | symbol, unknown>;

export interface DraggedCard {
  readonly key: string;
  readonly id: string;
  readonly name: string;
}

export const cardData = (card: DraggedCard): DragData => ({ board: 'card', ...card });
export const tierData = (tier: string): DragData => ({ board: 'tier', tier });

export function draggedCard({ board, key, id, name }: DragData): DraggedCard | undefined {
  if (board !== 'card' || typeof key !== 'string' || typeof id !== 'string' || typeof name !== 'string')
    return undefined;
  return { key, id, name };
}

/** The dragged tier's name. */
export const draggedTier = ({ board, tier }: DragData): string | undefined =>
  board === 'tier' && typeof tier === 'string' ? tier : undefined;
