// CronJob: what its pods look like.
import { testSingleKind } from '../../testing/workload-cases.ts';

testSingleKind('batch/v1', 'CronJob', (template) => ({
  schedule: '5 4 * * *',
  jobTemplate: { metadata: {}, spec: { template } },
}));
