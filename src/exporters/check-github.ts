// Broken assertions beside their lines, by GitHub Actions.
import type { CheckReport } from './check-report.ts';
import type { Exporter } from './exporter.ts';
import { githubCommands } from './github-commands.ts';

export const checkGithub: Exporter<CheckReport> = {
  format: 'github',
  export: ({ problems }) => githubCommands(problems),
};
