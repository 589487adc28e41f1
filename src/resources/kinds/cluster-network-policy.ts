// ClusterNetworkPolicy (policy.networking.k8s.io/v1alpha2), experimental channel: rules above or below every NetworkPolicy.
import { type AdminRuleSchema, readSubjectAndRules } from '../admin-rules.ts';
import { type Field, readString, rejectAt, rejectMissing, rejectUnsupported } from '../field.ts';
import { type MapFields, readMap } from '../map-fields.ts';
import type { AdminPort, Protocol } from '../resource.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { readOnlyField, readRequiredNumber, readSpec } from '../schema-rules.ts';

const SPEC = new Set(['tier', 'priority', 'subject', 'ingress', 'egress']);
const TIERS = ['Admin', 'Baseline'] as const;
const PROTOCOLS: ReadonlyMap<string | number, Protocol> = new Map([
  ['tcp', 'TCP'],
  ['udp', 'UDP'],
  ['sctp', 'SCTP'],
]);
const MATCH = ['tcp', 'udp', 'sctp', 'destinationNamedPort'];
const PROTOCOL = ['destinationPort'];
const PORT = ['number', 'range'];
const RANGE = new Set(['start', 'end']);
const MAX_PORT = 65535;

/** One item of `protocols` (ClusterNetworkPolicyProtocol). */
function readMatch(item: Field): AdminPort | undefined {
  const fields = readMap(item, new Set(MATCH));
  const given = fields && readOnlyField(fields, MATCH);
  const protocol = given && PROTOCOLS.get(given.key);
  if (given && protocol) return readDestinationPort(given, protocol);
  const name = readString(given);
  return name === undefined ? undefined : { type: 'named', name };
}

/** `tcp: {}` is invalid, so that all ports of a protocol are written as a range. */
function readDestinationPort(field: Field, protocol: Protocol): AdminPort | undefined {
  const fields = readMap(field, new Set(PROTOCOL));
  const port = readMap(fields && readOnlyField(fields, PROTOCOL), new Set(PORT));
  const given = port && readOnlyField(port, PORT);
  if (!port || !given) return undefined;
  if (given.key === 'range') return readRange(given, protocol);
  const number = readRequiredNumber(port, 'number', 1, MAX_PORT);
  return number === undefined ? undefined : { type: 'range', protocol, from: number, to: number };
}

function readRange(field: Field, protocol: Protocol): AdminPort | undefined {
  const fields = readMap(field, RANGE);
  if (!fields) return undefined;
  const from = readRequiredNumber(fields, 'start', 1, MAX_PORT);
  const to = readRequiredNumber(fields, 'end', 1, MAX_PORT);
  if (from === undefined || to === undefined) return undefined;
  if (from >= to) {
    const advice = from === to ? `Write \`number: ${from}\` for the single port.` : 'Swap them.';
    rejectAt(field, 'Invalid value: Start port must be less than End port', { advice });
  }
  return { type: 'range', protocol, from, to };
}

function readTier(spec: MapFields): (typeof TIERS)[number] | undefined {
  const field = spec.get('tier');
  if (!field) rejectMissing(spec.field, 'tier', '', 'Write `tier: Admin` or `tier: Baseline`.');
  const written = readString(field);
  const tier = TIERS.find((known) => known === written);
  if (field && written !== undefined && !tier) rejectUnsupported(field, written, TIERS);
  return tier;
}

const RULES: AdminRuleSchema = {
  actions: new Map([
    ['Accept', 'Allow'],
    ['Deny', 'Deny'],
    ['Pass', 'Pass'],
  ]),
  limit: 25,
  outsidePeers: ['networks', 'nodes', 'domainNames'],
  // The schema of bundle v0.2.0 requires `podSelector` alone.
  namespaceSelector: 'optional',
  ports: 'protocols',
  readPort: readMatch,
};

export const clusterNetworkPolicyKind: ResourceKind = {
  kind: 'ClusterNetworkPolicy',
  apiVersions: ['policy.networking.k8s.io/v1alpha2'],
  namespaced: false,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and its rules decide nothing',
  strict: true,
  decode(root, header) {
    const spec = readSpec(root, SPEC);
    if (!spec) return undefined;
    const tier = readTier(spec);
    const priority = readRequiredNumber(spec, 'priority', 0, 1000);
    const rest = readSubjectAndRules(spec, RULES);
    if (!tier || priority === undefined || !rest) return undefined;
    return { kind: 'ClusterNetworkPolicy', ...header, spec: { tier, priority, ...rest } };
  },
};
