// Peers that name hosts become the addresses of those hosts, as far as the manifests know them.
import type { Host } from '../model/cluster.ts';
import type { Peer, Policy, Rule } from '../model/policy.ts';
import { type Selector, selects } from '../model/selector.ts';
import { cidrOf } from '../net/cidr.ts';

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
  const none = new Map<string, string>();
  const selected = known.filter((host) => selects(selector, () => host.labels ?? none));
  const include = selected.flatMap((host) =>
    host.addresses.map((address) => cidrOf(address, address.family === 4 ? 32 : 128)),
  );
  return { op: 'addresses', include, exclude: [] };
}

function resolvePeer(peer: Peer, hosts: readonly Host[]): Peer {
  switch (peer.op) {
    case 'hosts':
      return hostAddresses(peer.selector, hosts);
    case 'and':
    case 'or':
      return { op: peer.op, terms: peer.terms.map((term) => resolvePeer(term, hosts)) };
    case 'not':
      return { op: 'not', term: resolvePeer(peer.term, hosts) };
    default:
      return peer;
  }
}

function namesHosts(peer: Peer): boolean {
  if (peer.op === 'and' || peer.op === 'or') return peer.terms.some(namesHosts);
  return peer.op === 'hosts' || (peer.op === 'not' && namesHosts(peer.term));
}

/** The policy with every host peer resolved; the very same policy where it has none. */
export function resolveHosts(policy: Policy, hosts: readonly Host[]): Policy {
  const rules = [...(policy.ingress ?? []), ...(policy.egress ?? [])];
  if (!rules.some((rule) => namesHosts(rule.peer))) return policy;
  const resolve = (list: readonly Rule[] | undefined): readonly Rule[] | undefined =>
    list?.map((rule) => ({ ...rule, peer: resolvePeer(rule.peer, hosts) }));
  return { ...policy, ingress: resolve(policy.ingress), egress: resolve(policy.egress) };
}
