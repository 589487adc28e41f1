// Workspace storage in memory, as two tabs of one browser share it: for the state's tests.

export function createMemoryStore() {
  const values = new Map<string, unknown>();
  return {
    values,
    keys: async () => [...values.keys()],
    getMany: async (keys: readonly string[]) => keys.map((key) => structuredClone(values.get(key))),
    setMany: async (entries: readonly (readonly [string, unknown])[]) => {
      for (const [key, value] of entries) values.set(key, structuredClone(value));
    },
    delMany: async (keys: readonly string[]) => {
      for (const key of keys) values.delete(key);
    },
  };
}

/** The locks of a browser: one holder a name, the others wait in line, and `steal` ends the holder's turn. */
export function createMemoryLocks(): LockManager {
  const holders = new Map<string, () => void>();
  const line: (() => void)[] = [];
  const request = (name: string, options: LockOptions, callback: (lock: Lock | null) => unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const lock: Lock = { name, mode: 'exclusive' };
      const hold = () => {
        holders.set(name, () => reject(new DOMException('stolen', 'AbortError')));
        void callback(lock);
      };
      const holder = holders.get(name);
      if (options.steal) {
        holder?.();
        hold();
      } else if (!holder) hold();
      else if (options.ifAvailable) resolve(callback(null));
      else line.push(hold);
    });
  return { request, query: async () => ({}) } as unknown as LockManager;
}
