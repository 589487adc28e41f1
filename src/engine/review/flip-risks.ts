// Why a flip wants eyes. One function for each risk, in the order of how grave it is; the list is what a reader may rely on.
//
// 1. The Internet, or any address outside: what is let out cannot be called back, and who comes in is nobody known.
// 2. A flow that the files pin: somebody wrote down that it must not change.
// 3. Another tenant: a boundary between people, not between programs.
// 4.–6. DNS, the API server, the kubelet: what a workload loses with them is not one flow but itself.
// 7. Another namespace: the usual boundary between teams.
// 8. Every port: more than anybody has asked for, and nobody notices.
// 9. A tier above the default one: whoever owns the namespace cannot take it back.
// What opens is a matter of security, what closes of outages; the Internet comes before both since it cannot be undone.
import type { Cluster, Endpoint, Workload } from '../../model/cluster.ts';
import { type Address, containsAddress, parseAddress, parseCidr } from '../../net/cidr.ts';
import type { FlipRow, NodeId, Verdict } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';
import type { BrokenAssertion } from './broken-assertions.ts';
import type { FlipRisk, RiskId } from './review.ts';

/** A flip and what risks depend on. */
export interface RiskCase {
  readonly flip: FlipRow;
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly tenantLabel: string | undefined;
  /** Flows that the files of base or head pin, and that are not so in the head. */
  readonly assertions: readonly BrokenAssertion[];
  readonly opensEveryPort: boolean;
  /** Names of tiers above the default one with policies that cause the flip. */
  readonly higherTiers: readonly string[];
}

/** The clause that tells the risk; undefined where there is none. */
type Risk = (question: RiskCase) => string | undefined;

const RANK: Readonly<Record<Verdict, number>> = { denied: 0, unknown: 1, allowed: 2 };

/** What may pass now and could not, or not for certain. */
export const opens = ({ was, verdict }: Pick<FlipRow, 'was' | 'verdict'>): boolean => RANK[verdict] > RANK[was];
const closes = ({ was, verdict }: Pick<FlipRow, 'was' | 'verdict'>): boolean => RANK[verdict] < RANK[was];

const isOutside = (id: NodeId): boolean => id === 'internet' || id.startsWith('cidr:') || id.startsWith('set:');

/** `workload:NS/Kind/NAME`. */
export function namespaceOf(id: NodeId): string | undefined {
  return /^workload:([^/]*)\//.exec(id)?.[1];
}

/** How a clause names an end outside. */
const outsideName = (id: NodeId): string => (id === 'internet' ? 'the Internet' : id.replace(/^(cidr|set):/, ''));

/** Whether the ports of a row hold one, or one up to `last`. */
function hasPort({ protocol, ports }: FlipRow, wanted: string, port: number, last = port): boolean {
  if (protocol !== wanted) return false;
  return ports.split(',').some((range) => {
    const [from = 0, to = from] = range === 'all' ? [1, 65_535] : range.split('-').map(Number);
    return from <= last && port <= to;
  });
}

/** Whether a row is about ports of an assertion: `TCP/8080, UDP/8000-8010`, `ICMP`, `every port`. */
function isOnPorts(flip: FlipRow, asserted: string): boolean {
  return asserted.split(', ').some((one) => {
    const [protocol = '', range] = one.split('/');
    if (range === undefined) return one === 'every port' || protocol === flip.protocol;
    const [from = 0, to = from] = range.split('-').map(Number);
    return hasPort(flip, protocol, from, to);
  });
}

const workloadsById = new WeakMap<Cluster, ReadonlyMap<NodeId, Workload>>();

function workloadOf(cluster: Cluster, id: NodeId): Workload | undefined {
  const known = workloadsById.get(cluster) ?? new Map(cluster.workloads.map((workload) => [workload.id, workload]));
  workloadsById.set(cluster, known);
  return known.get(id);
}

function endpointsOf({ cluster }: Snapshot, id: NodeId): readonly Endpoint[] {
  const workload = workloadOf(cluster, id);
  return workload?.endpoints.flatMap((index) => cluster.endpoints[index] ?? []) ?? [];
}

/** What a workload loses that is gone itself, nobody misses. */
const isGone = ({ head }: RiskCase, id: NodeId): boolean =>
  id.startsWith('workload:') && workloadOf(head.cluster, id) === undefined;

/** Asked of the head, or where an end is gone there of the base. */
function sample({ base, head }: RiskCase, id: NodeId): Endpoint | undefined {
  return endpointsOf(head, id)[0] ?? endpointsOf(base, id)[0];
}

const internet: Risk = ({ flip }) => {
  if (!opens(flip)) return undefined;
  const ends = [flip.src, flip.dst].filter(isOutside);
  const [end] = ends;
  if (end === undefined) return undefined;
  return end === flip.src ? `opens from ${outsideName(end)}` : `opens to ${outsideName(end)}`;
};

const asserted: Risk = ({ flip, assertions }) => {
  const broken = assertions.find(({ from, to, port, expect }) => {
    const isAgainst = expect === 'allowed' ? closes(flip) : opens(flip);
    return isAgainst && from.has(flip.src) && to.has(flip.dst) && (port === undefined || isOnPorts(flip, port));
  });
  return broken && `breaks the pinned flow ${broken.name}`;
};

/** A namespace's value of the label, in the head or else in the base. */
function tenantOf({ base, head, tenantLabel }: RiskCase, id: NodeId): string | undefined {
  const name = namespaceOf(id);
  if (name === undefined || tenantLabel === undefined) return undefined;
  for (const { cluster } of [head, base]) {
    const namespace = cluster.namespaces.find((one) => one.name === name);
    if (namespace) return namespace.labels.get(tenantLabel);
  }
  return undefined;
}

const tenants: Risk = (question) => {
  const { flip, tenantLabel } = question;
  if (tenantLabel === undefined || !opens(flip)) return undefined;
  const ends = [flip.src, flip.dst];
  if (ends.some((id) => namespaceOf(id) === undefined)) return undefined;
  const [from, to] = ends.map((id) => tenantOf(question, id));
  if (from === to) return undefined;
  return `crosses from tenant ${from ?? '(none)'} to tenant ${to ?? '(none)'}`;
};

/** By the label that all distributions keep, or by name. */
function isDns(endpoint: Endpoint | undefined): boolean {
  if (!endpoint) return false;
  const label = endpoint.labels.get('k8s-app') ?? endpoint.labels.get('app.kubernetes.io/name') ?? '';
  return (
    /^(kube-dns|coredns|node-local-dns|dns-default|rke2-coredns)/.test(label) ||
    /^(kube-dns|coredns)/.test(endpoint.name)
  );
}

const dns: Risk = (question) => {
  const { flip } = question;
  if (!closes(flip) || isGone(question, flip.src) || !['UDP', 'TCP'].some((protocol) => hasPort(flip, protocol, 53)))
    return undefined;
  // All ports of some other workload hold 53 as well, which says nothing.
  if (flip.ports !== '53' && !isDns(sample(question, flip.dst))) return undefined;
  return 'loses DNS';
};

const apiAddresses = new WeakMap<Cluster, readonly Address[]>();

/** Addresses of the service `default/kubernetes`, its backends included. */
function addressesOfApi(cluster: Cluster): readonly Address[] {
  const known = apiAddresses.get(cluster);
  if (known) return known;
  const service = cluster.services.find(({ namespace, name }) => namespace === 'default' && name === 'kubernetes');
  const own = service?.clusterIPs.flatMap((text) => parseAddress(text) ?? []) ?? [];
  const made = [...own, ...(service?.slices?.flatMap(({ addresses }) => addresses) ?? [])];
  apiAddresses.set(cluster, made);
  return made;
}

function coversApi({ cluster }: Snapshot, id: NodeId): boolean {
  const cidr = id.startsWith('cidr:') ? parseCidr(id.slice('cidr:'.length))?.cidr : undefined;
  return cidr !== undefined && addressesOfApi(cluster).some((address) => containsAddress(cidr, address));
}

const apiServer: Risk = (question) => {
  const { flip, base, head } = question;
  if (!closes(flip) || isGone(question, flip.src) || ![443, 6443].some((port) => hasPort(flip, 'TCP', port)))
    return undefined;
  const isServer = sample(question, flip.dst)?.labels.get('component') === 'kube-apiserver';
  return isServer || coversApi(head, flip.dst) || coversApi(base, flip.dst) ? 'loses the API server' : undefined;
};

const KUBELET_PORT = 10_250;

const kubelet: Risk = (question) => {
  const { flip } = question;
  if (!closes(flip) || isGone(question, flip.src) || isGone(question, flip.dst)) return undefined;
  // Probes come from the kubelet of the pod's own host.
  if (flip.src.startsWith('host:') && flip.dst.startsWith('workload:'))
    return 'loses traffic from a host, such as probes';
  return flip.dst.startsWith('host:') && hasPort(flip, 'TCP', KUBELET_PORT) ? 'loses the kubelet' : undefined;
};

const namespaces: Risk = ({ flip }) => {
  const [from, to] = [namespaceOf(flip.src), namespaceOf(flip.dst)];
  if (!opens(flip) || from === undefined || to === undefined || from === to) return undefined;
  return `crosses from namespace ${from} to ${to}`;
};

const allPorts: Risk = ({ flip, opensEveryPort }) => (opens(flip) && opensEveryPort ? 'opens every port' : undefined);

const higherTier: Risk = ({ higherTiers }) =>
  higherTiers.length === 0 ? undefined : `decided in tier ${higherTiers.join(', ')}`;

/** The gravest first. */
const allRisks: readonly (readonly [RiskId, Risk])[] = [
  ['internet', internet],
  ['asserted', asserted],
  ['tenants', tenants],
  ['dns', dns],
  ['api-server', apiServer],
  ['kubelet', kubelet],
  ['namespaces', namespaces],
  ['all-ports', allPorts],
  ['higher-tier', higherTier],
];

export const RISK_ORDER: readonly RiskId[] = allRisks.map(([id]) => id);

/** The gravest first. */
export function flipRisks(question: RiskCase): readonly FlipRisk[] {
  return allRisks.flatMap(([id, risk]) => {
    const reason = risk(question);
    return reason === undefined ? [] : [{ id, reason }];
  });
}

/** Flips by their gravest risk; those without come last. */
export function rankOf(risks: readonly FlipRisk[]): number {
  const [gravest] = risks;
  return gravest ? RISK_ORDER.indexOf(gravest.id) : RISK_ORDER.length;
}
