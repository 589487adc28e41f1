// StatefulSet (apps/v1).
import type { ResourceKind } from '../resource-kind.ts';
import { readWorkloadSpec, WORKLOAD_CONSEQUENCE } from '../workload.ts';

const SPEC = new Set([
  'replicas',
  'selector',
  'template',
  'volumeClaimTemplates',
  'serviceName',
  'podManagementPolicy',
  'updateStrategy',
  'revisionHistoryLimit',
  'minReadySeconds',
  'persistentVolumeClaimRetentionPolicy',
  'ordinals',
]);

export const statefulSetKind: ResourceKind = {
  kind: 'StatefulSet',
  apiVersions: ['apps/v1'],
  removedVersions: new Map([
    ['apps/v1beta1', '1.16'],
    ['apps/v1beta2', '1.16'],
  ]),
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: WORKLOAD_CONSEQUENCE,
  strict: false,
  decode(root, header) {
    return { kind: 'StatefulSet', ...header, ...readWorkloadSpec(root.get('spec'), SPEC) };
  },
};
