// Where a command stands: what it reads and writes besides files. Tests give one that remembers.

export interface Terminal {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Folder of the built pages. */
  readonly pages: string;
  /** Results; bytes are UTF-8, and may change once it returns. */
  out(text: string | Uint8Array): void;
  /** A message for the person, one line without its line break. */
  message(line: string): void;
  /** The day of the calendar, in UTC: `2026-11-22`. */
  today(): string;
  /** Everything on standard input. */
  input(): Promise<Uint8Array>;
  /** Resolves when the person stops the command; to be asked by commands that go on until then. */
  stopped(): Promise<void>;
}
