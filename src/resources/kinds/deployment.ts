// Deployment (apps/v1).
import type { ResourceKind } from '../resource-kind.ts';
import { readWorkloadSpec, WORKLOAD_CONSEQUENCE } from '../workload.ts';

const SPEC = new Set([
  'replicas',
  'selector',
  'template',
  'strategy',
  'minReadySeconds',
  'revisionHistoryLimit',
  'paused',
  'progressDeadlineSeconds',
]);

export const deploymentKind: ResourceKind = {
  kind: 'Deployment',
  apiVersions: ['apps/v1'],
  removedVersions: new Map([
    ['extensions/v1beta1', '1.16'],
    ['apps/v1beta1', '1.16'],
    ['apps/v1beta2', '1.16'],
  ]),
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: WORKLOAD_CONSEQUENCE,
  strict: false,
  decode(root, header) {
    return { kind: 'Deployment', ...header, ...readWorkloadSpec(root.get('spec'), SPEC) };
  },
};
