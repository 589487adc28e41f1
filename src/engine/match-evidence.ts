// What about the other end made a rule's peer match: the labels its selectors ask for, or the ranges that hold its address.
import type { Peer } from '../model/policy.ts';
import { type LabelScope, type Selector, visitKeys } from '../model/selector.ts';
import type { WrittenSide } from '../model/written-policy.ts';
import { type Cidr, containsAddress, containsCidr } from '../net/cidr.ts';
import { labelPhrase } from './label-phrase.ts';
import type { Party } from './resolve-party.ts';
import { partyHolds } from './selector-holds.ts';
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

/** The labels of an endpoint that a selector asks for, as sentences name them. */
export function labelsAsked(selector: Selector, party: Party, snapshot: Snapshot): string[] {
  const found: string[] = [];
  visitKeys(selector, (scope, key) => found.push(...labelEvidence(scope, key, party, snapshot)));
  return found;
}

function peerEvidence(peer: Peer, party: Party, snapshot: Snapshot): string[] {
  switch (peer.op) {
    case 'endpoints':
      return labelsAsked(peer.selector, party, snapshot);
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

/** Whether an end is whom a side of a rule means by labels and ranges. */
export function sideHolds({ meant, nets }: WrittenSide, party: Party, snapshot: Snapshot): boolean {
  if (meant && !partyHolds(meant, party, snapshot)) return false;
  return nets.length === 0 || nets.some(({ cidr }) => holdsParty(cidr, party));
}

/** `app=web`, `namespace shop`, `10.0.0.0/8`: at most a few, without duplicates. */
export function matchEvidence(peer: Peer, party: Party, snapshot: Snapshot): string[] {
  return [...new Set(peerEvidence(peer, party, snapshot))].slice(0, MOST);
}
