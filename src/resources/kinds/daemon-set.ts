// DaemonSet (apps/v1): one pod a node, so it has no replicas.
import type { ResourceKind } from '../resource-kind.ts';
import { readWorkloadSpec, WORKLOAD_CONSEQUENCE } from '../workload.ts';

const SPEC = new Set(['selector', 'template', 'updateStrategy', 'minReadySeconds', 'revisionHistoryLimit']);

export const daemonSetKind: ResourceKind = {
  kind: 'DaemonSet',
  apiVersions: ['apps/v1'],
  removedVersions: new Map([
    ['extensions/v1beta1', '1.16'],
    ['apps/v1beta2', '1.16'],
  ]),
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: WORKLOAD_CONSEQUENCE,
  strict: false,
  decode(root, header) {
    return { kind: 'DaemonSet', ...header, ...readWorkloadSpec(root.get('spec'), SPEC) };
  },
};
