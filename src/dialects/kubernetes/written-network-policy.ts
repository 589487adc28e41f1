// A NetworkPolicy of networking.k8s.io, or its staged form, as its document writes it.
import type { MapValue } from '../../documents/document-value.ts';
import { entryOf } from '../../documents/document-value.ts';
import { entrySpan, mapAt, mapsAt, numberOf, presentEntry, textAt, textOf } from '../../documents/value-parts.ts';
import type { TrafficTerm } from '../../model/policy.ts';
import { allOf, inNamespace } from '../../model/selector.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { WrittenPolicy, WrittenSelector, WrittenSide, WrittenTraffic } from '../../model/written-policy.ts';
import { parseCidr } from '../../net/cidr.ts';
import { allPorts, MAX_PORT, PROTOCOLS, portRange } from '../../net/connection-set.ts';
import { podsOnly } from '../pods-only.ts';
import { type ReadSelector, readLabelSelector } from '../written-label-selector.ts';
import { namesOf, selectorsIn, writtenRules, writtenSelector } from '../written-object.ts';

interface Reading {
  readonly namespace: string;
  readonly semantics: Semantics;
}

/** What a peer's two selectors mean together (Kubernetes API, NetworkPolicyPeer). */
function peerSelectors(
  { pods, spaces }: { readonly pods: ReadSelector | undefined; readonly spaces: ReadSelector | undefined },
  path: string,
  { namespace, semantics }: Reading,
): Pick<WrittenSide, 'selectors' | 'meant'> {
  if (!pods && !spaces) return { selectors: [], meant: undefined };
  const place = spaces ? spaces.selector : inNamespace(namespace);
  const meant = podsOnly(allOf(pods ? [place, pods.selector] : [place]), semantics);
  const selectors: WrittenSelector[] = [];
  const within = spaces ? undefined : namespace;
  if (pods) {
    const told = { path: `${path}.podSelector`, role: 'peer', asks: 'endpoints', meant, within } as const;
    selectors.push(writtenSelector(pods, told));
  }
  if (spaces) {
    const told = { path: `${path}.namespaceSelector`, role: 'peer', asks: 'namespaces', meant } as const;
    selectors.push(writtenSelector(spaces, { ...told, narrowed: pods !== undefined }, spaces.selector));
  }
  return { selectors, meant };
}

function readPeer(peer: MapValue, path: string, reading: Reading): WrittenSide {
  const { semantics } = reading;
  const pods = presentEntry(peer, 'podSelector') && readLabelSelector(peer, 'podSelector', 'endpoint', semantics);
  const spaces =
    presentEntry(peer, 'namespaceSelector') && readLabelSelector(peer, 'namespaceSelector', 'namespace', semantics);
  const block = mapAt(peer, 'ipBlock');
  const written = block && entryOf(block, 'cidr');
  const cidr = parseCidr(textOf(written?.value) ?? '')?.cidr;
  return {
    ...peerSelectors({ pods, spaces }, path, reading),
    nets: written && cidr ? [{ span: entrySpan(written), cidr }] : [],
  };
}

/** Kubernetes API, NetworkPolicyPort: the protocol defaults to TCP; without a port, every port of it. */
function termOf(item: MapValue): TrafficTerm | undefined {
  const protocol = PROTOCOLS.find((one) => one === (textAt(item, 'protocol') ?? 'TCP'));
  const written = presentEntry(item, 'port')?.value;
  if (!protocol) return undefined;
  if (!written) return { type: 'points', points: allPorts(protocol), text: protocol };
  const port = written.kind === 'int' ? numberOf(written) : undefined;
  if (port === undefined) {
    return { type: 'named', name: textOf(written) ?? '', within: allPorts(protocol), text: protocol };
  }
  const to = Math.min(numberOf(entryOf(item, 'endPort')?.value) ?? port, MAX_PORT);
  return { type: 'points', points: portRange(protocol, port, to), text: protocol };
}

function readPorts(rule: MapValue): readonly WrittenTraffic[] {
  return mapsAt(rule, 'ports').flatMap((item) => {
    const term = termOf(item);
    return term ? [{ spans: item.entries.map(entrySpan), term }] : [];
  });
}

const KINDS: ReadonlySet<string> = new Set([
  'networking.k8s.io/NetworkPolicy',
  'projectcalico.org/StagedKubernetesNetworkPolicy',
]);

/** Undefined where the object is none of these kinds. */
export function writtenNetworkPolicy(object: MapValue, semantics: Semantics): WrittenPolicy | undefined {
  const { group, kind, namespace, name } = namesOf(object);
  if (!KINDS.has(`${group}/${kind}`)) return undefined;
  const spec = mapAt(object, 'spec');
  const subject = readLabelSelector(spec, 'podSelector', 'endpoint', semantics);
  const reading = { namespace, semantics };
  const rules = writtenRules(spec, (peer, path) => readPeer(peer, path, reading), readPorts);
  const meant = subject && podsOnly(allOf([inNamespace(namespace), subject.selector]), semantics);
  const told = { path: 'spec.podSelector', role: 'subject', asks: 'endpoints', within: namespace } as const;
  const own = subject && meant ? [writtenSelector(subject, { ...told, meant })] : [];
  return { kind, namespace, name, selectors: selectorsIn(own, rules), rules };
}
