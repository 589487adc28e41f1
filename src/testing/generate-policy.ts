// Arbitrary NetworkPolicies: valid ones only, in all spellings the API takes, over a small vocabulary so that they meet.
import fc from 'fast-check';
import { type AddressMode, ipBlockArbitrary } from './generate-addresses.ts';
import type { YamlValue } from './yaml-text.ts';

export type Manifest = { readonly [key: string]: YamlValue };

export const namespaceNames = ['default', 'shop', 'data'] as const;
export const portNames = ['http', 'dns'] as const;
export const protocols = ['TCP', 'UDP', 'SCTP'] as const;

const podLabelValues = { app: ['web', 'db', ''], tier: ['front', 'back'] } as const;
const namespaceLabelValues = { team: ['red', 'blue'], env: ['prod'] } as const;

/** Each key may be there or not. */
function labelsFrom(values: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Record<string, string>> {
  const pairs = Object.entries(values).map(([key, options]) =>
    fc.option(fc.constantFrom(...options).map((value): [string, string] => [key, value])),
  );
  return fc.tuple(...pairs).map((chosen) => Object.fromEntries(chosen.filter((pair) => pair !== null)));
}

export const podLabels = labelsFrom(podLabelValues);
export const namespaceLabels = labelsFrom(namespaceLabelValues);

/** `undefined` means that the field is left out. */
function manifest(fields: Readonly<Record<string, YamlValue | undefined>>): Manifest {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, YamlValue] => field[1] !== undefined),
  );
}

/** Missing, null and `[]` are the same to the API. */
const emptyList: fc.Arbitrary<YamlValue | undefined> = fc.constantFrom(undefined, null, []);
const listOf = (item: fc.Arbitrary<YamlValue>, weight: number): fc.Arbitrary<YamlValue | undefined> =>
  fc.oneof({ arbitrary: emptyList, weight: 1 }, { arbitrary: fc.array(item, { minLength: 1, maxLength: 3 }), weight });

function expressionOver(values: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<YamlValue> {
  return fc.constantFrom(...Object.entries(values)).chain(([key, options]) =>
    fc.oneof(
      fc.record({
        key: fc.constant(key),
        operator: fc.constantFrom('In', 'NotIn'),
        values: fc.subarray([...options, 'other'], { minLength: 1 }),
      }),
      fc.record({ key: fc.constant(key), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
    ),
  );
}

function selectorOver(values: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<YamlValue> {
  const matchLabels = labelsFrom(values);
  const matchExpressions = fc.array(expressionOver(values), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { arbitrary: fc.constant({}), weight: 2 },
    fc.record({ matchLabels }),
    fc.record({ matchExpressions }),
    fc.record({ matchLabels, matchExpressions }),
  );
}

const podSelector = selectorOver(podLabelValues);
const namespaceSelector = selectorOver({
  ...namespaceLabelValues,
  'kubernetes.io/metadata.name': namespaceNames,
});

function peerArbitrary(mode: AddressMode): fc.Arbitrary<YamlValue> {
  return fc.oneof(
    fc.record({ podSelector }),
    fc.record({ namespaceSelector }),
    fc.record({ podSelector, namespaceSelector }),
    fc.record({ podSelector, namespaceSelector: fc.constant(null) }),
    { arbitrary: ipBlockArbitrary(mode).map((ipBlock) => ({ ipBlock })), weight: 3 },
  );
}

const protocolField = fc.option(fc.constantFrom(...protocols), { nil: undefined, freq: 2 });
const portArbitrary: fc.Arbitrary<YamlValue> = fc.oneof(
  fc.record({ protocol: protocolField }).map(manifest),
  fc.record({ protocol: protocolField, port: fc.constantFrom(80, 53, 8080) }).map(manifest),
  fc.record({ protocol: protocolField, port: fc.constantFrom(...portNames) }).map(manifest),
  fc
    .record({ protocol: protocolField, port: fc.constantFrom(1, 79, 80), endPort: fc.constantFrom(80, 8080, 65535) })
    .map(manifest),
);

const ruleArbitrary = (mode: AddressMode, peersField: 'from' | 'to'): fc.Arbitrary<YamlValue> =>
  fc
    .record({ peers: listOf(peerArbitrary(mode), 5), ports: listOf(portArbitrary, 2) })
    .map(({ peers, ports }) => manifest({ [peersField]: peers, ports }));

const policyTypes: fc.Arbitrary<YamlValue | undefined> = fc.constantFrom<YamlValue | undefined>(
  undefined,
  null,
  [],
  ['Ingress'],
  ['Egress'],
  ['Ingress', 'Egress'],
  ['Egress', 'Ingress'],
  ['Ingress', 'Ingress'],
);

/** The spec of a NetworkPolicy. */
export function policySpecArbitrary(mode: AddressMode): fc.Arbitrary<Manifest> {
  return fc
    .record({
      podSelector: fc.oneof({ arbitrary: podSelector, weight: 5 }, fc.constantFrom(undefined, null)),
      policyTypes,
      ingress: listOf(ruleArbitrary(mode, 'from'), 4),
      egress: listOf(ruleArbitrary(mode, 'to'), 2),
    })
    .map(manifest);
}

/** A NetworkPolicy object of the given name. */
export function policyManifest(namespace: string | undefined, name: string, spec: YamlValue): Manifest {
  const metadata = manifest({ name, namespace });
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec };
}
