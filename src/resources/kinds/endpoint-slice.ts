// EndpointSlice (discovery.k8s.io/v1): the addresses behind a Service that has no selector.
import { readAddresses } from '../addresses.ts';
import { type Field, readInt32, readList, readString, rejectValue } from '../field.ts';
import { type MapFields, readMap } from '../map-fields.ts';
import { portNumberErrors } from '../name-syntax.ts';
import { readProtocol } from '../protocol.ts';
import type { ContainerPort } from '../resource.ts';
import type { ResourceKind } from '../resource-kind.ts';

/** A port without a number means every port (or that the consumer knows); it declares nothing. */
function readPort(item: Field): ContainerPort | undefined {
  const fields = readMap(item, 'open');
  const portField = fields?.get('port');
  const port = readInt32(portField);
  const protocol = readProtocol(fields?.get('protocol')) ?? 'TCP';
  if (!fields || !portField || port === undefined) return undefined;
  for (const why of portNumberErrors(port)) rejectValue(portField, port, why);
  return { name: readString(fields.get('name')) || undefined, port, protocol };
}

/** Slices of type FQDN hold names, which no rule can match by address. */
function readEndpointAddresses(root: MapFields): readonly string[] {
  if (readString(root.get('addressType')) === 'FQDN') return [];
  const endpoints = readList(root.get('endpoints'));
  return readAddresses(endpoints.flatMap((item) => readList(readMap(item, 'open')?.get('addresses'))));
}

export const endpointSliceKind: ResourceKind = {
  kind: 'EndpointSlice',
  apiVersions: ['discovery.k8s.io/v1'],
  removedVersions: new Map([
    ['discovery.k8s.io/v1beta1', '1.25'],
    ['discovery.k8s.io/v1alpha1', '1.21'],
  ]),
  namespaced: true,
  topFields: ['addressType', 'endpoints', 'ports'],
  consequence: 'so it counts as absent, and its Service has no addresses from it',
  strict: false,
  decode(root, header) {
    return {
      kind: 'EndpointSlice',
      ...header,
      service: header.meta.labels.get('kubernetes.io/service-name') || undefined,
      addresses: readEndpointAddresses(root),
      ports: readList(root.get('ports')).flatMap((item) => readPort(item) ?? []),
    };
  },
};
