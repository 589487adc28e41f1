// Whether an end of flows is what a pattern names: by name, label, address, or a policy that governs it.
import type { Endpoint } from '../model/cluster.ts';
import { Bitset } from '../net/bitset.ts';
import { type Address, type Cidr, containsAddress, containsCidr, overlaps, parseAddresses } from '../net/cidr.ts';
import type { FlowParty, PartyFacts } from './flow-party.ts';
import type { PartyPattern } from './flow-terms.ts';
import type { Direction, NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** A party as patterns see it; `here` is undefined where the snapshot has none of the id any more. */
export interface NamedParty {
  readonly facts: PartyFacts;
  readonly here: FlowParty | undefined;
}

/** `direction`: which side of its policies counts, `egress` where it is the source. */
export type PartyTest = (party: NamedParty, direction: Direction) => boolean;

/** The name with `*` for any letters, as a test of whole texts. */
function named(pattern: string): (text: string) => boolean {
  const wanted = pattern.toLowerCase();
  if (wanted === '*') return () => true;
  if (!wanted.includes('*')) return (text) => text.toLowerCase() === wanted;
  const parts = wanted.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  const whole = new RegExp(`^${parts.join('.*')}$`, 's');
  return (text) => whole.test(text.toLowerCase());
}

interface IdParts {
  readonly type: string;
  readonly namespace: string | undefined;
  readonly kind: string | undefined;
  readonly name: string;
}

/** `workload:NS/Kind/NAME`, `pod:NS/NAME`, `set:[NS/]NAME`, `host:NAME`, `cidr:CIDR`, `internet`. */
function partsOf(id: NodeId): IdParts {
  const colon = id.indexOf(':');
  const type = colon < 0 ? id : id.slice(0, colon);
  const rest = id.slice(colon + 1);
  const [first = '', second, third] = type === 'cidr' ? [rest] : rest.split('/');
  if (type === 'workload' && third !== undefined) return { type, namespace: first, kind: second, name: third };
  if (second !== undefined) return { type, namespace: first, kind: undefined, name: second };
  return { type, namespace: undefined, kind: undefined, name: first };
}

function byName({ namespace, kind, name }: Extract<PartyPattern, { by: 'name' }>): PartyTest {
  const [isNamespace, isKind, isName] = [namespace, kind, name].map((part) => named(part ?? '*'));
  return ({ facts }) => {
    const own = partsOf(facts.id);
    if (kind !== undefined && (own.kind === undefined || !isKind?.(own.kind))) return false;
    if (namespace !== undefined) {
      return own.namespace !== undefined && isNamespace?.(own.namespace) === true && isName?.(own.name) === true;
    }
    return isName?.(own.name) === true || (own.namespace !== undefined && isName?.(own.namespace) === true);
  };
}

function byLabel(snapshot: Snapshot, key: string, value: string | undefined): PartyTest {
  const isValue = value === undefined ? () => true : named(value);
  const endpointsOf = membersById(snapshot);
  const setLabels = new Map(snapshot.cluster.sets.map((set) => [set.id, set.labels.endpoint]));
  return ({ facts }) => {
    const ofSet = setLabels.get(facts.id)?.get(key);
    if (ofSet !== undefined) return isValue(ofSet);
    return endpointsOf(facts.id).some((endpoint) => {
      const own = snapshot.labelOf(endpoint, key);
      return own !== undefined && isValue(own);
    });
  };
}

/** The endpoints behind an id: of a workload all its pods. */
function membersById({ cluster }: Snapshot): (id: NodeId) => readonly Endpoint[] {
  const all = new Map<NodeId, readonly Endpoint[]>();
  for (const endpoint of cluster.endpoints) all.set(endpoint.id, [endpoint]);
  for (const workload of cluster.workloads) {
    all.set(
      workload.id,
      workload.endpoints.flatMap((index) => cluster.endpoints[index] ?? []),
    );
  }
  return (id) => all.get(id) ?? [];
}

function byAddress(snapshot: Snapshot, text: string): PartyTest {
  const range = parseAddresses(text);
  if (!range) return () => false;
  const endpointsOf = membersById(snapshot);
  const ranges = new Map<NodeId, readonly Cidr[]>(snapshot.namedSets.map(({ id, cidrs }) => [id, cidrs]));
  for (const cidr of snapshot.namedCIDRs) ranges.set(`cidr:${cidr.text}`, [cidr]);
  const isCovered = [...ranges.values()].some((own) =>
    own.some((cidr) => cidr.prefix > 0 && containsCidr(cidr, range)),
  );
  const holds = (address: Address): boolean => containsAddress(range, address);
  return ({ facts }) => {
    if (facts.id === 'internet') return !isCovered;
    const own = ranges.get(facts.id);
    if (own) return own.some((cidr) => overlaps(cidr, range));
    return endpointsOf(facts.id).some(({ addresses }) => addresses.some(holds));
  };
}

function byPolicy({ policies, subjects, universe }: Snapshot, name: string): PartyTest {
  const isName = named(name);
  const governed = (direction: Direction): Bitset =>
    policies.reduce(
      (classes, policy, index) => {
        const own = policy[direction] && isName(policy.name) ? subjects[index] : undefined;
        return own ? classes.or(own) : classes;
      },
      new Bitset(subjects[0]?.size ?? 0),
    );
  const classes = { egress: governed('egress'), ingress: governed('ingress') };
  const isClass = (column: number): boolean => column < universe.classes.length;
  return ({ here }, direction) =>
    here?.members.some(({ column }) => isClass(column) && classes[direction].has(column)) ?? false;
}

export function patternTest(snapshot: Snapshot, pattern: PartyPattern): PartyTest {
  switch (pattern.by) {
    case 'name':
      return byName(pattern);
    case 'namespace': {
      const isName = named(pattern.name);
      return ({ facts }) => facts.namespace !== undefined && isName(facts.namespace.slice('namespace:'.length));
    }
    case 'part': {
      const part = pattern.text.toLowerCase();
      return ({ facts }) =>
        facts.id
          .slice(facts.id.indexOf(':') + 1)
          .toLowerCase()
          .includes(part);
    }
    case 'label':
      return byLabel(snapshot, pattern.key, pattern.value);
    case 'set':
    case 'host': {
      const isName = named(pattern.name);
      const prefix = `${pattern.by}:`;
      return ({ facts: { id } }) => {
        if (!id.startsWith(prefix)) return false;
        return isName(id.slice(prefix.length)) || isName(partsOf(id).name);
      };
    }
    case 'address':
      return byAddress(snapshot, pattern.text);
    case 'internet':
      return ({ facts }) => facts.id === 'internet';
    case 'outside':
      return ({ facts }) => facts.isOutside;
    case 'policy':
      return byPolicy(snapshot, pattern.name);
    case 'node':
      return ({ facts }) => [facts.id, facts.namespace, facts.workload].includes(pattern.id);
  }
}
