// An admin policy of policy.networking.k8s.io, in either version, as its document writes it.
import { type DocumentValue, entryOf, type MapValue } from '../../documents/document-value.ts';
import { entrySpan, itemsAt, mapAt, mapsAt, numberOf, textOf } from '../../documents/value-parts.ts';
import type { TrafficTerm } from '../../model/policy.ts';
import { allOf } from '../../model/selector.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { WrittenPolicy, WrittenSide, WrittenTraffic } from '../../model/written-policy.ts';
import { parseCidr } from '../../net/cidr.ts';
import { ALL_PORTS, PROTOCOLS, portRange } from '../../net/connection-set.ts';
import { podsOnly } from '../pods-only.ts';
import { readLabelSelector } from '../written-label-selector.ts';
import { namesOf, selectorsIn, writtenRules, writtenSelector } from '../written-object.ts';

type Role = 'subject' | 'peer';

/** `namespaces`, or `pods` with its two selectors. */
function readPods(map: MapValue | undefined, path: string, role: Role, semantics: Semantics): WrittenSide | undefined {
  const whole = readLabelSelector(map, 'namespaces', 'namespace', semantics);
  if (whole) {
    const meant = podsOnly(whole.selector, semantics);
    const told = { path: `${path}.namespaces`, role, asks: 'namespaces', meant } as const;
    return { selectors: [writtenSelector(whole, told, whole.selector)], meant, nets: [] };
  }
  const pods = mapAt(map, 'pods');
  const spaces = readLabelSelector(pods, 'namespaceSelector', 'namespace', semantics);
  const own = readLabelSelector(pods, 'podSelector', 'endpoint', semantics);
  if (!spaces && !own) return undefined;
  const meant = podsOnly(allOf([spaces, own].flatMap((one) => (one ? [one.selector] : []))), semantics);
  const at = `${path}.pods`;
  return {
    selectors: [
      ...(spaces
        ? [
            writtenSelector(
              spaces,
              { path: `${at}.namespaceSelector`, role, asks: 'namespaces', meant, narrowed: own !== undefined },
              spaces.selector,
            ),
          ]
        : []),
      ...(own ? [writtenSelector(own, { path: `${at}.podSelector`, role, asks: 'endpoints', meant })] : []),
    ],
    meant,
    nets: [],
  };
}

function readPeer(peer: MapValue, path: string, semantics: Semantics): WrittenSide | undefined {
  const pods = readPods(peer, path, 'peer', semantics);
  if (pods) return pods;
  const nets = itemsAt(peer, 'networks').flatMap((item) => {
    const cidr = parseCidr(textOf(item) ?? '')?.cidr;
    return cidr ? [{ span: item, cidr }] : [];
  });
  return nets.length > 0 ? { selectors: [], meant: undefined, nets } : undefined;
}

/** Of v1alpha1: `portNumber`, `portRange` or `namedPort`; of v1alpha2: a protocol's `destinationPort`, or a port's name. */
function termOf(item: MapValue): TrafficTerm | undefined {
  const named = textOf(entryOf(item, 'namedPort')?.value ?? entryOf(item, 'destinationNamedPort')?.value);
  if (named !== undefined) return { type: 'named', name: named, within: ALL_PORTS, text: named };
  const [only] = item.entries;
  const body = only?.value.kind === 'map' ? only.value : undefined;
  const port = mapAt(body, 'destinationPort') ?? body;
  const range = mapAt(port, 'range') ?? port;
  const at = (map: MapValue | undefined, key: string): DocumentValue | undefined => map && entryOf(map, key)?.value;
  const written = textOf(at(body, 'protocol')) ?? (mapAt(body, 'destinationPort') ? only?.key.toUpperCase() : 'TCP');
  const protocol = PROTOCOLS.find((one) => one === written);
  const from = numberOf(at(port, 'number') ?? at(port, 'port') ?? at(range, 'start'));
  const to = numberOf(at(range, 'end')) ?? from;
  if (!protocol || from === undefined || to === undefined) return undefined;
  return { type: 'points', points: portRange(protocol, from, to), text: protocol };
}

function readTraffic(rule: MapValue): readonly WrittenTraffic[] {
  return [...mapsAt(rule, 'ports'), ...mapsAt(rule, 'protocols')].flatMap((item) => {
    const term = termOf(item);
    return term ? [{ spans: item.entries.map(entrySpan), term }] : [];
  });
}

const KINDS: ReadonlySet<string> = new Set([
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
]);

/** Undefined where the object is none of these kinds. */
export function writtenAdminPolicy(object: MapValue, semantics: Semantics): WrittenPolicy | undefined {
  const { group, kind, name } = namesOf(object);
  if (group !== 'policy.networking.k8s.io' || !KINDS.has(kind)) return undefined;
  const spec = mapAt(object, 'spec');
  const subject = readPods(mapAt(spec, 'subject'), 'spec.subject', 'subject', semantics);
  const rules = writtenRules(spec, (peer, path) => readPeer(peer, path, semantics), readTraffic);
  return { kind, namespace: '', name, selectors: selectorsIn(subject?.selectors ?? [], rules), rules };
}
