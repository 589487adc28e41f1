// Finds anything of a cluster that can be a node by its name or address: namespaces, workloads, pods, hosts, what is outside.
import { formatAddress } from '../net/cidr.ts';
import { partiesOf } from './known-parties.ts';
import type { NodeId, SearchHit } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Something that can be found. */
interface Findable {
  readonly id: NodeId;
  readonly name: string;
  /** Name in lower case, and all that words may occur in. */
  readonly lower: string;
  readonly text: string;
  readonly detail: () => string;
  readonly within?: NodeId;
}

function findable(id: NodeId, name: string, detail: () => string, more: string, within?: NodeId): Findable {
  const lower = name.toLowerCase();
  return { id, name, lower, text: `${lower} ${more.toLowerCase()}`, detail, ...(within ? { within } : {}) };
}

function* everything({ cluster }: Snapshot): Generator<Findable> {
  for (const { name } of cluster.namespaces) yield findable(`namespace:${name}`, name, () => 'Namespace', 'namespace');
  for (const { id, namespace, kind, name } of cluster.workloads) {
    const detail = (): string => `${kind} in ${namespace}`;
    yield findable(id, name, detail, `${kind} in ${namespace}`, `namespace:${namespace}`);
  }
  for (const { id, namespace, name, workload } of cluster.endpoints) {
    const owner = cluster.workloads[workload];
    // A bare pod is its own workload.
    if (!owner || owner.kind === 'Pod' || !id.startsWith('pod:')) continue;
    const detail = (): string => `Pod of ${owner.kind} ${owner.name} in ${namespace}`;
    yield findable(id, name, detail, `pod in ${namespace}`, `namespace:${namespace}`);
  }
  for (const { name, node } of cluster.hostEndpoints) {
    yield findable(`host:${name}`, name, () => `Host endpoint of ${node}`, `host endpoint of ${node}`);
  }
}

const knownLists = new WeakMap<Snapshot['cluster'], readonly Findable[]>();

function findables(snapshot: Snapshot): readonly Findable[] {
  const inside = knownLists.get(snapshot.cluster) ?? [...everything(snapshot)];
  knownLists.set(snapshot.cluster, inside);
  const outside = partiesOf(snapshot)
    .filter(({ isOutside }) => isOutside)
    .map(({ id }) => {
      if (id === 'internet') return findable(id, 'Internet', () => 'Outside the cluster', 'outside the cluster');
      const detail = id.startsWith('set:') ? 'Network set' : 'Address range';
      return findable(id, id.slice(id.indexOf(':') + 1), () => detail, detail);
    });
  return [...inside, ...outside];
}

/** How near a name is to what was typed: 0 the name itself, 1 begins with it, 2 a part of it does, 3 holds it, 4 what is said of it does. */
function distance({ lower }: Findable, first: string): number {
  const at = lower.indexOf(first);
  if (at < 0) return 4;
  if (at === 0) return lower.length === first.length ? 0 : 1;
  return /[-./_:]/.test(lower[at - 1] ?? '') ? 2 : 3;
}

const FARTHEST = 4;

/** Digits, dots and colons may be the beginning of an address. */
const LOOKS_LIKE_ADDRESS = /^(\d{1,3}\.[\d.]*|[\da-f]*:[\da-f:]*)$/;

/** Nearest first; of equally near ones namespaces before workloads before pods, as they stand in the inventory. */
export function findNodes(snapshot: Snapshot, text: string, limit: number): SearchHit[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const found: Findable[][] = Array.from({ length: FARTHEST + 1 }, () => []);
  for (const one of findables(snapshot)) {
    if (!words.every((word) => one.text.includes(word))) continue;
    const near = found[distance(one, first)];
    if (near && near.length < limit) near.push(one);
  }
  const hits = found
    .flat()
    .slice(0, limit)
    .map(({ id, name, detail, within }) => ({ id, name, detail: detail(), ...(within ? { within } : {}) }));
  return words.length === 1 && LOOKS_LIKE_ADDRESS.test(first)
    ? [...podsAt(snapshot, first, limit), ...hits].slice(0, limit)
    : hits;
}

/** Pods with an address that begins so; the address itself first. */
function podsAt({ cluster }: Snapshot, text: string, limit: number): SearchHit[] {
  const hits: SearchHit[] = [];
  for (const { id, namespace, name, addresses } of cluster.endpoints) {
    if (!id.startsWith('pod:')) continue;
    const address = addresses.map(formatAddress).find((own) => own.startsWith(text));
    if (address === undefined) continue;
    const hit = { id, name, detail: `${address} in ${namespace}`, within: `namespace:${namespace}` };
    if (address === text) hits.unshift(hit);
    else if (hits.length < limit) hits.push(hit);
  }
  return hits.slice(0, limit);
}
