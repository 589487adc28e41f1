// Findings as workflow commands of GitHub Actions, which show them beside the lines of a change.
import { visibleText } from '../base/visible-text.ts';
import type { Problem } from '../engine/results.ts';
import type { Exporter } from './exporter.ts';
import type { LintReport } from './lint-report.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** GitHub's documentation, "Workflow commands": what is escaped in a message, and also in a property. */
const escaped = (text: string): string => visibleText(text).replaceAll('%', '%25');
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

export const lintGithub: Exporter<LintReport> = {
  format: 'github',
  export: ({ findings }) => findings.map((finding) => `${commandOf(finding)}\n`).join(''),
};

function commandOf({ location, severity, message, advice, code }: Problem): string {
  const { file, line, column, endLine } = location;
  const place = `file=${property(file)},line=${line},endLine=${endLine},col=${column},title=${property(code)}`;
  const what = advice === undefined ? message : `${message.replace(/[.;]$/, '')}. ${advice}`;
  return `::${COMMANDS[severity]} ${place}::${escaped(what)}`;
}
