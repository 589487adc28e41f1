// CronJob (batch/v1): its pod template is `spec.jobTemplate.spec.template`.
import { JOB_SPEC } from '../job-spec.ts';
import { readMap } from '../map-fields.ts';
import { METADATA } from '../metadata.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { readWorkloadSpec, WORKLOAD_CONSEQUENCE } from '../workload.ts';

const SPEC = new Set([
  'schedule',
  'timeZone',
  'startingDeadlineSeconds',
  'concurrencyPolicy',
  'suspend',
  'jobTemplate',
  'successfulJobsHistoryLimit',
  'failedJobsHistoryLimit',
]);
const JOB_TEMPLATE = new Set(['metadata', 'spec']);

export const cronJobKind: ResourceKind = {
  kind: 'CronJob',
  apiVersions: ['batch/v1'],
  removedVersions: new Map([
    ['batch/v1beta1', '1.25'],
    ['batch/v2alpha1', '1.21'],
  ]),
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: WORKLOAD_CONSEQUENCE,
  strict: false,
  decode(root, header) {
    const spec = readMap(root.get('spec'), SPEC);
    const jobTemplate = readMap(spec?.get('jobTemplate'), JOB_TEMPLATE);
    readMap(jobTemplate?.get('metadata'), METADATA);
    return { kind: 'CronJob', ...header, ...readWorkloadSpec(jobTemplate?.get('spec'), JOB_SPEC) };
  },
};
