// The page of all findings as Markdown: docs/findings.md is made of it. Its texts are the project's own, so they keep their Markdown.
import type { FindingHelp } from '../findings/finding-page.ts';

const QUICK_FIX: Readonly<Record<NonNullable<FindingHelp['quickFix']>, string>> = {
  safe: ', safe quick fix',
  offered: ', quick fix',
  none: '',
};

const INTRODUCTION = `# Findings

What \`sluice lint\` and the page say of manifests, by code. \`sluice lint --explain CODE\` shows one of these pages, \`sluice lint --list\` all codes. *Error*: it never does
what it says, or the object is refused. *Warning*: it is nearly always a mistake. *Info*: worth knowing. A *safe* quick fix leaves the meaning of the manifests as it is;
\`sluice lint --fix\` writes those.

To let a finding pass, say why in a comment at the end of its line, above the line, or above the whole object:

\`\`\`yaml
# sluice-ignore selector-empty: hosts are policed elsewhere, see the runbook
\`\`\`

Several codes are separated by commas. A comment without a reason lets nothing pass; one that fits no finding is told. What makes an answer incomplete cannot be let
pass, and neither can a pinned flow that is broken. JSON has no comments: write an \`ignore\` rule into [\`sluice.yaml\`](configuration.md), which also sets severities.

This file is made of the pages in the sources: \`npx vitest run src/testing/findings-page.test.ts -u\` writes it.
`;

/** `lints` and `readers` in the order of their lists. */
export function findingsMarkdown(lints: readonly FindingHelp[], readers: readonly FindingHelp[]): string {
  return [
    INTRODUCTION,
    '## Of policies that are legal',
    ...lints.map(pageOf),
    '## Of reading',
    ...readers.map(pageOf),
    '',
  ]
    .join('\n\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

function pageOf({ code, severity, title, why, fix, source, examples, quickFix = 'none' }: FindingHelp): string {
  const shown = examples
    ? [
        '<details><summary>Examples</summary>',
        'Found in:',
        fenced(examples.bad),
        'Not found in:',
        fenced(examples.good),
        '</details>',
      ]
    : [];
  return [
    `### ${code}`,
    `${title}. *${severity}${QUICK_FIX[quickFix]}*`,
    why,
    `**To mend it:** ${fix}`,
    ...shown,
    ...(source ? [`Source: [${source.title}](${source.url})`] : []),
  ].join('\n\n');
}

const fenced = (text: string): string => `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
