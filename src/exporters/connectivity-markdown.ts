// Connectivity as a Markdown table.
import type { ConnectivityReport } from './connectivity-report.ts';
import type { Exporter } from './exporter.ts';
import { verdictWords } from './flow-words.ts';
import { foldFlows } from './fold-flows.ts';
import { markdownName, markdownText } from './markdown-text.ts';

export const connectivityMarkdown: Exporter<ConnectivityReport> = {
  format: 'md',
  export: ({ flows }) => {
    const rows = foldFlows(flows).map((flow) => {
      const missing = flow.missing === undefined ? '' : `: ${markdownText(flow.missing)}`;
      return `| ${markdownName(flow.src)} | ${markdownName(flow.dst)} | ${markdownText(flow.ports)} | ${verdictWords(flow)}${missing} |`;
    });
    return `${['| source | destination | ports | verdict |', '| --- | --- | --- | --- |', ...rows].join('\n')}\n`;
  },
};
