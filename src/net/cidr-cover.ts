// Whether address ranges together hold all of another one.
import { type Cidr, containsCidr } from './cidr.ts';

/** Prefixes are nested or apart, so that the widest ones inside fill it exactly if their sizes add up. */
export function areCovering(others: readonly Cidr[], cidr: Cidr): boolean {
  if (others.some((other) => containsCidr(other, cidr))) return true;
  const inside = others.filter((other) => containsCidr(cidr, other)).sort((a, b) => a.prefix - b.prefix);
  const widest: Cidr[] = [];
  for (const one of inside) if (!widest.some((other) => containsCidr(other, one))) widest.push(one);
  const size = ({ prefix }: Cidr): bigint => 2n ** BigInt(128 - prefix);
  return widest.reduce((sum, one) => sum + size(one), 0n) === size(cidr);
}
