// Connectivity as a Markdown table.
import type { ConnectivityReport } from './connectivity-report.ts';
import type { Exporter } from './exporter.ts';
import { portWords, verdictWords } from './flow-words.ts';
import { markdownName, markdownText } from './markdown-text.ts';

export const connectivityMarkdown: Exporter<ConnectivityReport> = {
  format: 'md',
  export: ({ flows }) => {
    const rows = flows.map((flow) => {
      const missing = flow.missing === undefined ? '' : `: ${markdownText(flow.missing)}`;
      return `| ${markdownName(flow.src)} | ${markdownName(flow.dst)} | ${markdownText(portWords(flow))} | ${verdictWords(flow)}${missing} |`;
    });
    return `${['| source | destination | ports | verdict |', '| --- | --- | --- | --- |', ...rows].join('\n')}\n`;
  },
};
