// ReplicaSet: how many pods, and what they look like.
import { testReplicatedKind } from '../../testing/workload-cases.ts';

testReplicatedKind('apps/v1', 'ReplicaSet');
