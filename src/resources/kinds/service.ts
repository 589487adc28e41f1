// Service (core v1): its selector and ports; policy sees target ports, never Service ports.
import { readAddresses } from '../addresses.ts';
import { type Field, readInt32, readIntOrString, readList, readString, rejectMissing, rejectValue } from '../field.ts';
import { readLabels } from '../labels.ts';
import { type MapFields, readMap } from '../map-fields.ts';
import { portNameErrors, portNumberErrors } from '../name-syntax.ts';
import { readProtocol } from '../protocol.ts';
import type { ServicePort } from '../resource.ts';
import type { ResourceKind } from '../resource-kind.ts';

const SPEC = new Set([
  'ports',
  'selector',
  'clusterIP',
  'clusterIPs',
  'type',
  'externalIPs',
  'sessionAffinity',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'externalName',
  'externalTrafficPolicy',
  'healthCheckNodePort',
  'publishNotReadyAddresses',
  'sessionAffinityConfig',
  'ipFamilies',
  'ipFamilyPolicy',
  'allocateLoadBalancerNodePorts',
  'loadBalancerClass',
  'internalTrafficPolicy',
  'trafficDistribution',
]);
const PORT = new Set(['name', 'protocol', 'appProtocol', 'port', 'targetPort', 'nodePort']);

/** A target port of 0 or '' is none, and none is the port itself (SetDefaults_Service). */
function readTargetPort(field: Field | undefined, port: number): number | string {
  const target = readIntOrString(field);
  if (!field || !target) return port;
  const errors = typeof target === 'number' ? portNumberErrors(target) : portNameErrors(target);
  for (const why of errors) rejectValue(field, target, why);
  return target;
}

function readPort(item: Field): ServicePort | undefined {
  const fields = readMap(item, PORT);
  if (!fields) return undefined;
  const portField = fields.get('port');
  if (!portField) {
    rejectMissing(item, 'port');
    return undefined;
  }
  const port = readInt32(portField);
  if (port === undefined) return undefined;
  for (const why of portNumberErrors(port)) rejectValue(portField, port, why);
  return {
    name: readString(fields.get('name')) || undefined,
    protocol: readProtocol(fields.get('protocol')) ?? 'TCP',
    port,
    targetPort: readTargetPort(fields.get('targetPort'), port),
    nodePort: readInt32(fields.get('nodePort')) || undefined,
  };
}

/** Canonical addresses; a headless Service says `None`. */
function readClusterIPs(spec: MapFields): readonly string[] {
  const fields = [spec.get('clusterIP'), ...readList(spec.get('clusterIPs'))];
  return readAddresses(fields.filter((field) => field?.value.kind !== 'string' || field.value.value !== 'None'));
}

export const serviceKind: ResourceKind = {
  kind: 'Service',
  apiVersions: ['v1'],
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and rules or paths through it are not answered',
  strict: false,
  decode(root, header) {
    const spec = readMap(root.get('spec'), SPEC);
    const selector = readLabels(spec?.get('selector'));
    return {
      kind: 'Service',
      ...header,
      type: readString(spec?.get('type')) || 'ClusterIP',
      selector: selector.size === 0 ? undefined : selector,
      ports: readList(spec?.get('ports')).flatMap((item) => readPort(item) ?? []),
      clusterIPs: spec ? readClusterIPs(spec) : [],
    };
  },
};
