// Connectivity as a Mermaid flowchart.
import { visibleText } from '../base/visible-text.ts';
import type { ConnectivityReport } from './connectivity-report.ts';
import type { Exporter } from './exporter.ts';
import { foldFlows } from './fold-flows.ts';
import { groupedNodes, nodeLabel } from './grouped-nodes.ts';

export const connectivityMermaid: Exporter<ConnectivityReport> = {
  format: 'mermaid',
  export: ({ flows }) => {
    const lines = ['flowchart LR'];
    const ids = new Map<string, string>();
    for (const [number, { namespace, names }] of groupedNodes(flows).entries()) {
      const nodes = names.map((name) => {
        ids.set(name, `n${ids.size}`);
        const [open, close] = brackets(name);
        return `${ids.get(name)}${open}"${encoded(nodeLabel(name, namespace))}"${close}`;
      });
      if (namespace === '') lines.push(...nodes.map((node) => `  ${node}`));
      else lines.push(`  subgraph g${number}["${encoded(namespace)}"]`, ...nodes.map((node) => `    ${node}`), '  end');
    }
    for (const flow of foldFlows(flows)) {
      const arrow = flow.verdict === 'unknown' ? '-.->' : '-->';
      lines.push(`  ${ids.get(flow.src)} ${arrow}|"${encoded(flow.ports)}"| ${ids.get(flow.dst)}`);
    }
    return `${lines.join('\n')}\n`;
  },
};

/** A subroutine's double walls for a set of ranges, a hexagon for a machine. */
function brackets(name: string): readonly [open: string, close: string] {
  if (name.startsWith('set:')) return ['[[', ']]'];
  return name.startsWith('host:') ? ['{{', '}}'] : ['[', ']'];
}

/** Mermaid's own escapes (`#35;`) for all that could be syntax, Markdown or HTML in a label. */
function encoded(text: string): string {
  return visibleText(text).replaceAll(/[^\p{L}\p{N} ./_·-]/gu, (character) => `#${character.codePointAt(0)};`);
}
