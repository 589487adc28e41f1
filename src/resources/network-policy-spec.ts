// Reads the spec of a NetworkPolicy of Kubernetes, validated as the API server 1.36 does, in its words.
import {
  type Field,
  placeOf,
  readInt32,
  readIntOrString,
  readList,
  readString,
  rejectAt,
  rejectUnsupported,
  rejectValue,
} from './field.ts';
import { readIPBlock } from './ip-block.ts';
import { KUBERNETES_PEER_HINTS, KUBERNETES_RULE_HINTS, KUBERNETES_SPEC_HINTS } from './kubernetes-hints.ts';
import { readLabelSelector } from './label-selector.ts';
import { type MapFields, readMap } from './map-fields.ts';
import { portNameErrors, portNumberErrors } from './name-syntax.ts';
import { readProtocol } from './protocol.ts';
import type { NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicyResource, NetworkPolicyRule } from './resource.ts';
import type { ObjectHeader } from './resource-kind.ts';
import { quoteText } from './value-words.ts';

const SPEC = ['podSelector', 'policyTypes', 'ingress', 'egress'];
const INGRESS_RULE = new Set(['from', 'ports']);
const EGRESS_RULE = new Set(['to', 'ports']);
const PEER = new Set(['podSelector', 'namespaceSelector', 'ipBlock']);
const PORT = new Set(['protocol', 'port', 'endPort']);
const POLICY_TYPES = ['Ingress', 'Egress'] as const;

type PolicyTypes = NetworkPolicyResource['spec']['policyTypes'];

function readPolicyTypes(field: Field | undefined): PolicyTypes {
  const items = readList(field);
  if (!field || items.length === 0) return undefined;
  const written = items.map((item) => readString(item));
  if (items.length > POLICY_TYPES.length) {
    const shown = written.slice(0, 4).map((text) => quoteText(text ?? ''));
    const message = `Invalid value: [${shown.join(',')}]: may not specify more than two policyTypes`;
    rejectAt(field, message, { advice: 'Name each direction once.' });
    return undefined;
  }
  return items.flatMap((item, position) => {
    const text = written[position];
    const type = POLICY_TYPES.find((known) => known === text);
    if (text !== undefined && !type) rejectUnsupported(item, text, POLICY_TYPES);
    return type ?? [];
  });
}

/** `port` and `endPort` of one item: see IsValidPortNum, IsValidPortName and ValidateNetworkPolicyPort. */
function checkPorts(fields: MapFields, port: number | string | undefined, endPort: number | undefined): void {
  const portField = fields.get('port');
  const endField = fields.get('endPort');
  if (portField && typeof port === 'string') {
    const advice = /^\d+$/.test(port) ? `Remove the quotes: \`port: ${port}\`.` : undefined;
    for (const why of portNameErrors(port)) rejectValue(portField, port, why, advice);
  } else if (portField && typeof port === 'number') {
    const advice = port === 0 ? 'Leave `port` out to mean every port.' : undefined;
    for (const why of portNumberErrors(port)) rejectValue(portField, port, why, advice);
  }
  if (!endField || endPort === undefined) return;
  if (!portField) {
    const advice = `Add \`port\`, the first port of the range, or remove \`endPort\`.`;
    rejectValue(endField, endPort, 'may not be specified when `port` is not specified', advice);
  } else if (typeof port === 'string') {
    const advice = 'Write `port` as a number, or remove `endPort`.';
    rejectValue(endField, endPort, 'may not be specified when `port` is non-numeric', advice);
  } else {
    if (typeof port === 'number' && endPort < port) {
      rejectValue(
        endField,
        endPort,
        'must be greater than or equal to `port`',
        `The range starts at \`port\` ${port}.`,
      );
    }
    for (const why of portNumberErrors(endPort)) rejectValue(endField, endPort, why);
  }
}

function readPort(item: Field): NetworkPolicyPort | undefined {
  const fields = readMap(item, PORT);
  if (!fields) return undefined;
  const protocol = readProtocol(fields.get('protocol')) ?? 'TCP';
  const port = readIntOrString(fields.get('port'));
  const endPort = readInt32(fields.get('endPort'));
  checkPorts(fields, port, endPort);
  return { protocol, port, endPort, range: item.context.rangeOf(item.value) };
}

function readPeer(item: Field): NetworkPolicyPeer | undefined {
  const fields = readMap(item, PEER, KUBERNETES_PEER_HINTS);
  if (!fields) return undefined;
  const ipBlockField = fields.get('ipBlock');
  const podField = fields.get('podSelector');
  const namespaceField = fields.get('namespaceSelector');
  const podSelector = readLabelSelector(podField);
  const namespaceSelector = readLabelSelector(namespaceField);
  const ipBlock = ipBlockField && readIPBlock(ipBlockField);
  const range = item.context.rangeOf(item.value);
  if (!ipBlockField && !podField && !namespaceField) {
    const advice =
      'Name a peer, or for everything leave out the whole list; `podSelector: {}` means all pods of this namespace.';
    rejectAt(item, 'Required value: must specify a peer', { code: 'required-field', advice });
  } else if (ipBlockField && (podField || namespaceField)) {
    const advice = 'Make the ipBlock an item of its own: start it with `- `.';
    const span = placeOf(ipBlockField);
    rejectAt(item, 'Forbidden: may not specify both ipBlock and another peer', {
      code: 'forbidden-field',
      span,
      advice,
    });
  }
  return ipBlock ? { type: 'ipBlock', ...ipBlock, range } : { type: 'pods', podSelector, namespaceSelector, range };
}

function readRules(
  field: Field | undefined,
  names: ReadonlySet<string>,
  peers: 'from' | 'to',
): readonly NetworkPolicyRule[] {
  return readList(field).flatMap((item) => {
    const fields = readMap(item, names, KUBERNETES_RULE_HINTS);
    if (!fields) return [];
    return {
      peers: readList(fields.get(peers)).flatMap((peer) => readPeer(peer) ?? []),
      ports: readList(fields.get('ports')).flatMap((port) => readPort(port) ?? []),
      range: item.context.rangeOf(item.value),
    };
  });
}

/** The spec, and its fields for those that have more of them; an object without one has the defaults. */
export function readNetworkPolicySpec(
  root: MapFields,
  header: ObjectHeader,
  extraFields: readonly string[] = [],
): { readonly spec: NetworkPolicyResource['spec']; readonly fields: MapFields | undefined } {
  const specField = root.get('spec');
  const fields = readMap(specField, new Set([...SPEC, ...extraFields]), KUBERNETES_SPEC_HINTS);
  const range = specField ? root.field.context.rangeOf(specField.value) : header.range;
  const spec = {
    podSelector: readLabelSelector(fields?.get('podSelector')) ?? { requirements: [], range },
    policyTypes: readPolicyTypes(fields?.get('policyTypes')),
    ingress: readRules(fields?.get('ingress'), INGRESS_RULE, 'from'),
    egress: readRules(fields?.get('egress'), EGRESS_RULE, 'to'),
  };
  return { spec, fields };
}
