// Finds anything of a cluster that can be a node by its name or address: namespaces, workloads, pods, hosts, what is outside.
import { formatAddress } from '../net/cidr.ts';
import { partiesOf } from './known-parties.ts';
import type { NodeId, SnapshotId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Something that was searched for by name. */
export interface SearchHit {
  readonly id: NodeId;
  readonly name: string;
  /** `Deployment in dev-app`, `Namespace`. */
  readonly detail: string;
  /** The namespace to open so that the node shows, and for a pod its workload. */
  readonly within?: NodeId;
  readonly workload?: NodeId;
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

/** Keeps the first hits of each distance. */
class Hits {
  readonly #words: readonly string[];
  readonly #limit: number;
  readonly #found: SearchHit[][] = [[], [], [], [], []];

  constructor(words: readonly string[], limit: number) {
    this.#words = words;
    this.#limit = limit;
  }

  /** All words must occur in the name or in what is said of it: its kind, its namespace. */
  consider(id: NodeId, name: string, kind: string, namespace: string, say: () => string, workload?: NodeId): void {
    const lower = name.toLowerCase();
    for (const word of this.#words) {
      if (!lower.includes(word) && !namespace.includes(word) && !kind.toLowerCase().includes(word)) return;
    }
    const near = this.#found[distance(lower, this.#words[0] ?? '')];
    if (!near || near.length >= this.#limit) return;
    near.push({
      ...{ id, name, detail: say() },
      ...(namespace === '' ? {} : { within: `namespace:${namespace}` }),
      ...(workload === undefined ? {} : { workload }),
    });
  }

  get nearest(): SearchHit[] {
    return this.#found.flat().slice(0, this.#limit);
  }
}

function considerInside(hits: Hits, { cluster }: Snapshot): void {
  for (const { name } of cluster.namespaces)
    hits.consider(`namespace:${name}`, name, 'Namespace', '', () => 'Namespace');
  for (const { id, namespace, kind, name } of cluster.workloads) {
    hits.consider(id, name, kind, namespace, () => `${kind} in ${namespace}`);
  }
  for (const { id, namespace, name, workload } of cluster.endpoints) {
    const owner = cluster.workloads[workload];
    // A bare pod is its own workload.
    if (!owner || owner.kind === 'Pod' || !id.startsWith('pod:')) continue;
    const detail = (): string => `Pod of ${owner.kind} ${owner.name} in ${namespace}`;
    hits.consider(id, name, 'Pod', namespace, detail, owner.id);
  }
  for (const { name, node } of cluster.hostEndpoints) {
    const detail = `Host endpoint of ${node}`;
    hits.consider(`host:${name}`, name, detail, '', () => detail);
  }
}

function considerOutside(hits: Hits, snapshot: Snapshot): void {
  for (const { id, isOutside } of partiesOf(snapshot)) {
    if (!isOutside) continue;
    const name = id === 'internet' ? 'Internet' : id.slice(id.indexOf(':') + 1);
    const detail = id === 'internet' ? 'Outside the cluster' : id.startsWith('set:') ? 'Network set' : 'Address range';
    hits.consider(id, name, detail, '', () => detail);
  }
}

/** Digits, dots and colons may be the beginning of an address. */
const LOOKS_LIKE_ADDRESS = /^(\d{1,3}\.[\d.]*|[\da-f]*:[\da-f:]*)$/;

/** Nearest first; of equally near ones namespaces before workloads before pods, as they stand in the inventory. */
export function findNodes(snapshot: Snapshot, text: string, limit: number): SearchHit[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const hits = new Hits(words, limit);
  considerInside(hits, snapshot);
  considerOutside(hits, snapshot);
  if (words.length > 1 || !LOOKS_LIKE_ADDRESS.test(first)) return hits.nearest;
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
