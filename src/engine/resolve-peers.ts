// Peers that name hosts or address sets become the addresses of those, as far as the manifests know them.
import type { AddressSet, Cluster, Host } from '../model/cluster.ts';
import type { Peer, Policy, Rule, RuleMatch } from '../model/policy.ts';
import { type Selector, selects } from '../model/selector.ts';
import { cidrOfAddress } from '../net/cidr.ts';

const NONE: ReadonlyMap<string, string> = new Map();

/** Whatever is no pod with an address of its own: a pod whose address is not known has no node's address at least. */
const OUTSIDE: Peer = { op: 'not', term: { op: 'endpoints', selector: { op: 'all' } } };

/** What peers can name, and the addresses of what was named so far. */
export interface Objects {
  readonly cluster: Cluster;
  readonly addresses: Map<string, Peer>;
}

const addressesOf = (hosts: readonly Host[]): Peer => ({
  op: 'addresses',
  include: hosts.flatMap((host) => host.addresses.map(cidrOfAddress)),
  exclude: [],
});

function nodesUnknown(message: string): Peer {
  return {
    op: 'unresolved',
    fact: { code: 'nodes-unknown', message, remedy: 'Load the nodes (kubectl get nodes -o yaml).' },
  };
}

/**
 * The addresses of the hosts that are selected. Those of which there is no Node object have labels that nobody here knows,
 * and without any Node object nobody knows all nodes.
 */
function hostAddresses(selector: Selector, hosts: readonly Host[]): Peer {
  const unlabelled = hosts.filter((host) => host.labels === undefined);
  const selected = hosts.filter((host) =>
    host.labels === undefined ? selector.op === 'all' : selects(selector, () => host.labels ?? NONE),
  );
  const terms = [addressesOf(selected)];
  if (unlabelled.length === hosts.length) {
    terms.push(
      nodesUnknown('No Node object is in the manifests, so the addresses of the nodes a rule names are not known'),
    );
  } else if (unlabelled.length > 0 && selector.op !== 'all') {
    const names = unlabelled.map((host) => host.name).join(', ');
    const fact = nodesUnknown(`Nodes without a Node object in the manifests have labels that are not known: ${names}`);
    terms.push({ op: 'and', terms: [fact, addressesOf(unlabelled)] });
  }
  return { op: 'and', terms: [OUTSIDE, { op: 'or', terms }] };
}

/** The endpoints a selector selects, and the addresses of the sets it selects. */
function objectAddresses(selector: Selector, { cluster, addresses }: Objects, used: Set<AddressSet>): Peer {
  const endpoints: Peer = { op: 'endpoints', selector };
  const selected = cluster.sets.filter((set) => selects(selector, (scope) => set.labels[scope]));
  for (const set of selected) used.add(set);
  const terms: Peer[] = [endpoints];
  if (selected.some((set) => set.cidrs.length > 0)) {
    // Rules that select the same sets share one list of their addresses, which may be very long.
    const key = selected.map((set) => set.id).join();
    const known = addresses.get(key) ?? { op: 'addresses', include: selected.flatMap((set) => set.cidrs), exclude: [] };
    addresses.set(key, known);
    terms.push(known);
  }
  for (const { more } of selected) if (more) terms.push({ op: 'unresolved', fact: more });
  return terms.length === 1 ? endpoints : { op: 'or', terms };
}

function resolvePeer(peer: Peer, objects: Objects, used: Set<AddressSet>): Peer {
  switch (peer.op) {
    case 'hosts':
      return hostAddresses(peer.selector, objects.cluster.hosts);
    case 'objects':
      return objectAddresses(peer.selector, objects, used);
    case 'and':
    case 'or':
      return { op: peer.op, terms: peer.terms.map((term) => resolvePeer(term, objects, used)) };
    case 'not':
      return { op: 'not', term: resolvePeer(peer.term, objects, used) };
    default:
      return peer;
  }
}

function namesObjects(peer: Peer | undefined): boolean {
  if (!peer) return false;
  if (peer.op === 'and' || peer.op === 'or') return peer.terms.some(namesObjects);
  return peer.op === 'hosts' || peer.op === 'objects' || (peer.op === 'not' && namesObjects(peer.term));
}

function resolveMatch(match: RuleMatch, objects: Objects, used: Set<AddressSet>): RuleMatch {
  const peer = resolvePeer(match.peer, objects, used);
  return match.own ? { ...match, peer, own: resolvePeer(match.own, objects, used) } : { ...match, peer };
}

/**
 * The policy with every peer resolved that names hosts or sets; the very same policy where it has none. Sets that a
 * peer selects go to `used`.
 */
export function resolvePeers(policy: Policy, objects: Objects, used: Set<AddressSet>): Policy {
  const matches = [...(policy.ingress ?? []), ...(policy.egress ?? [])].flatMap((rule) => rule.matches);
  if (!matches.some((match) => namesObjects(match.peer) || namesObjects(match.own))) return policy;
  const resolve = (list: readonly Rule[] | undefined): readonly Rule[] | undefined =>
    list?.map((rule) => ({ ...rule, matches: rule.matches.map((match) => resolveMatch(match, objects, used)) }));
  return { ...policy, ingress: resolve(policy.ingress), egress: resolve(policy.egress) };
}
