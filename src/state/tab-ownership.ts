// Elects the one tab of a browser that may write: a Web Lock, held as long as the tab lives or until another tab takes it.
import type { StorageOwner } from './workspace-storage.ts';

const lockName = 'sluice-workspace';

export class TabOwnership {
  readonly #locks: LockManager | undefined;
  readonly #listeners = new Set<(owner: StorageOwner) => void>();
  readonly #elected: Promise<void>;
  #owner: StorageOwner | undefined;

  /** Without locks (no secure context) every tab writes, and the newest save wins. */
  constructor(locks: LockManager | undefined) {
    this.#locks = locks;
    this.#elected = locks ? this.#hold({ ifAvailable: true }) : Promise.resolve(this.become('this-tab'));
  }

  get owner(): StorageOwner | undefined {
    return this.#owner;
  }

  /** Resolves when it is known who owns. */
  elected(): Promise<void> {
    return this.#elected;
  }

  /** Takes the lock from whichever tab has it; resolves when this tab owns. */
  async takeOver(): Promise<void> {
    if (this.#locks) await this.#hold({ steal: true });
  }

  become(owner: StorageOwner): void {
    if (owner === this.#owner) return;
    this.#owner = owner;
    for (const listener of this.#listeners) listener(owner);
  }

  listen(listener: (owner: StorageOwner) => void): () => void {
    this.#listeners.add(listener);
    if (this.#owner !== undefined) listener(this.#owner);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves at the answer; holds the lock until another tab steals it, then waits for it in line. */
  #hold(options: LockOptions): Promise<void> {
    return new Promise((answered) => {
      const held = this.#locks?.request(lockName, options, (lock) => {
        this.become(lock === null ? 'other-tab' : 'this-tab');
        answered();
        return lock === null ? undefined : new Promise<void>(() => undefined);
      });
      const waitInLine = () => {
        this.become('other-tab');
        answered();
        void this.#hold({});
      };
      held?.then(waitInLine, waitInLine);
    });
  }
}
