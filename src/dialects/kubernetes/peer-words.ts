// How a sentence names whom the peers of a NetworkPolicy's rule mean.
import type { LabelRequirement, LabelSelector, NetworkPolicyPeer } from '../../resources/resource.ts';

const WORDS = { In: 'in', NotIn: 'not in' } as const;

/** `app=web`, `tier in (a, b)`, `no canary`. */
function requirement({ key, operator, values }: LabelRequirement): string {
  if (operator === 'Exists') return `label ${key}`;
  if (operator === 'DoesNotExist') return `no label ${key}`;
  if (operator === 'In' && values.length === 1) return `${key}=${values[0]}`;
  return `${key} ${WORDS[operator]} (${values.join(', ')})`;
}

const labels = (selector: LabelSelector): string => selector.requirements.map(requirement).join(' and ');

/** A selector that is there and empty means all. */
function peerWords(peer: NetworkPolicyPeer, namespace: string): string {
  if (peer.type === 'ipBlock') {
    const except = peer.except.map((cidr) => cidr.text).join(' or ');
    return except === '' ? peer.cidr.text : `${peer.cidr.text} but ${except}`;
  }
  const { podSelector, namespaceSelector } = peer;
  const pods = podSelector && podSelector.requirements.length > 0 ? `pods with ${labels(podSelector)}` : 'pods';
  if (!namespaceSelector) return `${pods} in namespace ${namespace}`;
  const all = namespaceSelector.requirements.length === 0;
  return all ? `${pods} in any namespace` : `${pods} in namespaces with ${labels(namespaceSelector)}`;
}

/** More say less in a sentence than their place in the text. */
const MOST = 3;

/** `pods with app=web in namespace shop or 10.0.0.0/8`; undefined where there are too many, or none, which means everybody. */
export function peersWords(peers: readonly NetworkPolicyPeer[], namespace: string): string | undefined {
  if (peers.length === 0 || peers.length > MOST) return undefined;
  return peers.map((peer) => peerWords(peer, namespace)).join(' or ');
}
