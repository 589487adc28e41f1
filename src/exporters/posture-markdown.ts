// A posture as Markdown: what stands out as a list, a table of the namespaces, and what the numbers mean.
import type { Exporter } from './exporter.ts';
import { markdownName, markdownText } from './markdown-text.ts';
import {
  listedNamespaces,
  type PostureReport,
  postureCells,
  postureColumns,
  postureSentences,
} from './posture-report.ts';
import { postureWords, unknownWords } from './posture-words.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const postureMarkdown: Exporter<PostureReport> = {
  format: 'md',
  export(report) {
    const rows = listedNamespaces(report.posture).map((one) =>
      row([markdownName(one.name), ...postureCells(one, report).map(markdownText)]),
    );
    const titles = ['Namespace', ...postureColumns.map((fact) => postureWords[fact].title)];
    return [
      ...postureSentences(report).map((sentence) => `- ${markdownText(sentence)}`),
      ...(report.incomplete ? ['- **The input is incomplete: the numbers may be off in either direction.**'] : []),
      '',
      row(titles),
      row(titles.map((_, at) => (at === 0 ? '---' : '---:'))),
      ...rows,
      '',
      '<details><summary>What the numbers mean</summary>',
      '',
      ...postureColumns.map(
        (fact) => `- **${postureWords[fact].title}**: ${markdownText(postureWords[fact].definition)}`,
      ),
      `- ${markdownText(unknownWords)}`,
      '',
      '</details>',
      '',
    ].join('\n');
  },
};
