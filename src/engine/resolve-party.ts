// Turns what a person writes — `ns/pod`, `ns/Kind/name`, an address, a node's id — into one end of a flow.
import { compareText } from '../base/compare-text.ts';
import { nearestName } from '../base/nearest-name.ts';
import type { Endpoint, Host } from '../model/cluster.ts';
import { type Address, type Cidr, type Family, formatAddress, parseAddress, parseCidr } from '../net/cidr.ts';
import type { Snapshot } from './snapshot.ts';
import { columnOfAddress, columnOfCidr } from './universe.ts';

/** One end of a flow. */
export type Party =
  | {
      readonly type: 'endpoint';
      readonly index: number;
      readonly endpoint: Endpoint;
      readonly column: number;
      /** The family of the address that was written; undefined where a name was. */
      readonly family?: Family;
      /** Set where its workload was asked for, none of whose pods policy can tell from the others. */
      readonly standsForAll?: true;
    }
  /** An address outside of the pods; `host` where it is a node's. */
  | {
      readonly type: 'address';
      readonly label: string;
      readonly address: Address | undefined;
      /** For a range or a set: the CIDR that stands for it. */
      readonly range?: Cidr;
      readonly host: Host | undefined;
      readonly column: number;
    };

export interface UnknownParty {
  readonly type: 'unknown';
  readonly error: string;
  readonly suggestions: readonly string[];
}

/** The family of a flow between two endpoints of which one is given by address; the source's where the two differ. */
export function spokenFamily(src: Party, dst: Party): Family | undefined {
  return src.type === 'endpoint' && dst.type === 'endpoint' ? (src.family ?? dst.family) : undefined;
}

function endpointParty(snapshot: Snapshot, index: number): (Party & { type: 'endpoint' }) | undefined {
  const endpoint = snapshot.cluster.endpoints[index];
  const column = snapshot.universe.classOf[index];
  return endpoint && column !== undefined ? { type: 'endpoint', index, endpoint, column } : undefined;
}

const sameAddress = (a: Address, b: Address): boolean => a.family === b.family && a.bits === b.bits;

/** The host endpoint with this address; the one for the very interface rather than one for all. */
function findHost(snapshot: Snapshot, address: Address): number {
  const { endpoints } = snapshot.cluster;
  const holds = (type: Endpoint['type']): number =>
    endpoints.findIndex(
      (one) => one.type === type && one.workload < 0 && one.addresses.some((own) => sameAddress(own, address)),
    );
  const one = holds('host');
  return one >= 0 ? one : holds('every-host');
}

/**
 * An address is the host endpoint's that has it, else the node's where a node has it (a host-network pod shares it), else the pod's that has it, else
 * an address outside of the cluster.
 */
function resolveAddress(snapshot: Snapshot, address: Address): Party {
  const { hosts, endpoints } = snapshot.cluster;
  const governed = endpointParty(snapshot, findHost(snapshot, address));
  if (governed) return { ...governed, family: address.family };
  const host = hosts.find((one) => one.addresses.some((own) => sameAddress(own, address)));
  if (!host) {
    const index = endpoints.findIndex(
      (endpoint) => !endpoint.hostNetwork && endpoint.addresses.some((own) => sameAddress(own, address)),
    );
    const pod = index < 0 ? undefined : endpointParty(snapshot, index);
    if (pod) return { ...pod, family: address.family };
  }
  const column = columnOfAddress(snapshot.universe, address);
  return { type: 'address', label: formatAddress(address), address, host, column };
}

function resolveRange(snapshot: Snapshot, text: string): Party | undefined {
  const parsed =
    text === 'internet' ? parseCidr(snapshot.universe.families[0] === 6 ? '::/0' : '0.0.0.0/0') : parseCidr(text);
  if (!parsed) return undefined;
  const range = parsed.cidr;
  const column = columnOfCidr(snapshot.universe, range);
  const label = text === 'internet' ? 'Internet' : parsed.cidr.text;
  return { type: 'address', label, address: undefined, range, host: undefined, column };
}

/** The endpoint of a host: its host endpoint by name. */
function findHostEndpoint(snapshot: Snapshot, text: string): number {
  return text.startsWith('host:') ? snapshot.cluster.endpoints.findIndex((one) => one.id === text) : -1;
}

/** The addresses of a set. Those of its first range stand for it; the others may be judged otherwise. */
function resolveSet(snapshot: Snapshot, text: string): Party | undefined {
  const set = snapshot.cluster.sets.find((one) => one.shown && one.id === text);
  const [first] = set?.cidrs ?? [];
  if (!set || !first) return undefined;
  const column = columnOfCidr(snapshot.universe, first);
  const label = `${set.id.slice(4)} (${first.text}${set.cidrs.length > 1 ? `, one of ${set.cidrs.length} ranges` : ''})`;
  return { type: 'address', label, address: undefined, range: first, host: undefined, column };
}

/** Whether policy sees all pods of a workload alike. */
function areAlike({ universe }: Snapshot, endpoints: readonly number[]): boolean {
  const [first = -1] = endpoints;
  return endpoints.every((index) => universe.classOf[index] === universe.classOf[first]);
}

/** The endpoint under a name: a pod `ns/name`, or any pod of the workload `ns/name` or `ns/Kind/name`. */
function findEndpoint(snapshot: Snapshot, name: string): (Party & { type: 'endpoint' }) | undefined {
  const { endpoints, workloads } = snapshot.cluster;
  const parts = name.split('/');
  const podName = parts.length === 2 ? name : parts.length === 3 && parts[1] === 'Pod' ? `${parts[0]}/${parts[2]}` : '';
  const pod = podName === '' ? -1 : endpoints.findIndex((endpoint) => endpoint.id === `pod:${podName}`);
  if (pod >= 0) return endpointParty(snapshot, pod);
  const workload = workloads.find((one) =>
    parts.length === 2 ? one.namespace === parts[0] && one.name === parts[1] : one.id === `workload:${name}`,
  );
  const party = endpointParty(snapshot, workload?.endpoints[0] ?? -1);
  const isAlike = party && workload && areAlike(snapshot, workload.endpoints);
  return isAlike ? { ...party, standsForAll: true } : party;
}

/** Names a person may have meant, best first. */
function suggest(snapshot: Snapshot, name: string): string[] {
  const names = new Set<string>();
  for (const workload of snapshot.cluster.workloads) {
    names.add(`${workload.namespace}/${workload.name}`);
    names.add(`${workload.namespace}/${workload.kind}/${workload.name}`);
  }
  for (const endpoint of snapshot.cluster.endpoints) {
    if (endpoint.workload >= 0) names.add(`${endpoint.namespace}/${endpoint.name}`);
    else if (endpoint.id.startsWith('host:')) names.add(endpoint.id);
  }
  for (const set of snapshot.cluster.sets) if (set.shown) names.add(set.id);
  const list = [...names].sort(compareText);
  const nearest = nearestName(name, list);
  const last = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  const sharing = list.filter((one) => last !== '' && one.toLowerCase().includes(last));
  return [...new Set([...(nearest ? [nearest] : []), ...sharing])].slice(0, 5);
}

/** The end that `text` names in this snapshot. */
export function resolveParty(snapshot: Snapshot, text: string): Party | UnknownParty {
  const name = text.trim().replace(/^(workload|pod|cidr):/, '');
  const address = parseAddress(name);
  if (address) return resolveAddress(snapshot, address);
  const range = resolveRange(snapshot, name);
  if (range) return range;
  const set = name.startsWith('set:') ? resolveSet(snapshot, name) : undefined;
  if (set) return set;
  const host = findHostEndpoint(snapshot, name);
  const party = host >= 0 ? endpointParty(snapshot, host) : findEndpoint(snapshot, name);
  if (party) return party;
  const suggestions = suggest(snapshot, name);
  if (snapshot.cluster.namespaces.some((namespace) => namespace.name === name)) {
    const members = snapshot.cluster.workloads.filter((workload) => workload.namespace === name);
    const inside = members.slice(0, 5).map((workload) => `${name}/${workload.name}`);
    const hint = inside.length > 0 ? `, such as ${inside[0]}` : '';
    return {
      type: 'unknown',
      error: `\`${name}\` is a namespace; name a pod or workload in it${hint}`,
      suggestions: inside,
    };
  }
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions[0]}` : '';
  return {
    type: 'unknown',
    error: `no pod, workload, set, host endpoint or address is called \`${name}\`${hint}`,
    suggestions,
  };
}

/** `dev-app/Deployment/frontend`, `dev-app/Pod/web-1`, `203.0.113.9`, `Internet`. */
export function partyLabel(snapshot: Snapshot, party: Party): string {
  if (party.type === 'address') return party.host ? `${party.label} (node ${party.host.name})` : party.label;
  const { endpoint } = party;
  const workload = snapshot.cluster.workloads[endpoint.workload];
  if (endpoint.workload < 0) return `host endpoint ${endpoint.name}`;
  if (endpoint.id.startsWith('pod:') && !(workload && party.standsForAll)) {
    return `${endpoint.namespace}/Pod/${endpoint.name}`;
  }
  return workload ? `${workload.namespace}/${workload.kind}/${workload.name}` : endpoint.id;
}
