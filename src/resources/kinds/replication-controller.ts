// ReplicationController (core v1).
import type { ResourceKind } from '../resource-kind.ts';
import { readWorkloadSpec, WORKLOAD_CONSEQUENCE } from '../workload.ts';

const SPEC = new Set(['replicas', 'minReadySeconds', 'selector', 'template']);

export const replicationControllerKind: ResourceKind = {
  kind: 'ReplicationController',
  apiVersions: ['v1'],
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: WORKLOAD_CONSEQUENCE,
  strict: false,
  decode(root, header) {
    return { kind: 'ReplicationController', ...header, ...readWorkloadSpec(root.get('spec'), SPEC) };
  },
};
