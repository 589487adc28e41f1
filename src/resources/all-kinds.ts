// The kinds that Sluice decodes, in the order in which a load report lists them.
import { adminNetworkPolicyKind } from './kinds/admin-network-policy.ts';
import { baselineAdminNetworkPolicyKind } from './kinds/baseline-admin-network-policy.ts';
import { clusterNetworkPolicyKind } from './kinds/cluster-network-policy.ts';
import { cronJobKind } from './kinds/cron-job.ts';
import { daemonSetKind } from './kinds/daemon-set.ts';
import { deploymentKind } from './kinds/deployment.ts';
import { endpointSliceKind } from './kinds/endpoint-slice.ts';
import { ingressKind } from './kinds/ingress.ts';
import { jobKind } from './kinds/job.ts';
import { namespaceKind } from './kinds/namespace.ts';
import { networkPolicyKind } from './kinds/network-policy.ts';
import { nodeKind } from './kinds/node.ts';
import { podKind } from './kinds/pod.ts';
import { replicaSetKind } from './kinds/replica-set.ts';
import { replicationControllerKind } from './kinds/replication-controller.ts';
import { serviceKind } from './kinds/service.ts';
import { serviceAccountKind } from './kinds/service-account.ts';
import { statefulSetKind } from './kinds/stateful-set.ts';
import type { ResourceKind } from './resource-kind.ts';

export const ALL_KINDS: readonly ResourceKind[] = [
  networkPolicyKind,
  adminNetworkPolicyKind,
  baselineAdminNetworkPolicyKind,
  clusterNetworkPolicyKind,
  namespaceKind,
  podKind,
  deploymentKind,
  replicaSetKind,
  statefulSetKind,
  daemonSetKind,
  jobKind,
  cronJobKind,
  replicationControllerKind,
  serviceAccountKind,
  serviceKind,
  endpointSliceKind,
  ingressKind,
  nodeKind,
];
