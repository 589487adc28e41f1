// Work that can wait until nothing else is to do.

/** Milliseconds after which it is done in any case. */
const LATEST = 2000;

/** Runs the task in an idle moment; returns the function that calls it off. */
export function whenIdle(task: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(task, 200);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(() => task(), { timeout: LATEST });
  return () => cancelIdleCallback(request);
}
