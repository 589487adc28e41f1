// Inventories drawn as text for tests of the picture: `dev-app: frontend*2:80 backend*2:8080 database:3306`.
import type {
  ExternalSummary,
  HostSummary,
  Isolation,
  NamespaceCounts,
  NamespaceSummary,
  PictureEdge,
  SnapshotReport,
  WorkloadSummary,
} from '../engine/results.ts';

const nowhere = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0 };

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
 * `external` are ids: `internet`, `cidr:10.0.0.0/8`, `set:shop/partners`; `hosts` are names.
 */
export function drawInventory(
  lines: string,
  external: readonly string[] = ['internet'],
  hosts: readonly string[] = [],
): Pick<SnapshotReport, 'namespaces' | 'externals' | 'hosts'> {
  const namespaces = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(drawNamespace);
  return { namespaces, externals: external.map(drawExternal), hosts: hosts.map(drawHost) };
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
  const workloads = rest
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => drawWorkload(name, word));
  return {
    id: `namespace:${name}`,
    name,
    declared: true,
    system: name.startsWith('kube-'),
    labels: [['kubernetes.io/metadata.name', name]],
    counts: countWorkloads(workloads),
    workloads,
    isListed: true,
  };
}

/** As the engine counts them. */
export function countWorkloads(workloads: readonly WorkloadSummary[]): NamespaceCounts {
  const governed = (direction: 'ingress' | 'egress') =>
    workloads.filter((workload) => workload[direction].state === 'governed').length;
  return {
    workloads: workloads.length,
    pods: workloads.reduce((sum, { replicas }) => sum + replicas, 0),
    governed: { ingress: governed('ingress'), egress: governed('egress') },
    open: workloads.filter(({ ingress, egress }) => ingress.state === 'open' && egress.state === 'open').length,
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
  if (id === 'internet') return { id, label: 'Internet', coversPods: false };
  const label = id.slice(id.indexOf(':') + 1);
  if (!id.startsWith('set:')) return { id, label, cidr: label, coversPods: false };
  const set = { namespace: '', name: label, labels: [], ranges: ['192.0.2.0/24'], rangeCount: 1, location: nowhere };
  return { id, label, coversPods: false, set };
}

function drawHost(name: string): HostSummary {
  const gates = { ingress: openGate, egress: openGate };
  const facts = { addresses: [], labels: [], declaredPorts: [], location: nowhere };
  return { id: `host:${name}`, name, node: name, interfaceName: '*', ...facts, ...gates };
}
