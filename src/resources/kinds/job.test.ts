// Job: what its pods look like.
import { testSingleKind } from '../../testing/workload-cases.ts';

testSingleKind('batch/v1', 'Job', (template) => ({ template, completions: 4, parallelism: 2 }));
