// The `sluice` command.
import { buffer } from 'node:stream/consumers';
import { runCommand } from './run-command.ts';
import type { Terminal } from './terminal.ts';

const terminal: Terminal = {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  message: (line) => process.stderr.write(`${line}\n`),
  input: () => buffer(process.stdin),
};

// Whoever reads our output may have seen enough (`sluice connectivity … | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// No `await` here: the command is built as one script, whose compiled form is kept (`start.ts`).
runCommand(process.argv.slice(2), terminal).then((status) => {
  process.exitCode = status;
});
