// Judges single flows under NetworkPolicy and the policy API the naive way, pair by pair, straight from the API's rules: the
// engine's oracle in tests.
//
// An address that the manifests lack is tried out: the CIDRs that the governing policies name cut the address space into
// regions, and a policy cannot tell two addresses of one region apart, so one address of each region stands for all (a
// "world"). A verdict is known when all worlds agree. A reader may also judge each ipBlock for itself and combine with
// three-valued logic; that can only turn known verdicts into `unknown`, and `naiveVerdictBounds` gives both readings.
import {
  type Address,
  type Cidr,
  cidrOfAddress,
  compareCidrs,
  containsAddress,
  formatAddress,
  parseAddress,
  parseCidr,
} from '../net/cidr.ts';
import type { Labels, NetworkPolicyResource, Protocol, Resource } from '../resources/resource.ts';
import { type AdminSetting, passesTiers } from './naive-admin.ts';
import {
  addressesOfNode,
  allNodeAddresses,
  everyAddress,
  isAdminPolicy,
  localAddresses,
  type NaiveEnd,
  type NaivePod,
  networksIn,
  nodeNames,
  resolveEnds,
} from './naive-cluster.ts';
import { anyOf, bothOf, governing, type NaiveFlow, passes, selects, type Ternary } from './naive-rules.ts';

/** `src`, `dst`: `ns/name` of a pod or workload (any of its pods), `ns/Kind/name`, or an address. */
export interface NaiveProbe {
  readonly src: string;
  readonly dst: string;
  readonly protocol: Protocol;
  readonly port: number;
}

/** `podCIDRs`: where pods without a known address have theirs; anywhere where empty. */
export interface NaiveOptions {
  readonly podCIDRs: readonly string[];
  /** Only the reading `kubernetes` is implemented. */
  readonly semantics: string;
}

export type NaiveVerdict = 'allowed' | 'denied' | 'unknown' | 'no-such-endpoint';

/** `exact`: unknown only where the verdict depends on a missing fact. `coarse`: each ipBlock and fact judged for itself. */
export interface NaiveBounds {
  readonly exact: NaiveVerdict;
  readonly coarse: NaiveVerdict;
}

interface Setting extends AdminSetting {
  readonly resources: readonly Resource[];
  readonly policies: readonly NetworkPolicyResource[];
  /** Where a pod without a known address may have it. */
  readonly podRanges: readonly Cidr[];
  readonly anywhere: readonly Cidr[];
}

/** What one end has: one address of each family that it has addresses of. */
type Stack = readonly Address[];

/** The facts a verdict is judged under: the addresses each end may have, and whether the source is the destination's node. */
interface World {
  readonly sources: readonly Address[];
  readonly destinations: readonly Address[];
  readonly fromOwnNode: Ternary;
}

const wholeFamily = {
  4: { family: 4, bits: 0n, prefix: 0, text: '0.0.0.0/0' },
  6: { family: 6, bits: 0n, prefix: 0, text: '::/0' },
} as const satisfies Record<4 | 6, Cidr>;

/** Every namespace has this label, written or not (KEP-2161, spec rule 20). */
function namespaceLabelsOf(resources: readonly Resource[]): (name: string) => Labels {
  return (name) => {
    const written = resources.find((resource) => resource.kind === 'Namespace' && resource.meta.name === name);
    return new Map([...(written?.meta.labels ?? []), ['kubernetes.io/metadata.name', name]]);
  };
}

function settingOf(resources: readonly Resource[], options: NaiveOptions): Setting {
  const anywhere = everyAddress(resources, wholeFamily);
  const given = options.podCIDRs.flatMap((text) => parseCidr(text)?.cidr ?? []);
  return {
    resources,
    policies: resources.filter((resource) => resource.kind === 'NetworkPolicy'),
    podRanges: given.length > 0 ? given : anywhere,
    anywhere,
    admin: resources.filter(isAdminPolicy),
    namespaceLabels: namespaceLabelsOf(resources),
    isNodeAddress: nodeAddressTest(resources),
  };
}

/**
 * "`nodes` = InternalIP/ExternalIP of matching Nodes" and what pods tell of them (spec rule 31, section 2). The labels of a
 * node are in its Node object only; without any such object whose an address is nobody knows.
 */
function nodeAddressTest(resources: readonly Resource[]): AdminSetting['isNodeAddress'] {
  const labels = new Map(resources.flatMap(({ kind, meta }) => (kind === 'Node' ? [[meta.name, meta.labels]] : [])));
  return (selector, address) => {
    const owners = nodeNames(resources).filter((name) =>
      addressesOfNode(name, resources).includes(formatAddress(address)),
    );
    const isSelected = anyOf(owners, (name): Ternary => {
      const own = labels.get(name);
      if (selector.requirements.length === 0) return 'yes';
      return own ? (selects(selector, own) ? 'yes' : 'no') : 'maybe';
    });
    return isSelected === 'no' && labels.size === 0 ? 'maybe' : isSelected;
  };
}

const podOf = (end: NaiveEnd): NaivePod | undefined => (end.type === 'pod' ? end.pod : undefined);
/** The pod as policy sees it for certain: host-network pods are neither governed nor selected (spec rule 17). */
const governedPod = (end: NaiveEnd): NaivePod | undefined => {
  const pod = podOf(end);
  return pod?.hostNetwork ? undefined : pod;
};

function cidrsOf(policies: readonly NetworkPolicyResource[], type: 'Ingress' | 'Egress'): Cidr[] {
  const rules = policies.flatMap((policy) => (type === 'Ingress' ? policy.spec.ingress : policy.spec.egress));
  return rules
    .flatMap((rule) => rule.peers)
    .flatMap((peer) => (peer.type === 'ipBlock' ? [peer.cidr, ...peer.except] : []));
}

/** All blocks that egress policies may ask about: those of administrators, and nodes that they may name, go for every pod. */
function egressCidrs(policies: readonly NetworkPolicyResource[], { admin, resources }: Setting): Cidr[] {
  const nodes = [...allNodeAddresses(resources)].flatMap((text) => parseAddress(text) ?? []);
  const single = nodes.map(cidrOfAddress);
  return [...cidrsOf(policies, 'Egress'), ...admin.flatMap(networksIn), ...(admin.length > 0 ? single : [])];
}

/** The first address of each region that `cidrs` cut `ranges` into: a region starts where a range or a CIDR starts, or one ends. */
function regionStarts(ranges: readonly Cidr[], cidrs: readonly Cidr[]): Address[] {
  const starts = new Map<string, Address>();
  for (const { family, bits, prefix } of [...ranges, ...cidrs].sort(compareCidrs)) {
    const size = 1n << BigInt((family === 4 ? 32 : 128) - prefix);
    for (const start of [bits, bits + size]) {
      const address: Address = { family, bits: start };
      if (ranges.some((range) => containsAddress(range, address))) starts.set(formatAddress(address), address);
    }
  }
  return [...starts.values()];
}

/** Every choice of one item from each list. */
function choices<Item>(lists: readonly (readonly Item[])[]): Item[][] {
  return lists.reduce<Item[][]>(
    (sofar, list) => sofar.flatMap((chosen) => list.map((item) => [...chosen, item])),
    [[]],
  );
}

/**
 * The stacks an end may have. Where pod ranges of both families are given, a pod has an address in each; where the
 * manifests only show that both families are in use, it has an address of one or the other.
 */
function stacksOf(end: NaiveEnd, setting: Setting, cidrs: readonly Cidr[]): Stack[] {
  if (end.type === 'address') return [[end.address]];
  if (end.pod.addresses.length > 0) return [end.pod.addresses];
  const isInPodRange = !end.pod.hostNetwork && setting.podRanges !== setting.anywhere;
  if (!isInPodRange) return regionStarts(setting.anywhere, cidrs).map((address) => [address]);
  const starts = regionStarts(setting.podRanges, cidrs);
  const byFamily = [4, 6].map((family) => starts.filter((address) => address.family === family));
  return choices(byFamily.filter((list) => list.length > 0));
}

/** Whether the flow comes from the node that `pod` runs on, which ingress policy lets in (spec rule 16). */
function comesFromOwnNode(source: NaiveEnd, pod: NaivePod, { resources }: Setting): Ternary {
  const local = localAddresses(pod, resources);
  if (source.type === 'address') {
    const text = formatAddress(source.address);
    if (local.has(text)) return 'yes';
    const placeKnown = local.size > 0 || pod.nodeName !== undefined;
    return !placeKnown && allNodeAddresses(resources).has(text) ? 'maybe' : 'no';
  }
  if (!source.pod.hostNetwork) return 'no';
  if (source.pod.nodeName !== undefined && pod.nodeName !== undefined) {
    return source.pod.nodeName === pod.nodeName ? 'yes' : 'no';
  }
  const theirs = localAddresses(source.pod, resources);
  if ([...theirs].some((address) => local.has(address))) return 'yes';
  return theirs.size > 0 && local.size > 0 ? 'no' : 'maybe';
}

/**
 * A flow has one family: of two ends' addresses only those of a common family meet. Ends that have none in common cannot
 * connect; policy is read over `otherwise`, of which one of them has no address.
 */
function meetings(
  sources: readonly Address[],
  destinations: readonly Address[],
  otherwise: 4 | 6 | undefined,
): Pick<World, 'sources' | 'destinations'>[] {
  const over = (family: 4 | 6 | undefined): Pick<World, 'sources' | 'destinations'> => ({
    sources: sources.filter((address) => address.family === family),
    destinations: destinations.filter((address) => address.family === family),
  });
  const common = ([4, 6] as const).map(over).filter((ends) => ends.sources.length > 0 && ends.destinations.length > 0);
  return common.length > 0 ? common : [over(otherwise ?? sources[0]?.family)];
}

/** The family that a flow is of whatever its ends have: that of an address it names, the source's pod's before the other's. */
function namedFamily(source: NaiveEnd, destination: NaiveEnd): 4 | 6 | undefined {
  if (source.type === 'address') return source.address.family;
  return destination.type === 'address' ? destination.address.family : (source.spoken ?? destination.spoken);
}

/** A flow between pods that names the very address of one runs over that family. */
function overSpoken(end: NaiveEnd, source: NaiveEnd, destination: NaiveEnd): NaiveEnd {
  if (end.type === 'address' || source.type === 'address' || destination.type === 'address') return end;
  const family = namedFamily(source, destination);
  const addresses = end.pod.addresses.filter((address) => address.family === family);
  return addresses.length > 0 ? { ...end, pod: { ...end.pod, addresses } } : end;
}

/** "A Pod cannot block access to itself" (spec rule 15); a template's name at both ends means two of its pods, if it has two. */
function isSelf(source: NaiveEnd, destination: NaiveEnd): boolean {
  const pod = podOf(source);
  return pod !== undefined && !pod.standsForSeveral && pod.id === podOf(destination)?.id;
}

/**
 * Whether NetworkPolicy applies to a pod on the host network is undefined (spec rule 17): what its policies allow is
 * allowed either way. Of an address, without policies, everything is.
 */
const ungoverned = (byPolicy: Ternary): Ternary => (byPolicy === 'yes' ? 'yes' : 'maybe');

const asVerdict = { yes: 'allowed', no: 'denied', maybe: 'unknown' } as const;

/** Both readings for one pair of ends. */
function judgePair(
  source: NaiveEnd,
  destination: NaiveEnd,
  probe: NaiveProbe,
  setting: Setting,
): Record<'exact' | 'coarse', Ternary> {
  if (isSelf(source, destination)) return { exact: 'yes', coarse: 'yes' };
  const from = governedPod(source);
  const to = governedPod(destination);
  const egress = governing(setting.policies, 'Egress', podOf(source));
  const ingress = governing(setting.policies, 'Ingress', podOf(destination));
  const flow: NaiveFlow = { protocol: probe.protocol, port: probe.port, destination: to };
  const judge = (world: World): Ternary => {
    const atSource = { pod: to, addresses: world.destinations };
    const atDestination = { pod: from, addresses: world.sources };
    const byPolicy = {
      Egress: passes(egress, 'Egress', atSource, flow, setting.namespaceLabels),
      Ingress: passes(ingress, 'Ingress', atDestination, flow, setting.namespaceLabels),
    };
    const isolation = (policies: readonly NetworkPolicyResource[], type: 'Egress' | 'Ingress'): Ternary | 'none' =>
      policies.length > 0 ? byPolicy[type] : 'none';
    const out = from
      ? passesTiers('Egress', from, atSource, flow, isolation(egress, 'Egress'), setting)
      : ungoverned(byPolicy.Egress);
    const into = to
      ? passesTiers('Ingress', to, atDestination, flow, isolation(ingress, 'Ingress'), setting)
      : ungoverned(byPolicy.Ingress);
    return bothOf(
      out,
      anyOf([world.fromOwnNode, into], (result) => result),
    );
  };
  const sources = stacksOf(overSpoken(source, source, destination), setting, cidrsOf(ingress, 'Ingress'));
  const destinations = stacksOf(overSpoken(destination, source, destination), setting, egressCidrs(egress, setting));
  const destinationPod = podOf(destination);
  const fromOwnNode = destinationPod ? comesFromOwnNode(source, destinationPod, setting) : 'no';
  const family = namedFamily(source, destination);
  const pairs = sources.flatMap((theirs) => destinations.map((others) => ({ theirs, others })));
  const meeting = pairs.filter(({ theirs, others }) => theirs.some((a) => others.some((b) => a.family === b.family)));
  // Between ends that have both families a flow is possible if it is possible over one.
  const exact = (meeting.length > 0 ? meeting : pairs).flatMap(({ theirs, others }) =>
    (fromOwnNode === 'maybe' ? (['yes', 'no'] as const) : [fromOwnNode]).map((own) =>
      anyOf(meetings(theirs, others, family), (ends) => judge({ ...ends, fromOwnNode: own })),
    ),
  );
  const coarse = meetings(sources.flat(), destinations.flat(), family).map((ends) => judge({ ...ends, fromOwnNode }));
  const haveBoth = [...sources, ...destinations].every((stack) => stack.length > 1);
  return { exact: agreed(exact), coarse: haveBoth ? anyOf(coarse, (result) => result) : agreed(coarse) };
}

/** What all results say, or `maybe` where they differ. */
function agreed(results: readonly Ternary[]): Ternary {
  const [first] = results;
  return first !== undefined && results.every((result) => result === first) ? first : 'maybe';
}

/** Judges probes of one cluster: as exactly as the facts allow, and as coarsely as an evaluator may. */
export function naiveJudge(resources: readonly Resource[], options: NaiveOptions): (probe: NaiveProbe) => NaiveBounds {
  const setting = settingOf(resources, options);
  return (probe) => {
    const sources = resolveEnds(probe.src, resources);
    const destinations = resolveEnds(probe.dst, resources);
    if (sources.length === 0 || destinations.length === 0) {
      return { exact: 'no-such-endpoint', coarse: 'no-such-endpoint' };
    }
    const results = sources.flatMap((source) =>
      destinations.map((destination) => judgePair(source, destination, probe, setting)),
    );
    return {
      exact: asVerdict[agreed(results.map(({ exact }) => exact))],
      coarse: asVerdict[agreed(results.map(({ coarse }) => coarse))],
    };
  };
}

/** Both readings of one probe. */
export function naiveVerdictBounds(
  resources: readonly Resource[],
  probe: NaiveProbe,
  options: NaiveOptions,
): NaiveBounds {
  return naiveJudge(resources, options)(probe);
}

/** One new connection under the policies of `resources`: egress of the source and ingress of the destination. */
export function naiveVerdict(resources: readonly Resource[], probe: NaiveProbe, options: NaiveOptions): NaiveVerdict {
  return naiveVerdictBounds(resources, probe, options).exact;
}
