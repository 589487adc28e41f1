// A card on its way over the board: where it would stand, what the engine says of that, and the drop.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MoveAnswer, MoveTarget } from '../../engine/move-request.ts';
import { useWorkbench } from '../workbench-context.ts';
import { answerWords } from './card-words.ts';

/** Milliseconds a card rests at a place before the engine is asked: what is passed over is not evaluated. */
const REST = 90;

/** A place on the board: between cards of a column, or for a tier between columns. */
export interface HoverPlace {
  /** The tier's name; empty for a place between tiers. */
  readonly tier: string;
  /** Before which of those shown, what moves not counted. */
  readonly at: number;
}

export interface Hover {
  /** What moves, as its card or head is known on the board. */
  readonly key: string;
  readonly name: string;
  readonly by: 'pointer' | 'keys';
  readonly place: HoverPlace;
  readonly target: MoveTarget;
}

export interface Moving {
  readonly hover: Hover | undefined;
  /** For the place it is over; undefined until the engine has answered. */
  readonly answer: MoveAnswer | undefined;
  /** What to say aloud. */
  readonly words: string;
  /** Over a place, without being dropped there. */
  over(hover: Hover | undefined): void;
  /** Makes the move. Resolves to the id of what moved, or undefined where it was refused. */
  drop(target: MoveTarget, name: string): Promise<string | undefined>;
  say(words: string): void;
}

export function useMoving(): Moving {
  const askMove = useWorkbench((state) => state.askMove);
  const makeMove = useWorkbench((state) => state.makeMove);
  const [hover, setHover] = useState<Hover>();
  const [told, setTold] = useState<{ readonly target: string; readonly answer: MoveAnswer }>();
  const [words, say] = useState('');
  const latest = useRef('');
  const wanted = hover && JSON.stringify(hover.target);

  useEffect(() => {
    latest.current = wanted ?? '';
    if (!hover || wanted === undefined) return;
    const timer = setTimeout(() => {
      askMove(hover.target).then(
        (answer) => {
          if (latest.current !== wanted) return;
          setTold({ target: wanted, answer });
          if (hover.by === 'keys') say(answerWords(hover.name, answer));
        },
        // The engine's status tells why.
        () => undefined,
      );
    }, REST);
    return () => clearTimeout(timer);
  }, [hover, wanted, askMove]);

  const over = useCallback((next: Hover | undefined) => {
    setHover((before) => (before && next && isSamePlace(before, next) ? before : next));
  }, []);

  const drop = useCallback(
    async (target: MoveTarget, name: string) => {
      setHover(undefined);
      try {
        const answer = await makeMove(target);
        say(`${'refusal' in answer ? '' : 'Moved: '}${answerWords(name, answer, true)}`);
        return 'refusal' in answer ? undefined : answer.id;
      } catch {
        say(`${name} was not moved: the engine gave no answer`);
        return undefined;
      }
    },
    [makeMove],
  );
  return {
    hover,
    answer: told !== undefined && told.target === wanted ? told.answer : undefined,
    words,
    over,
    drop,
    say,
  };
}

function isSamePlace(a: Hover, b: Hover): boolean {
  return a.key === b.key && a.place.tier === b.place.tier && a.place.at === b.place.at && a.by === b.by;
}
