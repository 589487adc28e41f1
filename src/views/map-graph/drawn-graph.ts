// The graph as it stands on the page, in the words of its export: nothing is decided here, only named.

import { counted } from '../../base/counted.ts';
import type { EngineOptions } from '../../engine/engine-options.ts';
import type { PortScope } from '../../engine/results.ts';
import type { DrawnEdge, DrawnGate, DrawnNode, GraphPicture, LegendMark } from '../../exporters/graph-picture.ts';
import { headPath, splitPath } from '../../graph/edge-marks.ts';
import { pointAlong } from '../../graph/edge-path.ts';
import { gatePaths } from '../../graph/gate-path.ts';
import type { Gate, GraphEdge, GraphNode } from '../../graph/graph.ts';
import type { Box } from '../../graph/layout-graph.ts';
import { hasIsolated, type LegendLineKind, usedLines } from '../../graph/legend-lines.ts';
import { labelBox } from '../../graph/place-labels.ts';
import { externalKind } from './external-kind.ts';
import type { GraphModel } from './use-graph-model.ts';

export interface DrawnState {
  readonly title: string;
  readonly ports: PortScope;
  readonly options: Pick<EngineOptions, 'semantics' | 'pending'>;
  readonly selected: string | undefined;
}

export function drawnGraph(model: GraphModel, { title, ports, options, selected }: DrawnState): GraphPicture {
  const { graph, layout, report, hops, related } = model;
  const { workloads, namespaces, policies } = report.counts;
  const nodes = graph.nodes.flatMap((node): DrawnNode[] => {
    const box = layout.boxes.get(node.id);
    const hop = hops?.get(node.id);
    if (!box) return [];
    const isDimmed = related !== undefined && !related.nodes.has(node.id);
    const face = { ...faceOf(node, box), isSelected: node.id === selected, isDimmed };
    return [hop === undefined ? face : { ...face, hop }];
  });
  const semantics = options.semantics.replace('calico-', 'Calico ').replace('kubernetes', 'Kubernetes');
  const staged = {
    enforced: 'enforced policies',
    calico: 'with staged policies',
    promoted: 'after promotion',
  } as const;
  const caption = [
    `${counted(workloads, 'workload')} in ${counted(namespaces, 'namespace')}`,
    counted(policies, 'policy'),
    ...(graph.edgesLeftOut > 0 ? [`${counted(graph.edgesLeftOut, 'edge')} not drawn`] : []),
    ports === 'declared' ? 'declared ports' : 'all ports',
    semantics,
    staged[options.pending],
  ];
  return {
    title,
    caption,
    nodes,
    edges: graph.edges.flatMap((edge) => drawnEdge(edge, model)),
    legend: legendOf(model),
  };
}

function drawnEdge(edge: GraphEdge, { routes, labels, related }: GraphModel): DrawnEdge[] {
  const route = routes.get(edge.id);
  if (!route) return [];
  const head = headPath(route.end, edge.verdict, edge.flip !== 'none');
  const label = labels.get(edge.id);
  return [
    {
      path: route.path,
      head: head.path,
      isHeadFilled: head.isFilled,
      split: edge.verdict === 'mixed' ? splitPath(pointAlong(route.points, 0.5)) : '',
      verdict: edge.verdict,
      isFlip: edge.flip !== 'none',
      isDimmed: related !== undefined && !related.edges.has(edge.id),
      ...(label?.clear ? { label: { text: label.text, box: labelBox(label.text, label) } } : {}),
    },
  ];
}

const drawnGate = ({ state, rules }: Gate): DrawnGate => ({
  path: gatePaths[state],
  count: state === 'open' ? 0 : rules,
});
const barred: DrawnGate = { path: gatePaths.governed, count: 0 };
const plain = { facts: '', ports: '', isDouble: false, isSystem: false } as const;

function faceOf(node: GraphNode, box: Box): Omit<DrawnNode, 'isSelected' | 'isDimmed'> {
  const { name } = node;
  if (node.type === 'namespace') {
    const { isolated, collapsed } = node;
    const counts = `${counted(node.workloads, 'workload')}, ${counted(node.pods, 'pod')}`;
    return {
      ...plain,
      ...{ box, name, kind: collapsed ? 'collapsed' : 'frame', isDouble: isolated === 'both', isSystem: node.system },
      facts: collapsed ? counts : '',
      ...(isolated === 'both' || isolated === 'ingress' ? { ingress: barred } : {}),
      ...(isolated === 'both' || isolated === 'egress' ? { egress: barred } : {}),
    };
  }
  if (node.type === 'external') {
    return { ...plain, box, name, kind: node.kind === 'set' ? 'set' : 'external', facts: externalKind(node) };
  }
  if (node.type === 'pod') return { ...plain, box, name, kind: 'pod' };
  const gates = { ingress: drawnGate(node.ingress), egress: drawnGate(node.egress) };
  if (node.type === 'host') {
    return { ...plain, ...gates, box, name, kind: 'host', facts: 'host endpoint', ports: node.interfaceName };
  }
  const facts = node.kind === 'Pod' ? node.kind : `${node.kind} ×${node.replicas}`;
  return { ...plain, ...gates, box, name, kind: 'workload', facts, ports: node.ports };
}

function legendOf({ graph, hops }: GraphModel): readonly LegendMark[] {
  return [
    { type: 'gate', gate: { path: gatePaths.open, count: 0 }, words: 'not governed' },
    { type: 'gate', gate: { path: gatePaths.governed, count: 0 }, words: 'governed' },
    { type: 'gate', gate: { path: gatePaths.governed, count: 2 }, words: '2 rules allow' },
    ...(hasIsolated(graph) ? [{ type: 'double', words: 'isolated both ways' } as const] : []),
    ...usedLines(graph).map((line): LegendMark => ({ type: 'line', edge: legendEdge(line), words: line.words })),
    ...(hops ? [{ type: 'hop', words: 'hops away' } as const] : []),
  ];
}

function legendEdge({ verdict, flip }: LegendLineKind): DrawnEdge {
  const head = headPath({ x: 30, y: 8, side: 'left' }, verdict, flip !== 'none');
  return {
    ...{ path: 'M1,8H24', head: head.path, isHeadFilled: head.isFilled, verdict },
    ...{ split: verdict === 'mixed' ? splitPath({ x: 12, y: 8 }) : '', isFlip: flip !== 'none', isDimmed: false },
  };
}
