// Arbitrary clusters under Calico in which every fact is known, as manifests, with flows worth asking about.
import fc from 'fast-check';
import type { SourceFile } from '../documents/source-file.ts';
import { swapFamilies } from './generate-calico-family.ts';
import {
  accountArbitrary,
  felixArbitrary,
  hostsArbitrary,
  namespaceArbitrary,
  nodesArbitrary,
  type PodDraft,
  podsArbitrary,
  profileArbitrary,
  serviceArbitrary,
  setArbitrary,
  tierArbitrary,
} from './generate-calico-objects.ts';
import { anyPolicyArbitrary, tierWords } from './generate-calico-policy.ts';
import { edgeAddress, nodeAddress, outsideWords, sometimes } from './generate-calico-words.ts';
import type { Manifest } from './generate-policy.ts';
import type { NaiveCalicoProbe } from './naive-calico-evaluator.ts';
import type { NaiveReading } from './naive-calico-tiers.ts';
import { yamlDocuments } from './yaml-text.ts';

export interface GeneratedCalico {
  readonly reading: NaiveReading;
  readonly objects: readonly Manifest[];
  readonly policies: readonly Manifest[];
  readonly probes: readonly NaiveCalicoProbe[];
}

/** Ports that rules and containers name and one beside; ICMP messages; protocols without either. */
const traffics: readonly Omit<NaiveCalicoProbe, 'src' | 'dst'>[] = [
  ...[80, 80, 79, 8080, 53, 443, 22, 6443].map((port) => ({ protocol: 'TCP', port })),
  ...[53, 80, 8080, 67].map((port) => ({ protocol: 'UDP', port })),
  ...[80, 65535].map((port) => ({ protocol: 'SCTP', port })),
  { protocol: 'ICMP', icmpType: 8, icmpCode: 0 },
  { protocol: 'ICMP', icmpType: 0, icmpCode: 0 },
  { protocol: 'ICMP', icmpType: 3, icmpCode: 1 },
  { protocol: '47' },
  { protocol: '136' },
];

const reading: fc.Arbitrary<NaiveReading> = fc.oneof(
  {
    arbitrary: fc.record({
      semantics: fc.constantFrom<NaiveReading['semantics']>('calico-3.32', 'calico-3.32', 'calico-enterprise'),
      pending: fc.constantFrom<NaiveReading['pending']>('enforced', 'enforced', 'calico', 'promoted'),
    }),
    weight: 5,
  },
  {
    // How 3.31 orders staged policies among enforced ones of equal order is not specified.
    arbitrary: fc.record({
      semantics: fc.constant('calico-3.31' as const),
      pending: fc.constantFrom<NaiveReading['pending']>('enforced', 'promoted'),
    }),
    weight: 1,
  },
);

function keyOf({ kind, metadata }: Manifest): string {
  const { name, namespace = 'default' } = metadata as { name: string; namespace?: string };
  return `${kind} ${namespace}/${name}`;
}

/** The first of each kind and name. */
function distinct(manifests: readonly Manifest[]): Manifest[] {
  return [...new Map([...manifests].reverse().map((manifest) => [keyOf(manifest), manifest])).values()].reverse();
}

/** Names of both ends and the address behind each: a process has no policy toward itself that the specification tells. */
function endsOf(pods: readonly PodDraft[]): { name: string; address: string; isPod: boolean }[] {
  const running = pods.map(({ name, address, isHost }) => ({ name, address, isPod: !isHost }));
  const bare = [...outsideWords, nodeAddress(1), nodeAddress(2), edgeAddress(1), edgeAddress(2)];
  const byAddress = pods.slice(0, 2).map(({ address, isHost }) => ({ name: address, address, isPod: !isHost }));
  return [...running, ...running, ...byAddress, ...bare.map((address) => ({ name: address, address, isPod: false }))];
}

function probesOf(pods: readonly PodDraft[], draws: readonly (readonly [number, number, number])[]) {
  const ends = endsOf(pods);
  return draws.flatMap(([from, to, what]): NaiveCalicoProbe[] => {
    const src = ends[from % ends.length];
    const dst = ends[to % ends.length];
    const traffic = traffics[what % traffics.length];
    if (!src || !dst || !traffic || (src.address === dst.address && !src.isPod)) return [];
    return [{ src: src.name, dst: dst.name, ...traffic }];
  });
}

const draw = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999));

/** Clusters of a few pods, one to eight policies, and some forty flows, over IPv4. */
const ipv4ClusterArbitrary: fc.Arbitrary<GeneratedCalico> = reading.chain((chosen) =>
  fc
    .record({
      namespaces: fc.array(namespaceArbitrary, { maxLength: 4 }),
      accounts: fc.array(accountArbitrary, { maxLength: 2 }),
      pods: podsArbitrary,
      services: fc.array(serviceArbitrary, { maxLength: 2 }),
      sets: fc.array(setArbitrary, { maxLength: 2 }),
      hosts: hostsArbitrary,
      nodes: sometimes(4, nodesArbitrary),
      profile: sometimes(6, profileArbitrary),
      felix: sometimes(2, felixArbitrary),
      tiers: fc.array(tierArbitrary, { maxLength: 2 }),
      policies: fc.array(anyPolicyArbitrary(chosen.semantics === 'calico-3.31' ? '3.31' : '3.32', tierWords), {
        minLength: 1,
        maxLength: 7,
        size: 'max',
      }),
      draws: fc.array(draw, { minLength: 25, maxLength: 40, size: 'max' }),
    })
    .map(({ namespaces, accounts, pods, services, sets, hosts, nodes, profile, felix, tiers, policies, draws }) => ({
      reading: chosen,
      objects: distinct([
        ...namespaces,
        ...accounts,
        ...pods.map(({ manifest }) => manifest),
        ...services.flat(),
        ...sets,
        ...hosts,
        ...(nodes ?? []),
        ...[profile, felix].filter((manifest) => manifest !== undefined),
        ...tiers,
      ]),
      policies: distinct(policies),
      probes: probesOf(pods, draws),
    })),
);

/** Clusters under Calico, one in eight over IPv6. */
export const calicoClusterArbitrary: fc.Arbitrary<GeneratedCalico> = fc.oneof(
  { arbitrary: ipv4ClusterArbitrary, weight: 7 },
  { arbitrary: ipv4ClusterArbitrary.map(swapFamilies), weight: 1 },
);

/** All objects in one file, then each policy in a file of its own. */
export function calicoFiles({ objects, policies }: GeneratedCalico): SourceFile[] {
  const policyFiles = policies.map((policy, position) => ({
    path: `policies/${position}.yaml`,
    text: yamlDocuments([policy]),
  }));
  return [{ path: 'cluster.yaml', text: yamlDocuments(objects) }, ...policyFiles];
}
