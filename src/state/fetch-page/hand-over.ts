// How the page that fetches a change gives it to the page that opened it. Both are of one origin; a nonce says which question it answers.
import { fields, oneOf, text } from '../../base/value-shape.ts';
import type { FetchedChange } from '../../importers/forge/fetch-change.ts';

/** The part of a window that is needed. */
interface Talking {
  postMessage(message: unknown, targetOrigin: string): void;
}

interface Listening {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Milliseconds until the other page has said that it took the change. */
const PATIENCE = 10_000;

const nonceShape = text(100);
const given = fields(
  { kind: oneOf('sluice-fetched-review'), nonce: nonceShape, review: (value) => value ?? undefined },
  {},
);
const taken = fields({ kind: oneOf('sluice-review-taken'), nonce: nonceShape }, {});

const notWaiting =
  'The page of Sluice that opened this one does not wait for a change any more. Choose “From a pull request…” there again.';

/** Resolves to a sentence where nobody took it. */
export function giveReview(
  change: FetchedChange,
  { opener, own, origin, nonce }: { opener: Talking | null; own: Listening; origin: string; nonce: string },
): Promise<string | undefined> {
  if (!opener || nonce === '') return Promise.resolve(notWaiting);
  return new Promise((resolve) => {
    const end = (problem: string | undefined) => {
      clearTimeout(timer);
      own.removeEventListener('message', listen);
      resolve(problem);
    };
    const listen = (event: MessageEvent<unknown>) => {
      if (event.origin === origin && event.source === opener && taken(event.data)?.nonce === nonce) end(undefined);
    };
    const timer = setTimeout(() => end(notWaiting), PATIENCE);
    own.addEventListener('message', listen);
    const review = { schema: 'sluice/review-input/v1', ...change };
    opener.postMessage({ kind: 'sluice-fetched-review', nonce, review }, origin);
  });
}

export interface AwaitedReview {
  /** The page that was opened. */
  readonly from: Talking;
  readonly own: Listening;
  readonly origin: string;
  readonly nonce: string;
  /** False for what is no review; anything may come. */
  readonly take: (review: unknown) => boolean;
}

/** Waits for one answer of one page; the function it returns ends that. */
export function awaitReview({ from, own, origin, nonce, take }: AwaitedReview): () => void {
  const listen = (event: MessageEvent<unknown>) => {
    if (event.origin !== origin || event.source !== from) return;
    const message = given(event.data);
    if (message?.nonce !== nonce || !take(message.review)) return;
    end();
    from.postMessage({ kind: 'sluice-review-taken', nonce }, origin);
  };
  const end = () => own.removeEventListener('message', listen);
  own.addEventListener('message', listen);
  return end;
}
