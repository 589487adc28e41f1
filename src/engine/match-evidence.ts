// What about the other end made a rule's peer match: the labels its selectors ask for, or the ranges that hold its address.
import type { Peer } from '../model/policy.ts';
import { type LabelScope, visitKeys } from '../model/selector.ts';
import { type Cidr, containsAddress, containsCidr } from '../net/cidr.ts';
import { labelPhrase } from './label-phrase.ts';
import type { Party } from './resolve-party.ts';
import type { Snapshot } from './snapshot.ts';

/** More than these say nothing more. */
const MOST = 4;

function labelEvidence(scope: LabelScope, key: string, party: Party, snapshot: Snapshot): string[] {
  if (party.type !== 'endpoint') return [];
  const { endpoint } = party;
  const namespace = snapshot.cluster.namespaces.find((one) => one.name === endpoint.namespace);
  const value = scope === 'endpoint' ? snapshot.labelOf(endpoint, key) : namespace?.labels.get(key);
  return [labelPhrase(scope, key, value, snapshot.options)];
}

function peerEvidence(peer: Peer, party: Party, snapshot: Snapshot): string[] {
  switch (peer.op) {
    case 'endpoints': {
      const found: string[] = [];
      visitKeys(peer.selector, (scope, key) => found.push(...labelEvidence(scope, key, party, snapshot)));
      return found;
    }
    case 'addresses':
      return peer.include.filter((cidr) => holdsParty(cidr, party)).map((cidr) => cidr.text);
    case 'and':
      return peer.terms.flatMap((term) => peerEvidence(term, party, snapshot));
    case 'or':
      return peer.terms
        .filter((term) =>
          snapshot.matrix.families.some((family) =>
            snapshot.matrix.over(family).peers.match(term).possible.has(party.column),
          ),
        )
        .flatMap((term) => peerEvidence(term, party, snapshot));
    default:
      return [];
  }
}

/** Whether an end lies in a range: one of a pod's addresses, the address, or the whole range. */
export function holdsParty(cidr: Cidr, party: Party): boolean {
  if (party.type === 'endpoint') return party.endpoint.addresses.some((address) => containsAddress(cidr, address));
  if (party.address) return containsAddress(cidr, party.address);
  return party.range !== undefined && containsCidr(cidr, party.range);
}

/** `app=web`, `namespace shop`, `10.0.0.0/8`: at most a few, without duplicates. */
export function matchEvidence(peer: Peer, party: Party, snapshot: Snapshot): string[] {
  return [...new Set(peerEvidence(peer, party, snapshot))].slice(0, MOST);
}
