// The order nodes are placed in. It is read off the inventory alone, so that no policy can move a node.
import { compareText } from '../base/compare-text.ts';
import type { ExternalSummary, NamespaceSummary, WorkloadSummary } from '../engine/results.ts';

const entryWords = new Set(
  'edge front frontend gateway ingress lb loadbalancer nginx portal proxy ui web webapp website www'.split(' '),
);
const storeWords = new Set(
  'broker cache cassandra clickhouse cockroach database db elasticsearch etcd kafka mariadb memcached minio mongo mongodb mysql nats opensearch postgres postgresql queue rabbitmq redis sql storage valkey zookeeper'.split(
    ' ',
  ),
);
const entryPorts = new Set(['TCP 80', 'TCP 443']);
const storePorts = new Set(
  '1433 1521 2379 3306 4222 5432 5672 6379 8086 9042 9092 9200 11211 26257 27017'
    .split(' ')
    .map((port) => `TCP ${port}`),
);

/**
 * 0 entry, 1 middle, 2 store: a tiered application reads from left to right. The name decides before the declared ports;
 * what gives no hint is in the middle.
 */
export function tierRank(workload: WorkloadSummary): 0 | 1 | 2 {
  const words = workload.name.toLowerCase().split(/[^a-z]+/);
  if (words.some((word) => storeWords.has(word))) return 2;
  if (words.some((word) => entryWords.has(word))) return 0;
  if (workload.declaredPorts.some((port) => storePorts.has(port))) return 2;
  return workload.declaredPorts.some((port) => entryPorts.has(port)) ? 0 : 1;
}

/** Entry, middle, store; within these as declared in the manifests (file, then line), then by name and kind. */
export function inTierOrder(workloads: readonly WorkloadSummary[]): readonly WorkloadSummary[] {
  return workloads
    .map((workload) => ({ workload, rank: tierRank(workload) }))
    .sort((a, b) => a.rank - b.rank || compareDeclared(a.workload, b.workload))
    .map(({ workload }) => workload);
}

function compareDeclared(a: WorkloadSummary, b: WorkloadSummary): number {
  return (
    compareText(a.location?.file ?? '\uffff', b.location?.file ?? '\uffff') ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    compareText(a.name, b.name) ||
    compareText(a.kind, b.kind)
  );
}

/** Applications first, system namespaces last, each by name. */
export function compareNamespaces(a: NamespaceSummary, b: NamespaceSummary): number {
  return Number(a.system) - Number(b.system) || compareText(a.name, b.name);
}

/** Internet first, then address ranges by their numbers. */
export function compareExternals(a: ExternalSummary, b: ExternalSummary): number {
  return compareText(externalKey(a), externalKey(b));
}

function externalKey({ id }: ExternalSummary): string {
  return id === 'internet' ? '' : id.replace(/\d+/g, (digits) => digits.padStart(5, '0'));
}
