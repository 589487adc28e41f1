// DaemonSet: what its pods look like.
import { testSingleKind } from '../../testing/workload-cases.ts';

testSingleKind('apps/v1', 'DaemonSet', (template) => ({ template, minReadySeconds: 1 }));
