// Connectivity as a Graphviz graph: workloads boxed by namespace, sets and hosts in shapes of their own, one edge for a pair.
import { visibleText } from '../base/visible-text.ts';
import type { ConnectivityReport } from './connectivity-report.ts';
import type { Exporter } from './exporter.ts';
import { type FoldedFlow, foldFlows } from './fold-flows.ts';
import { groupedNodes, nodeLabel } from './grouped-nodes.ts';

export const connectivityDot: Exporter<ConnectivityReport> = {
  format: 'dot',
  export: ({ flows }) => {
    const lines = ['digraph connectivity {', '  rankdir=LR;', '  node [shape=box, style=rounded];'];
    for (const [number, { namespace, names }] of groupedNodes(flows).entries()) {
      const nodes = names.map((name) => `${quoted(name)} [label=${quoted(nodeLabel(name, namespace))}${shape(name)}];`);
      if (namespace === '') lines.push(...nodes.map((node) => `  ${node}`));
      else
        lines.push(
          `  subgraph cluster_${number} {`,
          `    label=${quoted(namespace)};`,
          ...nodes.map((node) => `    ${node}`),
          '  }',
        );
    }
    return `${[...lines, ...foldFlows(flows).map(edge), '}'].join('\n')}\n`;
  },
};

/** Attributes behind the label: a folder of ranges, a machine. */
function shape(name: string): string {
  if (name.startsWith('set:')) return ', shape=folder';
  return name.startsWith('host:') ? ', shape=box3d' : '';
}

function edge(flow: FoldedFlow): string {
  const style = flow.verdict === 'unknown' ? ', style=dotted' : '';
  return `  ${quoted(flow.src)} -> ${quoted(flow.dst)} [label=${quoted(flow.ports)}${style}];`;
}

/** A double-quoted string: a backslash would begin an escape (`\N` is the node's name), so it is doubled. */
function quoted(text: string): string {
  return `"${visibleText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
