// Work that can wait until the page shows something.

/** Runs the task after the first contentful paint, at once where that is over; returns the function that calls it off. */
export function whenPainted(task: () => void): () => void {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) {
    const frame = requestAnimationFrame(() => task());
    return () => cancelAnimationFrame(frame);
  }
  const observer = new PerformanceObserver((list) => {
    if (!list.getEntriesByName('first-contentful-paint')[0]) return;
    observer.disconnect();
    task();
  });
  observer.observe({ type: 'paint', buffered: true });
  return () => observer.disconnect();
}
