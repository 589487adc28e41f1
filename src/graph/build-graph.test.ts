// Nodes and edges from inventory and answer: order, gates, isolation, accessible names.
import { describe, expect, it } from 'vitest';
import { countWorkloads, drawEdge, drawInventory, governedGate } from '../testing/sample-inventory.ts';
import { buildGraph, type GraphChoice } from './build-graph.ts';

const nothing: GraphChoice = { collapsedNamespaces: new Set(), expandedWorkloads: new Set(), hideSystem: false };
const app = drawInventory(
  `kube-system: coredns*2:53
   dev-app: backend!*2:8080 database:3306 frontend*2:80`,
  ['cidr:192.168.0.0/16', 'cidr:10.0.0.0/8', 'internet'],
);
const picture = {
  edges: [
    drawEdge('internet', 'workload:dev-app/Deployment/frontend'),
    drawEdge('workload:dev-app/Deployment/frontend', 'workload:dev-app/Deployment/backend', { label: '8080' }),
  ],
  leftOut: 0,
};

describe('buildGraph', () => {
  it('orders externals, namespaces and tiers from the inventory', () => {
    const { nodes } = buildGraph(app, picture, nothing);
    expect(nodes.map(({ name }) => name)).toEqual([
      'Internet',
      '10.0.0.0/8',
      '192.168.0.0/16',
      'dev-app',
      'frontend',
      'backend',
      'database',
      'kube-system',
      'coredns',
    ]);
  });

  it('does not depend on the order of its input', () => {
    const reversed = {
      hosts: [],
      externals: [...app.externals].reverse(),
      namespaces: [...app.namespaces].reverse().map((ns) => ({ ...ns, workloads: [...ns.workloads].reverse() })),
    };
    const backwards = { edges: [...picture.edges].reverse(), leftOut: 0 };
    expect(buildGraph(reversed, backwards, nothing)).toEqual(buildGraph(app, picture, nothing));
  });

  it('names a workload with its pods, ports and gates', () => {
    const { nodes } = buildGraph(app, picture, nothing);
    expect(nodes.find(({ name }) => name === 'frontend')?.label).toBe(
      'Deployment frontend in dev-app, 2 pods, port 80, ingress not governed, egress not governed',
    );
  });

  it('lists the pods of an expanded workload that has pod objects', () => {
    const expandedWorkloads = new Set(['workload:dev-app/Deployment/backend', 'workload:dev-app/Deployment/frontend']);
    const { nodes } = buildGraph(app, picture, { ...nothing, expandedWorkloads });
    expect(nodes.filter(({ type }) => type === 'pod').map(({ id }) => id)).toEqual([
      'pod:dev-app/backend-0',
      'pod:dev-app/backend-1',
    ]);
  });

  it('calls a namespace isolated where every workload is governed', () => {
    const isolated = (egressOfOne: 'open' | 'governed') => {
      const [namespace] = drawInventory('shop: web db').namespaces;
      if (!namespace) throw new Error('the drawing has one namespace');
      const workloads = namespace.workloads.map((workload, at) => ({
        ...workload,
        ingress: governedGate(1),
        egress: at === 0 && egressOfOne === 'open' ? workload.egress : governedGate(2),
      }));
      const { nodes } = buildGraph(
        { namespaces: [{ ...namespace, workloads, counts: countWorkloads(workloads) }], externals: [], hosts: [] },
        undefined,
        nothing,
      );
      const [frame] = nodes;
      return frame?.type === 'namespace' ? frame.isolated : undefined;
    };
    expect([isolated('governed'), isolated('open')]).toEqual(['both', 'ingress']);
  });

  it('draws network sets outside, and hosts after everything else, unless they are hidden', () => {
    const inventory = drawInventory('shop: web', ['internet', 'set:shop/partners'], ['node-2', 'node-1']);
    const ids = (hideHosts: boolean) =>
      buildGraph(inventory, undefined, { ...nothing, hideHosts }).nodes.map(({ type, label }) => `${type} ${label}`);
    const outsideAndPods = [
      'external Internet, every address that no other node covers',
      'external Network set shop/partners, 1 range',
      'namespace Namespace shop, expanded, 1 workload, 1 pod',
      'workload Deployment web in shop, 1 pod, ingress not governed, egress not governed',
    ];
    expect(ids(false)).toEqual([
      ...outsideAndPods,
      'host Host endpoint node-2 of node node-2, every interface, ingress not governed, egress not governed',
      'host Host endpoint node-1 of node node-1, every interface, ingress not governed, egress not governed',
    ]);
    expect(ids(true)).toEqual(outsideAndPods);
  });

  it('draws some of many hosts and counts the others; the one in focus is drawn', () => {
    const names = Array.from({ length: 100 }, (_, at) => `node-${at}`);
    const inventory = drawInventory('shop: web', [], names);
    const hosts = (focus?: string) => {
      const { nodes, hostsLeftOut } = buildGraph(inventory, undefined, { ...nothing, focus });
      return [nodes.filter(({ type }) => type === 'host').length, nodes.at(-1)?.id, hostsLeftOut];
    };
    expect(hosts()).toEqual([24, 'host:node-23', 76]);
    expect(hosts('host:node-80')).toEqual([25, 'host:node-80', 75]);
  });

  it('leaves out system namespaces and their edges when they are hidden', () => {
    const toDns = drawEdge('workload:dev-app/Deployment/frontend', 'workload:kube-system/Deployment/coredns');
    const graph = buildGraph(app, { edges: [toDns], leftOut: 3 }, { ...nothing, hideSystem: true });
    expect(graph.nodes.some(({ id }) => id.includes('kube-system'))).toBe(false);
    expect([graph.edges, graph.edgesLeftOut]).toEqual([[], 3]);
  });
});
