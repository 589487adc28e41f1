// Raises the shield over the picture with the first step of a move, and takes it away when the move ends.
import { type RefObject, useCallback, useRef } from 'react';

export interface ShieldedMove {
  readonly shield: RefObject<HTMLDivElement | null>;
  readonly isMoving: () => boolean;
  readonly onMove: () => void;
  readonly onMoveEnd: () => void;
}

/** A press alone is no move: what is clicked must lie open. */
export function useMoveShield(): ShieldedMove {
  const shield = useRef<HTMLDivElement>(null);
  const raise = useCallback((raised: boolean) => {
    if (shield.current) shield.current.hidden = !raised;
  }, []);
  const isMoving = useCallback(() => shield.current?.hidden === false, []);
  const onMove = useCallback(() => raise(true), [raise]);
  const onMoveEnd = useCallback(() => raise(false), [raise]);
  return { shield, isMoving, onMove, onMoveEnd };
}
