// Arguments to exit status: finds the command, shows help, and turns every failure into a message.
import { nearestName } from '../base/nearest-name.ts';
import { visibleText } from '../base/visible-text.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { parseCommandLine } from './command-line.ts';
import { conformance } from './conformance.ts';
import { connectivity } from './connectivity.ts';
import { diff } from './diff.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { explain } from './explain.ts';
import { commandHelp, overviewHelp } from './help-text.ts';
import { lesson } from './lesson.ts';
import { lint } from './lint.ts';
import { posture } from './posture.ts';
import { review } from './review.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** In the order in which help lists them. */
export const allCommands: readonly Command[] = [
  connectivity,
  explain,
  diff,
  review,
  posture,
  lint,
  check,
  lesson,
  conformance,
];

/** Never rejects. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...rest] = args;
  const command = allCommands.find((one) => one.name === name);
  if (name === undefined || name === '-h' || name === '--help') {
    terminal.out(overviewHelp(allCommands));
    return name === undefined ? exitStatus.usage : exitStatus.clean;
  }
  try {
    if (command === undefined) throw new UsageError(unknownCommand(name));
    const line = parseCommandLine(rest, command.flags);
    if (line.isOn('help')) {
      terminal.out(commandHelp(command));
      return exitStatus.clean;
    }
    return await command.run(line, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.message(`sluice: ${visibleText(error.message)}`);
      return exitStatus.usage;
    }
    reportInternalError(error, terminal);
    return exitStatus.internal;
  }
}

function unknownCommand(name: string): string {
  if (name.startsWith('-')) return `name a command before ${name}: ${allCommands.map((one) => one.name).join(', ')}`;
  const near = nearestName(
    name,
    allCommands.map((one) => one.name),
  );
  return `no command is called ${name}${near === undefined ? '; --help lists the commands' : `; did you mean ${near}?`}`;
}

/** The kind of the error and where in Sluice it arose; its message could hold something of the manifests. */
function reportInternalError(error: unknown, terminal: Terminal): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const places =
    error instanceof Error ? [...(error.stack ?? '').matchAll(/([\w.-]+\.[jt]s:\d+:\d+)/g)].slice(0, 5) : [];
  terminal.message(
    `sluice: internal error (${kind}) at ${places.map((place) => place[1]).join(' < ') || 'an unknown place'}; please report it`,
  );
}
