// Writes bytes to a file descriptor before it returns, so that memory holds none that wait, and their buffer can be used again.
import { writeSync } from 'node:fs';

/** How long to wait for whoever reads slowly, in milliseconds. */
const PAUSE = 2;

/** False where nobody reads any more (Windows says EOF). Throws what else the system says. */
export function writeAll(descriptor: number, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE' || code === 'EOF') return false;
      // A pipe or terminal that another program has set not to wait.
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
  return true;
}
