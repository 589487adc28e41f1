// Finds what a cluster holds by its name, address or label (`app=web`): namespaces, workloads, services, pods, hosts, what is outside.
import { formatAddress } from '../net/cidr.ts';
import type { Labels, ServicePort } from '../resources/resource.ts';
import { partiesOf } from './known-parties.ts';
import type { NodeId, SnapshotId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Something that was searched for by name. */
export interface SearchHit {
  /** `svc:NS/NAME` for a service, which is no node of the picture. */
  readonly id: NodeId;
  readonly name: string;
  /** `Deployment in dev-app`, `Namespace`; with the labels that were asked for: `Deployment in dev-app, app=web`. */
  readonly detail: string;
  /** The namespace to open so that the node shows, and for a pod its workload. */
  readonly within?: NodeId;
  readonly workload?: NodeId;
  /** Of a service: its first port, if it declares one. */
  readonly port?: Pick<ServicePort, 'protocol' | 'port'>;
}

export interface SearchAnswer {
  readonly snapshot: SnapshotId;
  /** Nearest first. */
  readonly hits: readonly SearchHit[];
}

/** How near a name is to what was typed: 0 the name itself, 1 begins with it, 2 a part of it does, 3 holds it, 4 what is said of it does. */
type Distance = 0 | 1 | 2 | 3 | 4;

function distance(name: string, first: string): Distance {
  const at = name.indexOf(first);
  if (at < 0) return 4;
  if (at === 0) return name.length === first.length ? 0 : 1;
  return /[-./_:]/.test(name[at - 1] ?? '') ? 2 : 3;
}

interface Wanted {
  /** In small letters. */
  readonly words: readonly string[];
  /** A label each by its key and how its value begins; as typed, for labels tell large letters from small ones. */
  readonly labels: readonly (readonly [key: string, value: string])[];
}

/** What is considered: the kind and the namespace are searched too, and `say` makes the detail of a hit. */
interface Candidate extends Pick<SearchHit, 'id' | 'name' | 'workload' | 'port'> {
  readonly kind: string;
  /** Empty: in none. */
  readonly namespace: string;
  readonly labels?: Labels;
  readonly say: () => string;
}

function wantedOf(text: string): Wanted {
  const typed = text.split(/\s+/).filter(Boolean);
  const isLabel = (word: string): boolean => word.indexOf('=') > 0;
  const labels = typed.filter(isLabel).map((word) => {
    const at = word.indexOf('=');
    return [word.slice(0, at), word.slice(at).replace(/^=+/, '')] as const;
  });
  return { words: typed.filter((word) => !isLabel(word)).map((word) => word.toLowerCase()), labels };
}

const NO_LABELS: Labels = new Map();

/** Keeps the first hits of each distance. */
class Hits {
  readonly #wanted: Wanted;
  readonly #limit: number;
  readonly #found: SearchHit[][] = [[], [], [], [], []];

  constructor(wanted: Wanted, limit: number) {
    this.#wanted = wanted;
    this.#limit = limit;
  }

  /** All words must occur in the name or in what is said of it, and all labels be its own. */
  consider(candidate: Candidate): void {
    const { id, name, kind, namespace, labels = NO_LABELS, say, workload, port } = candidate;
    const lower = name.toLowerCase();
    for (const word of this.#wanted.words) {
      if (!lower.includes(word) && !namespace.includes(word) && !kind.toLowerCase().includes(word)) return;
    }
    for (const [key, value] of this.#wanted.labels) if (!labels.get(key)?.startsWith(value)) return;
    const near = this.#found[this.#distance(lower, labels)];
    if (!near || near.length >= this.#limit) return;
    const asked = this.#wanted.labels.map(([key]) => `${key}=${labels.get(key)}`);
    near.push({
      ...{ id, name, detail: [say(), ...asked].join(', ') },
      ...(namespace === '' ? {} : { within: `namespace:${namespace}` }),
      ...(workload === undefined ? {} : { workload }),
      ...(port === undefined ? {} : { port }),
    });
  }

  #distance(name: string, labels: Labels): Distance {
    const [first] = this.#wanted.words;
    if (first !== undefined) return distance(name, first);
    return this.#wanted.labels.every(([key, value]) => labels.get(key) === value) ? 0 : 1;
  }

  get nearest(): SearchHit[] {
    return this.#found.flat().slice(0, this.#limit);
  }
}

function considerNamespaces(hits: Hits, { cluster }: Snapshot): void {
  for (const { name, labels } of cluster.namespaces) {
    hits.consider({ id: `namespace:${name}`, name, kind: 'Namespace', namespace: '', labels, say: () => 'Namespace' });
  }
}

function considerWorkloads(hits: Hits, { cluster }: Snapshot): void {
  for (const { id, namespace, kind, name, labels } of cluster.workloads) {
    hits.consider({ id, name, kind, namespace, labels, say: () => `${kind} in ${namespace}` });
  }
}

function considerServices(hits: Hits, { cluster }: Snapshot): void {
  for (const { namespace, name, ports } of cluster.services) {
    const say = (): string => `Service in ${namespace}`;
    const [port] = ports;
    const own = port ? { port: { protocol: port.protocol, port: port.port } } : {};
    hits.consider({ id: `svc:${namespace}/${name}`, name, kind: 'Service', namespace, say, ...own });
  }
}

function considerPods(hits: Hits, { cluster }: Snapshot): void {
  for (const { id, namespace, name, labels, workload } of cluster.endpoints) {
    const owner = cluster.workloads[workload];
    // A bare pod is its own workload.
    if (!owner || owner.kind === 'Pod' || !id.startsWith('pod:')) continue;
    const say = (): string => `Pod of ${owner.kind} ${owner.name} in ${namespace}`;
    hits.consider({ id, name, kind: 'Pod', namespace, labels, say, workload: owner.id });
  }
}

function considerHosts(hits: Hits, { cluster }: Snapshot): void {
  for (const { name, node } of cluster.hostEndpoints) {
    const kind = `Host endpoint of ${node}`;
    hits.consider({ id: `host:${name}`, name, kind, namespace: '', say: () => kind });
  }
}

function considerOutside(hits: Hits, snapshot: Snapshot): void {
  for (const { id, isOutside } of partiesOf(snapshot)) {
    if (!isOutside) continue;
    const name = id === 'internet' ? 'Internet' : id.slice(id.indexOf(':') + 1);
    const kind = id === 'internet' ? 'Outside the cluster' : id.startsWith('set:') ? 'Network set' : 'Address range';
    hits.consider({ id, name, kind, namespace: '', say: () => kind });
  }
}

/** Digits, dots and colons may be the beginning of an address. */
const LOOKS_LIKE_ADDRESS = /^(\d{1,3}\.[\d.]*|[\da-f]*:[\da-f:]*)$/;

/**
 * Nearest first; of equally near ones namespaces before workloads before services before pods, as they stand in the inventory.
 * Services, which are no nodes, only where they are asked for.
 */
export function findNodes(
  snapshot: Snapshot,
  text: string,
  limit: number,
  besides: 'services' | 'nothing' = 'nothing',
): SearchHit[] {
  const wanted = wantedOf(text);
  const [first] = wanted.words;
  if (first === undefined && wanted.labels.length === 0) return [];
  const hits = new Hits(wanted, limit);
  considerNamespaces(hits, snapshot);
  considerWorkloads(hits, snapshot);
  if (besides === 'services') considerServices(hits, snapshot);
  considerPods(hits, snapshot);
  considerHosts(hits, snapshot);
  considerOutside(hits, snapshot);
  if (first === undefined || wanted.words.length + wanted.labels.length > 1 || !LOOKS_LIKE_ADDRESS.test(first)) {
    return hits.nearest;
  }
  return [...podsAt(snapshot, first, limit), ...hits.nearest].slice(0, limit);
}

/** Pods with an address that begins so; the address itself first. */
function podsAt({ cluster }: Snapshot, text: string, limit: number): SearchHit[] {
  const hits: SearchHit[] = [];
  for (const { id, namespace, name, addresses, workload } of cluster.endpoints) {
    if (!id.startsWith('pod:')) continue;
    const address = addresses.map(formatAddress).find((own) => own.startsWith(text));
    if (address === undefined) continue;
    const owner = cluster.workloads[workload];
    const hit: SearchHit = {
      ...{ id, name, detail: `${address} in ${namespace}`, within: `namespace:${namespace}` },
      ...(owner ? { workload: owner.id } : {}),
    };
    if (address === text) hits.unshift(hit);
    else if (hits.length < limit) hits.push(hit);
  }
  return hits.slice(0, limit);
}
