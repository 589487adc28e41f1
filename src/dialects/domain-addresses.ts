// Domain names in rules: the addresses behind them that the user supplied, or the fact that nobody knows them.
import type { Peer, PeerFact } from '../model/policy.ts';
import { type Address, cidrOfAddress } from '../net/cidr.ts';

type Domains = ReadonlyMap<string, readonly Address[]>;

/** Addresses of the supplied names that `name` means: itself, or every name under it where it begins with `*.`. */
function addressesOf(name: string, domains: Domains): readonly Address[] {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const star = wanted.indexOf('*');
  if (star < 0) return domains.get(wanted) ?? [];
  const [head, tail] = [wanted.slice(0, star), wanted.slice(star + 1)];
  const fits = (known: string): boolean =>
    known.length > head.length + tail.length && known.startsWith(head) && known.endsWith(tail);
  return [...domains].filter(([known]) => fits(known)).flatMap(([, addresses]) => addresses);
}

/** What is lacking where no addresses were supplied for `names`. */
function domainFact(names: readonly string[]): PeerFact {
  return {
    code: 'domain-addresses-unknown',
    message: `The addresses behind ${names.join(', ')} are not in the manifests`,
    names,
    remedy:
      'Supply them (--domain NAME=IP), ask for the flow by name in a cluster, or write the addresses as networks.',
  };
}

/** Supplied addresses of any of `names`, and the fact that is lacking where there are none for some of them. */
export function domainAddresses(
  names: readonly string[],
  domains: Domains,
): { readonly addresses: readonly Address[]; readonly lacking: PeerFact | undefined } {
  const unknown = names.filter((name) => addressesOf(name, domains).length === 0);
  return {
    addresses: names.flatMap((name) => addressesOf(name, domains)),
    lacking: unknown.length > 0 ? domainFact(unknown) : undefined,
  };
}

/** The addresses behind any of `names`. */
export function domainPeer(names: readonly string[], domains: Domains): Peer {
  const { addresses, lacking } = domainAddresses(names, domains);
  const include = addresses.map(cidrOfAddress);
  const known: Peer = { op: 'addresses', include, exclude: [] };
  if (!lacking) return known;
  const unresolved: Peer = { op: 'unresolved', fact: lacking };
  return include.length === 0 ? unresolved : { op: 'or', terms: [known, unresolved] };
}
