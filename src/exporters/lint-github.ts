// Findings beside the lines of a change, by GitHub Actions.
import type { Exporter } from './exporter.ts';
import { githubCommands } from './github-commands.ts';
import type { LintReport } from './lint-report.ts';

export const lintGithub: Exporter<LintReport> = {
  format: 'github',
  export: ({ findings }) => githubCommands(findings),
};
