// Reads the part of a PodSpec (core v1) that policy depends on; knows every field name of PodSpec, Container and ContainerPort (1.34).
import { type Field, readBool, readInt32, readList, readString, rejectMissing, rejectValue } from './field.ts';
import { readMap } from './map-fields.ts';
import { portNameErrors, portNumberErrors } from './name-syntax.ts';
import { readProtocol } from './protocol.ts';
import type { ContainerPort, PodSpec } from './resource.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const POD_SPEC = words(`
  volumes initContainers containers ephemeralContainers restartPolicy terminationGracePeriodSeconds
  activeDeadlineSeconds dnsPolicy nodeSelector serviceAccountName serviceAccount automountServiceAccountToken
  nodeName hostNetwork hostPID hostIPC hostUsers hostname hostnameOverride subdomain setHostnameAsFQDN
  shareProcessNamespace securityContext imagePullSecrets affinity schedulerName tolerations hostAliases
  priorityClassName priority dnsConfig readinessGates runtimeClassName enableServiceLinks preemptionPolicy overhead
  topologySpreadConstraints os schedulingGates resourceClaims resources workloadRef`);

const CONTAINER = words(`
  name image command args workingDir ports envFrom env resources resizePolicy restartPolicy restartPolicyRules
  volumeMounts volumeDevices livenessProbe readinessProbe startupProbe lifecycle terminationMessagePath
  terminationMessagePolicy imagePullPolicy securityContext stdin stdinOnce tty`);

const CONTAINER_PORT = words('name hostPort containerPort protocol hostIP');

const NOTHING: PodSpec = { ports: [], hostNetwork: false, nodeName: undefined, serviceAccount: 'default' };

/** `serviceAccount` is the deprecated name of `serviceAccountName`. Ephemeral containers cannot declare ports. */
export function readPodSpec(field: Field | undefined): PodSpec {
  const fields = readMap(field, POD_SPEC);
  if (!fields) return NOTHING;
  const containers = [...readList(fields.get('containers')), ...readList(fields.get('initContainers'))];
  const account = readString(fields.get('serviceAccountName')) || readString(fields.get('serviceAccount'));
  return {
    ports: containers.flatMap(readContainerPorts),
    hostNetwork: readBool(fields.get('hostNetwork')) ?? false,
    nodeName: readString(fields.get('nodeName')) || undefined,
    serviceAccount: account || 'default',
  };
}

function readContainerPorts(container: Field): readonly ContainerPort[] {
  const fields = readMap(container, CONTAINER);
  return readList(fields?.get('ports')).flatMap((item) => readContainerPort(item) ?? []);
}

function readContainerPort(item: Field): ContainerPort | undefined {
  const fields = readMap(item, CONTAINER_PORT);
  if (!fields) return undefined;
  const nameField = fields.get('name');
  const name = readString(nameField) || undefined;
  if (nameField && name !== undefined) for (const why of portNameErrors(name)) rejectValue(nameField, name, why);
  const portField = fields.get('containerPort');
  const port = readInt32(portField);
  const protocol = readProtocol(fields.get('protocol')) ?? 'TCP';
  if (!portField) {
    rejectMissing(fields.field, 'containerPort');
    return undefined;
  }
  if (port === undefined) return undefined;
  for (const why of portNumberErrors(port)) rejectValue(portField, port, why);
  return { name, port, protocol };
}
