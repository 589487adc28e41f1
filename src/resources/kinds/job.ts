// Job (batch/v1): counts as one pod, however many it runs side by side.
import { JOB_SPEC } from '../job-spec.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { readWorkloadSpec, WORKLOAD_CONSEQUENCE } from '../workload.ts';

export const jobKind: ResourceKind = {
  kind: 'Job',
  apiVersions: ['batch/v1'],
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: WORKLOAD_CONSEQUENCE,
  strict: false,
  decode(root, header) {
    return { kind: 'Job', ...header, ...readWorkloadSpec(root.get('spec'), JOB_SPEC) };
  },
};
