// Inventories drawn as text for tests of the picture: `dev-app: frontend*2:80 backend*2:8080 database:3306`.
import type {
  ExternalSummary,
  Isolation,
  NamespaceSummary,
  PictureEdge,
  SnapshotReport,
  WorkloadSummary,
} from '../engine/results.ts';

const openGate: Isolation = { state: 'open', policies: [], allowingRules: 0 };

export function governedGate(policies: number, allowingRules = 0): Isolation {
  return {
    state: 'governed',
    policies: Array.from({ length: policies }, (_, at) => `NetworkPolicy/ns/p${at}`),
    allowingRules,
  };
}

/**
 * One line a namespace: `name: workload[*replicas][:port] …`; a name that ends in `!` has pod objects.
 * `external` are ids: `internet`, `cidr:10.0.0.0/8`.
 */
export function drawInventory(
  lines: string,
  external: readonly string[] = ['internet'],
): Pick<SnapshotReport, 'namespaces' | 'externals'> {
  const namespaces = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(drawNamespace);
  return { namespaces, externals: external.map(drawExternal) };
}

/** `frontend -> backend : 8080` between ids. */
export function drawEdge(source: string, target: string, extra: Partial<PictureEdge> = {}): PictureEdge {
  return {
    id: `${source}->${target}`,
    source,
    target,
    verdict: 'allowed',
    label: '80',
    flows: 1,
    pairs: { allowed: 1, of: 1 },
    impact: { opened: 0, closed: 0, unknown: 0 },
    ...extra,
  };
}

function drawNamespace(line: string): NamespaceSummary {
  const [name = '', rest = ''] = line.split(': ');
  const workloads = rest.split(' ').filter((word) => word !== '');
  return {
    id: `namespace:${name}`,
    name,
    declared: true,
    system: name.startsWith('kube-'),
    labels: [['kubernetes.io/metadata.name', name]],
    workloads: workloads.map((word) => drawWorkload(name, word)),
  };
}

function drawWorkload(namespace: string, word: string): WorkloadSummary {
  const match = /^(?<name>[^*:!]+)(?<pods>!)?(?:\*(?<replicas>\d+))?(?::(?<port>.+))?$/.exec(word);
  const { name = word, pods, replicas = '1', port } = match?.groups ?? {};
  const count = Number(replicas);
  const names = Array.from({ length: pods ? count : 0 }, (_, at) => `${name}-${at}`);
  return {
    id: `workload:${namespace}/Deployment/${name}`,
    namespace,
    kind: 'Deployment',
    name,
    replicas: count,
    pods: names.map((pod) => ({ id: `pod:${namespace}/${pod}`, name: pod, addresses: [] })),
    labels: [['app', name]],
    declaredPorts: port ? [`TCP ${port}`] : [],
    services: [],
    hostNetwork: false,
    ingress: openGate,
    egress: openGate,
  };
}

function drawExternal(id: string): ExternalSummary {
  return id === 'internet'
    ? { id, label: 'Internet', coversPods: false }
    : { id, label: id.slice('cidr:'.length), cidr: id.slice('cidr:'.length), coversPods: false };
}
