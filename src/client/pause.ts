// A rest in long work, so that what waits is done first.

/** Lets what waits be done first. A message comes sooner than a timer, which browsers hold back. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
