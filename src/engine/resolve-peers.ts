// Peers that name hosts or address sets become the addresses of those, as far as the manifests know them.
import type { AddressSet, Cluster, Host } from '../model/cluster.ts';
import type { Peer, Policy, Rule, RuleMatch } from '../model/policy.ts';
import { type Selector, selects } from '../model/selector.ts';
import { cidrOf } from '../net/cidr.ts';

const NONE: ReadonlyMap<string, string> = new Map();

/** Without any Node object the labels of hosts are not known, so nobody can tell which hosts are meant. */
function hostAddresses(selector: Selector, hosts: readonly Host[]): Peer {
  const known = hosts.filter((host) => host.labels !== undefined);
  if (known.length === 0) {
    return {
      op: 'unresolved',
      fact: {
        code: 'nodes-unknown',
        message: 'No Node object is in the manifests, so the addresses of the nodes a rule names are not known',
        remedy: 'Load the nodes (kubectl get nodes -o yaml).',
      },
    };
  }
  const selected = known.filter((host) => selects(selector, () => host.labels ?? NONE));
  const include = selected.flatMap((host) =>
    host.addresses.map((address) => cidrOf(address, address.family === 4 ? 32 : 128)),
  );
  return { op: 'addresses', include, exclude: [] };
}

/** The endpoints a selector selects, and the addresses of the sets it selects. */
function objectAddresses(selector: Selector, sets: readonly AddressSet[], used: Set<AddressSet>): Peer {
  const endpoints: Peer = { op: 'endpoints', selector };
  const selected = sets.filter((set) => selects(selector, (scope) => set.labels[scope]));
  for (const set of selected) used.add(set);
  const include = selected.flatMap((set) => set.cidrs);
  const terms: Peer[] = [endpoints];
  if (include.length > 0) terms.push({ op: 'addresses', include, exclude: [] });
  for (const { more } of selected) if (more) terms.push({ op: 'unresolved', fact: more });
  return terms.length === 1 ? endpoints : { op: 'or', terms };
}

function resolvePeer(peer: Peer, cluster: Cluster, used: Set<AddressSet>): Peer {
  switch (peer.op) {
    case 'hosts':
      return hostAddresses(peer.selector, cluster.hosts);
    case 'objects':
      return objectAddresses(peer.selector, cluster.sets, used);
    case 'and':
    case 'or':
      return { op: peer.op, terms: peer.terms.map((term) => resolvePeer(term, cluster, used)) };
    case 'not':
      return { op: 'not', term: resolvePeer(peer.term, cluster, used) };
    default:
      return peer;
  }
}

function namesObjects(peer: Peer | undefined): boolean {
  if (!peer) return false;
  if (peer.op === 'and' || peer.op === 'or') return peer.terms.some(namesObjects);
  return peer.op === 'hosts' || peer.op === 'objects' || (peer.op === 'not' && namesObjects(peer.term));
}

function resolveMatch(match: RuleMatch, cluster: Cluster, used: Set<AddressSet>): RuleMatch {
  const peer = resolvePeer(match.peer, cluster, used);
  return match.own ? { ...match, peer, own: resolvePeer(match.own, cluster, used) } : { ...match, peer };
}

/**
 * The policy with every peer resolved that names hosts or sets; the very same policy where it has none. Sets that a
 * peer selects go to `used`.
 */
export function resolvePeers(policy: Policy, cluster: Cluster, used: Set<AddressSet>): Policy {
  const matches = [...(policy.ingress ?? []), ...(policy.egress ?? [])].flatMap((rule) => rule.matches);
  if (!matches.some((match) => namesObjects(match.peer) || namesObjects(match.own))) return policy;
  const resolve = (list: readonly Rule[] | undefined): readonly Rule[] | undefined =>
    list?.map((rule) => ({ ...rule, matches: rule.matches.map((match) => resolveMatch(match, cluster, used)) }));
  return { ...policy, ingress: resolve(policy.ingress), egress: resolve(policy.egress) };
}
