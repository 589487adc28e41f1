// A terminal for the command's tests: a folder of its own, and everything that was written.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export class RememberingTerminal {
  readonly cwd = mkdtempSync(join(tmpdir(), 'sluice-cli-'));
  readonly pages = join(this.cwd, 'pages');
  readonly messages: string[] = [];
  output = '';
  standardInput = '';

  out(text: string | Uint8Array): void {
    this.output += typeof text === 'string' ? text : new TextDecoder().decode(text);
  }

  message(line: string): void {
    this.messages.push(line);
  }

  today(): string {
    return '2026-11-22';
  }

  async input(): Promise<Uint8Array> {
    return new TextEncoder().encode(this.standardInput);
  }

  /** Stops a command that goes on until then. */
  stop: () => void = () => undefined;

  stopped(): Promise<void> {
    return new Promise((resolve) => {
      this.stop = resolve;
    });
  }

  /** Writes files of the folder: path to content. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.cwd, path)), { recursive: true });
      writeFileSync(join(this.cwd, path), content);
    }
  }

  /** The text of a file of the folder. */
  read(path: string): string {
    return readFileSync(join(this.cwd, path), 'utf8');
  }

  dispose(): void {
    rmSync(this.cwd, { recursive: true, force: true });
  }
}
