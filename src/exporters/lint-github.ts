// Findings beside the lines of a change, by GitHub Actions.
import type { Problem } from '../engine/results.ts';
import type { Exporter } from './exporter.ts';
import { githubCommands } from './github-commands.ts';
import type { LintReport } from './lint-report.ts';

export const lintGithub: Exporter<LintReport> = {
  format: 'github',
  export: ({ findings }) => githubCommands(findings.map(withHelp)),
};

/** An annotation is all that its reader sees of Sluice. */
function withHelp(finding: Problem): Problem {
  const help = `\`sluice lint --explain ${finding.code}\` tells more.`;
  return { ...finding, advice: finding.advice === undefined ? help : `${finding.advice} ${help}` };
}
