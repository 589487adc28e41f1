// The address families that a class of endpoints has addresses of.
import type { Family } from '../../net/cidr.ts';
import type { Universe } from '../universe.ts';

/** All in use where none is known. */
export function ownFamilies({ universe }: { readonly universe: Universe }, column: number): readonly Family[] {
  if (universe.families.length === 1) return universe.families;
  const places = universe.addressings[universe.classes[column]?.addressing ?? -1]?.places ?? [];
  const own = universe.families.filter((family) => places.some((place) => place.family === family));
  return own.length > 0 ? own : universe.families;
}
