// Atoms: every address lies in exactly one, and every CIDR in use covers whole atoms.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cidr, containsAddress, parseAddress, parseCidr } from '../net/cidr.ts';
import { AddressAtoms } from './address-atoms.ts';

const cidr = (text: string): Cidr => {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(text);
  return parsed.cidr;
};
const addressText = fc
  .tuple(fc.constantFrom(10, 172), fc.nat(3), fc.nat(3), fc.nat(255))
  .map((parts) => parts.join('.'));
const anyCidr = fc
  .tuple(addressText, fc.integer({ min: 0, max: 32 }))
  .map(([text, prefix]) => cidr(`${text}/${prefix}`));

test('a CIDR in use holds an address exactly when its subtree holds the atom of the address', () => {
  fc.assert(
    fc.property(fc.array(anyCidr, { maxLength: 12 }), addressText, (cidrs, text) => {
      const atoms = new AddressAtoms(cidrs);
      const address = parseAddress(text);
      if (!address) throw new Error(text);
      const atom = atoms.atomOf(address);
      expect(atoms.atoms[atom]?.empty).toBe(false);
      for (const one of cidrs) {
        const { from, to } = atoms.subtree(one);
        expect(atom >= from && atom < to).toBe(containsAddress(one, address));
      }
    }),
  );
});

test('a CIDR whose halves are both in use has no address of its own', () => {
  const atoms = new AddressAtoms(['10.0.0.0/8', '10.0.0.0/9', '10.128.0.0/9', '10.1.0.0/16'].map(cidr));
  const empty = atoms.atoms.filter((atom) => atom.empty).map((atom) => atom.cidr.text);
  expect(empty).toEqual(['10.0.0.0/8']);
});

test('both address families have a root', () => {
  const atoms = new AddressAtoms([]);
  expect(atoms.atoms.map((atom) => atom.cidr.text)).toEqual(['0.0.0.0/0', '::/0']);
  expect(atoms.atomOfCidr(cidr('2001:db8::/32'))).toBe(1);
});
