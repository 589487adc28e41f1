// The `sluice` command.
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { runCommand } from './run-command.ts';
import type { Terminal } from './terminal.ts';
import { writeAll } from './write-all.ts';

const OUTPUT = 1;
const MESSAGES = 2;

const terminal: Terminal = {
  cwd: process.cwd(),
  // The command lies in `dist-cli`, beside `dist`.
  pages: join(import.meta.dirname, '../dist'),
  out: (text) => {
    // Whoever reads our output may have seen enough (`sluice connectivity … | head`).
    if (!writeAll(OUTPUT, typeof text === 'string' ? Buffer.from(text) : text)) process.exit(0);
  },
  message: (line) => {
    writeAll(MESSAGES, Buffer.from(`${line}\n`));
  },
  today: () => new Date().toISOString().slice(0, 10),
  input: () => buffer(process.stdin),
  stopped: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
};

// No `await` here: the command is built as one script, whose compiled form is kept (`start.ts`).
// Everything is written, so nobody need wait for what Node would tidy up.
runCommand(process.argv.slice(2), terminal).then((status) => process.exit(status));
