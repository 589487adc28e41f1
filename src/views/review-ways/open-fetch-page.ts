// Opens the page that fetches a change from a forge, and waits for what it brings.
import { awaitReview } from '../../state/fetch-page/hand-over.ts';

/** False in a saved report, which is one file. */
export const canFetch = import.meta.env.MODE !== 'report';

let stopWaiting: () => void = () => undefined;

/** `take`: gets what the page brings, of unknown shape. False where the browser opened no page. Only the last page is waited for. */
export function openFetchPage(take: (review: unknown) => boolean): boolean {
  stopWaiting();
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  // It answers to whom opened it, so it must know that; both are of one origin.
  const page = open(`${import.meta.env.BASE_URL}fetch.html#${nonce}`, '_blank');
  if (!page) return false;
  stopWaiting = awaitReview({ from: page, own: window, origin: location.origin, nonce, take });
  return true;
}
