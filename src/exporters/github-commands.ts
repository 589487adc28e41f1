// Problems as workflow commands of GitHub Actions, which show them beside the lines of a change.
import { visibleText } from '../base/visible-text.ts';
import type { Problem } from '../engine/results.ts';
import { placeOf } from './place-of.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** GitHub's documentation, "Workflow commands": what is escaped in a message, and also in a property. */
const escaped = (text: string): string => visibleText(text).replaceAll('%', '%25');
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function commandOf({ location, severity, message, advice, code }: Problem): string {
  const { file, line, column } = placeOf(location);
  const endLine = location.origin ? line : location.endLine;
  const place = `file=${property(file)},line=${line},endLine=${endLine},col=${column},title=${property(code)}`;
  const what = advice === undefined ? message : `${message.replace(/[.;]$/, '')}. ${advice}`;
  return `::${COMMANDS[severity]} ${place}::${escaped(what)}\n`;
}

export function githubCommands(problems: readonly Problem[]): string {
  return problems.map(commandOf).join('');
}
