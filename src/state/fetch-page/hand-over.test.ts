// What one page hands to the other: taken once, from the page that was opened, in answer to the question asked.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awaitReview, giveReview } from './hand-over.ts';

const origin = 'http://sluice.example';
type Listener = (event: MessageEvent<unknown>) => void;

/** A window: messages to it go to its listeners, as from `sender`. */
class Page {
  readonly listeners = new Set<Listener>();
  sender: unknown;
  addEventListener = (_: 'message', listener: Listener) => void this.listeners.add(listener);
  removeEventListener = (_: 'message', listener: Listener) => void this.listeners.delete(listener);
  postMessage = (data: unknown, target: string) => {
    expect(target).toBe(origin);
    this.receive(data, origin, this.sender);
  };
  receive(data: unknown, from: string, source: unknown): void {
    for (const listener of [...this.listeners]) listener({ data, origin: from, source } as MessageEvent<unknown>);
  }
}

const change = { name: 'n', base: [], head: [], notices: [] };
const review = { schema: 'sluice/review-input/v1', ...change };
let main = new Page();
let child = new Page();
beforeEach(() => {
  [main, child] = [new Page(), new Page()];
  [main.sender, child.sender] = [child, main];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const give = (nonce: string) => giveReview(change, { opener: main, own: child, origin, nonce });

it('is taken and acknowledged, once', async () => {
  const take = vi.fn(() => true);
  awaitReview({ from: child, own: main, origin, nonce: 'a', take });
  expect(await give('a')).toBeUndefined();
  expect(take.mock.calls).toEqual([[review]]);
  expect([main.listeners.size, child.listeners.size]).toEqual([0, 0]);
});

it.each([
  ['another origin', { kind: 'sluice-fetched-review', nonce: 'a', review }, 'http://evil.example', true],
  ['another page', { kind: 'sluice-fetched-review', nonce: 'a', review }, origin, false],
  ['another question', { kind: 'sluice-fetched-review', nonce: 'b', review }, origin, true],
  ['another kind', { kind: 'else', nonce: 'a', review }, origin, true],
  ['nothing', undefined, origin, true],
])('is not taken from %s', (_, data, from, isChild) => {
  const take = vi.fn(() => true);
  awaitReview({ from: child, own: main, origin, nonce: 'a', take });
  main.receive(data, from, isChild ? child : new Page());
  expect(take).not.toHaveBeenCalled();
  expect(main.listeners.size).toBe(1);
});

it('says so where nobody waits, or what came is no review', async () => {
  expect(await giveReview(change, { opener: null, own: child, origin, nonce: 'a' })).toMatch(/does not wait/);
  awaitReview({ from: child, own: main, origin, nonce: 'a', take: () => false });
  const given = give('a');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await given).toMatch(/does not wait/);
});
