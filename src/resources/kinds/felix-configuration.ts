// FelixConfiguration (projectcalico.org/v3): settings of Calico's agent that decide about traffic of hosts.
import { CALICO, calicoNameErrors } from '../calico-kind.ts';
import { readNet } from '../calico-nets.ts';
import type { FailsafePort, FelixConfigurationResource } from '../calico-resource.ts';
import { type Field, readInt32, readList, readString, rejectUnsupported, rejectValue } from '../field.ts';
import { readMap } from '../map-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';

const ACTIONS = ['Drop', 'Accept', 'Return'] as const;
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;

function readEndpointToHost(field: Field | undefined): FelixConfigurationResource['defaultEndpointToHostAction'] {
  const text = readString(field);
  if (!field || !text) return undefined;
  const action = ACTIONS.find((known) => known === text);
  if (!action) rejectUnsupported(field, text, ACTIONS);
  return action;
}

/** Undefined where absent, which is not the same as an empty list. */
function readFailsafe(field: Field | undefined): readonly FailsafePort[] | undefined {
  return field && readList(field).flatMap((item) => readPort(item) ?? []);
}

function readPort(item: Field): FailsafePort | undefined {
  const fields = readMap(item, 'open');
  const port = readInt32(fields?.get('port'));
  const protocolField = fields?.get('protocol');
  const text = readString(protocolField);
  const net = fields?.get('net') && readString(fields.get('net')) !== '' ? readNet(fields.get('net')) : undefined;
  const protocol = PROTOCOLS.find((known) => known === (text ?? 'TCP').toUpperCase());
  if (!fields || port === undefined) return undefined;
  if (protocolField && text !== undefined && !protocol) rejectUnsupported(protocolField, text, PROTOCOLS);
  const portField = fields.get('port');
  if (portField && (port < 0 || port > 65535)) rejectValue(portField, port, 'must be between 0 and 65535, inclusive');
  return protocol && { protocol, port, net };
}

export const felixConfigurationKind: ResourceKind = {
  ...CALICO,
  kind: 'FelixConfiguration',
  namespaced: false,
  nameErrors: calicoNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and its settings are the defaults',
  strict: false,
  decode(root, header) {
    const spec = readMap(root.get('spec'), 'open');
    return {
      kind: 'FelixConfiguration',
      ...header,
      defaultEndpointToHostAction: readEndpointToHost(spec?.get('defaultEndpointToHostAction')),
      failsafeInbound: readFailsafe(spec?.get('failsafeInboundHostPorts')),
      failsafeOutbound: readFailsafe(spec?.get('failsafeOutboundHostPorts')),
    };
  },
};
