// Help: examples first, then usage and flags.
import { textTable } from '../exporters/text-table.ts';
import type { Command } from './command.ts';
import type { FlagSpec } from './command-line.ts';

export function commandHelp({ name, summary, usage, examples, flags }: Command): string {
  const rows = Object.entries(flags).map(([flag, spec]) => [`--${flag}${valueWords(spec)}`, spec.help]);
  return [
    summary,
    '',
    'Examples:',
    ...examples.flatMap(([line, does]) => [`  ${line}`, `      ${does}`]),
    '',
    `Usage: sluice ${name} ${usage}`,
    '',
    'Flags:',
    ...textTable([...rows, ['-h, --help', 'this text']], '  '),
    '',
  ].join('\n');
}

export function overviewHelp(commands: readonly Command[]): string {
  return [
    'Which flows do these Kubernetes manifests allow? Computed here, from files alone; nothing is sent anywhere.',
    '',
    'Examples:',
    '  sluice connectivity manifests/',
    '      every flow that is possible',
    '  sluice explain manifests/ --from dev-app/frontend --to dev-app/backend --port 8080',
    '      why one flow is allowed or not',
    '',
    'Commands:',
    ...textTable(
      commands.map((command) => [command.name, command.summary]),
      '  ',
    ),
    '',
    'A PATH is a file, a folder (searched for .yaml, .yml and .json), a .zip, or - for standard input.',
    'sluice COMMAND --help tells more.',
    '',
    'Flags win over sluice.yaml, which is looked for from the first PATH upward.',
    '',
    'Exit status: 0 clean, 1 found what --fail-on names, a broken assertion, a lesson that is not proven, or a disagreement,',
    '2 wrong usage or configuration, 3 input incomplete (takes precedence over 1), 4 internal error.',
    '',
  ].join('\n');
}

function valueWords({ type, placeholder, choices, multiple }: FlagSpec): string {
  if (type === 'switch') return '';
  return ` ${placeholder ?? choices?.join('|') ?? 'TEXT'}${multiple ? '…' : ''}`;
}
