// Suggestions for an end of a flow while it is typed: workloads, pods, sets, hosts, ranges, and services as destinations.
import type { ClusterService, Workload } from '../model/cluster.ts';
import { findNodes, type SearchHit } from './find-nodes.ts';
import type { NodeId, SnapshotId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

export interface EndRequest {
  readonly text: string;
  readonly side: 'from' | 'to';
  readonly limit: number;
}

export interface EndHit {
  /** What is written in the field: `dev-app/frontend`, `svc:dev-app/backend`, `internet`. */
  readonly value: string;
  /** `Deployment in dev-app`, `Service in dev-app`. */
  readonly detail: string;
  /** `TCP 8080`; empty: none declared. */
  readonly ports: readonly string[];
}

export interface EndAnswer {
  readonly snapshot: SnapshotId;
  /** Nearest first. */
  readonly hits: readonly EndHit[];
}

const portsOf = (ports: readonly { readonly protocol: string; readonly port: number }[]): string[] => [
  ...new Set(ports.map(({ protocol, port }) => `${protocol} ${port}`)),
];

function workloadValue({ namespace, kind, name }: Workload, { cluster }: Snapshot): string {
  const alike = cluster.workloads.filter((one) => one.namespace === namespace && one.name === name);
  return alike.length > 1 ? `${namespace}/${kind}/${name}` : `${namespace}/${name}`;
}

function workloadHit(workload: Workload, snapshot: Snapshot): EndHit {
  const detail = `${workload.kind} in ${workload.namespace}`;
  return { value: workloadValue(workload, snapshot), detail, ports: portsOf(workload.ports) };
}

function endHit({ id, detail }: SearchHit, snapshot: Snapshot): EndHit | undefined {
  const { workloads, endpoints, hostEndpoints } = snapshot.cluster;
  const workload = id.startsWith('workload:') ? workloads.find((one) => one.id === id) : undefined;
  if (workload) return workloadHit(workload, snapshot);
  if (id.startsWith('namespace:')) return undefined;
  if (id.startsWith('pod:')) {
    const pod = endpoints.find((one) => one.id === id);
    return { value: id.slice('pod:'.length), detail, ports: portsOf(pod?.ports ?? []) };
  }
  const host = hostEndpoints.find(({ name }) => id === `host:${name}`);
  return { value: id.replace(/^cidr:/, ''), detail, ports: portsOf(host?.ports ?? []) };
}

function serviceHits({ cluster }: Snapshot, words: readonly string[], limit: number): readonly EndHit[] {
  const fits = ({ namespace, name }: ClusterService): boolean =>
    words.every((word) => name.toLowerCase().includes(word) || namespace.toLowerCase().includes(word));
  return cluster.services
    .filter(fits)
    .slice(0, limit)
    .map(({ namespace, name, ports }) => ({
      value: `svc:${namespace}/${name}`,
      detail: `Service in ${namespace}`,
      ports: portsOf(ports),
    }));
}

/** Where nothing is typed yet: the first workloads, and everywhere else. */
function firstHits(snapshot: Snapshot, limit: number): readonly EndHit[] {
  const internet: NodeId = 'internet';
  const hits = snapshot.cluster.workloads.slice(0, limit - 1).map((workload) => workloadHit(workload, snapshot));
  return [...hits, { value: internet, detail: 'Outside the cluster', ports: [] }];
}

/** What is written as `ns/Kind/name` is searched by its name first. */
export function findEnds(snapshot: Snapshot, { text, side, limit }: EndRequest): readonly EndHit[] {
  const isService = text.startsWith('svc:');
  const words = text
    .toLowerCase()
    .replace(/^(svc|set|host|pod|workload|cidr):/, '')
    .split(/[/\s]+/)
    .filter(Boolean)
    .reverse();
  if (words.length === 0 && !isService) return firstHits(snapshot, limit);
  // A range is written with a slash.
  const asked = /^[\d.:a-f]+\/\d*$/.test(text) ? text : words.join(' ');
  const nodes = isService ? [] : findNodes(snapshot, asked, limit).flatMap((hit) => endHit(hit, snapshot) ?? []);
  const services = side === 'to' ? serviceHits(snapshot, words, limit) : [];
  const room = Math.max(0, limit - Math.min(services.length, 3));
  return [...nodes.slice(0, isService ? 0 : room), ...services].slice(0, limit);
}
