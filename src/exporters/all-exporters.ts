// Every exporter, by what it writes, in the order in which help texts name the formats.
import type { Explanation } from '../engine/explanation.ts';
import type { FindingHelp, FindingPage } from '../findings/finding-page.ts';
import { checkGithub } from './check-github.ts';
import { checkJson } from './check-json.ts';
import { checkJunit } from './check-junit.ts';
import { checkMarkdown } from './check-markdown.ts';
import type { CheckReport } from './check-report.ts';
import { checkSarif } from './check-sarif.ts';
import { checkText } from './check-text.ts';
import { connectivityCsv } from './connectivity-csv.ts';
import { connectivityDot } from './connectivity-dot.ts';
import { connectivityJson } from './connectivity-json.ts';
import { connectivityMarkdown } from './connectivity-markdown.ts';
import { connectivityMermaid } from './connectivity-mermaid.ts';
import type { ConnectivityReport } from './connectivity-report.ts';
import { connectivityText } from './connectivity-text.ts';
import { diffJson } from './diff-json.ts';
import { diffMarkdown } from './diff-markdown.ts';
import type { DiffReport } from './diff-report.ts';
import { diffSarif } from './diff-sarif.ts';
import { diffText } from './diff-text.ts';
import { explainJson } from './explain-json.ts';
import { explainText } from './explain-text.ts';
import type { Exporter } from './exporter.ts';
import { findingHelpJson, findingListJson } from './finding-help-json.ts';
import { findingHelpText, findingListText } from './finding-help-text.ts';
import { lessonJson } from './lesson-json.ts';
import type { LessonReport } from './lesson-report.ts';
import { lessonText } from './lesson-text.ts';
import { lintGithub } from './lint-github.ts';
import { lintJson } from './lint-json.ts';
import { lintMarkdown } from './lint-markdown.ts';
import type { LintReport } from './lint-report.ts';
import { lintSarif } from './lint-sarif.ts';
import { lintText } from './lint-text.ts';
import { postureCsv } from './posture-csv.ts';
import { postureJson } from './posture-json.ts';
import { postureMarkdown } from './posture-markdown.ts';
import type { PostureReport } from './posture-report.ts';
import { postureText } from './posture-text.ts';

export const connectivityExporters: readonly Exporter<ConnectivityReport>[] = [
  connectivityText,
  connectivityJson,
  connectivityCsv,
  connectivityMarkdown,
  connectivityDot,
  connectivityMermaid,
];

export const diffExporters: readonly Exporter<DiffReport>[] = [diffText, diffJson, diffMarkdown, diffSarif];

export const explainExporters: readonly Exporter<Explanation>[] = [explainText, explainJson];

export const lintExporters: readonly Exporter<LintReport>[] = [lintText, lintJson, lintMarkdown, lintSarif, lintGithub];

export const findingHelpExporters: readonly Exporter<FindingHelp>[] = [findingHelpText, findingHelpJson];

export const findingListExporters: readonly Exporter<readonly FindingPage[]>[] = [findingListText, findingListJson];

export const checkExporters: readonly Exporter<CheckReport>[] = [
  checkText,
  checkJson,
  checkMarkdown,
  checkJunit,
  checkSarif,
  checkGithub,
];

export const lessonExporters: readonly Exporter<LessonReport>[] = [lessonText, lessonJson];

export const postureExporters: readonly Exporter<PostureReport>[] = [
  postureText,
  postureJson,
  postureMarkdown,
  postureCsv,
];
