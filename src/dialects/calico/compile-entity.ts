// One side of a Calico rule as a peer: objects by label, nets, domains. Services and ports are not part of it.
import type { Peer } from '../../model/policy.ts';
import type { CalicoEntity } from '../../resources/calico-resource.ts';
import type { CompileContext } from '../dialect.ts';
import { domainPeer } from '../domain-addresses.ts';
import { entitySelectors } from './compile-selector.ts';

/**
 * Who a side means; undefined where it restricts nothing. Calico reference, "EntityRule": everything given must hold.
 * A positive selector asks for one object that fits; a negative one for an address of no object that fits.
 */
export function entityPeer(entity: CalicoEntity, namespace: string, { domains }: CompileContext): Peer | undefined {
  const { positive, negative } = entitySelectors(entity, namespace);
  const { nets, notNets } = entity;
  const terms: Peer[] = [];
  if (positive) terms.push({ op: 'objects', selector: positive });
  if (negative) terms.push({ op: 'not', term: { op: 'objects', selector: negative } });
  if (nets.length > 0) terms.push({ op: 'addresses', include: nets, exclude: notNets });
  else if (notNets.length > 0) terms.push({ op: 'not', term: { op: 'addresses', include: notNets, exclude: [] } });
  if (entity.domains.length > 0) terms.push(domainPeer(entity.domains, domains));
  return allPeers(terms);
}

/** The conjunction, without needless nesting; undefined where there are no terms. */
export function allPeers(terms: readonly (Peer | undefined)[]): Peer | undefined {
  const given = terms.filter((term) => term !== undefined);
  return given.length > 1 ? { op: 'and', terms: given } : given[0];
}
