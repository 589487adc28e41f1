// The fields that the decoders of the kinds read, as parts wanted of a large file: whatever else an object holds is passed over.
import { listOf, mapOf, SHARED, TEXTS, type WantedPart, WHOLE } from '../../documents/bulk/wanted-part.ts';
import type { ResourceKind } from '../resource-kind.ts';

export interface KindParts {
  /** What is the same for every kind. */
  readonly head: WantedPart;
  /** For objects that are only named. */
  readonly names: WantedPart;
  /** The kinds that are read the fast way. */
  readonly byKind: ReadonlyMap<ResourceKind['kind'], WantedPart>;
}

/** The parts, to be used for one file: they learn which other fields an object may have. */
export function kindParts(): KindParts {
  const type = { apiVersion: WHOLE, kind: WHOLE };
  const metadata = mapOf({
    name: WHOLE,
    namespace: WHOLE,
    labels: SHARED,
    annotations: TEXTS,
    ownerReferences: SHARED,
  });
  const object = (fields: Readonly<Record<string, WantedPart>>): WantedPart => mapOf({ ...type, metadata, ...fields });
  const containers = listOf(mapOf({ ports: SHARED }));
  const podSpec = mapOf({
    containers,
    initContainers: containers,
    hostNetwork: WHOLE,
    nodeName: WHOLE,
    serviceAccountName: WHOLE,
    serviceAccount: WHOLE,
  });
  const template = mapOf({ metadata: mapOf({ labels: SHARED }), spec: podSpec });
  const workload = (): WantedPart => object({ spec: mapOf({ replicas: WHOLE, template }) });
  const jobSpec = mapOf({ template });
  const podStatus = mapOf({ phase: WHOLE, podIP: WHOLE, podIPs: WHOLE, hostIP: WHOLE, hostIPs: SHARED }, true);
  const serviceSpec = mapOf({ selector: SHARED, type: WHOLE, ports: SHARED, clusterIP: WHOLE, clusterIPs: WHOLE });
  return {
    head: object({}),
    names: mapOf({ ...type, metadata: mapOf({ name: WHOLE, namespace: WHOLE }, true) }, true),
    byKind: new Map<ResourceKind['kind'], WantedPart>([
      ['Namespace', object({ spec: mapOf({}) })],
      ['Pod', object({ spec: podSpec, status: podStatus })],
      ['Deployment', workload()],
      ['ReplicaSet', workload()],
      ['StatefulSet', workload()],
      ['DaemonSet', workload()],
      ['ReplicationController', workload()],
      ['Job', object({ spec: jobSpec })],
      ['CronJob', object({ spec: mapOf({ jobTemplate: mapOf({ metadata: mapOf({}), spec: jobSpec }) }) })],
      ['Service', object({ spec: serviceSpec })],
      [
        'EndpointSlice',
        object({ addressType: WHOLE, endpoints: listOf(mapOf({ addresses: WHOLE }, true)), ports: SHARED }),
      ],
      ['ServiceAccount', object({})],
      [
        'Node',
        object({
          spec: mapOf({ podCIDR: WHOLE, podCIDRs: WHOLE }, true),
          status: mapOf({ addresses: WHOLE }, true),
        }),
      ],
    ]),
  };
}
