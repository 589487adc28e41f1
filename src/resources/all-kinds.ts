// The kinds that Sluice decodes, in the order in which a load report lists them.
import { adminNetworkPolicyKind } from './kinds/admin-network-policy.ts';
import { baselineAdminNetworkPolicyKind } from './kinds/baseline-admin-network-policy.ts';
import { calicoNetworkPolicyKind } from './kinds/calico-network-policy.ts';
import { clusterNetworkPolicyKind } from './kinds/cluster-network-policy.ts';
import { cronJobKind } from './kinds/cron-job.ts';
import { daemonSetKind } from './kinds/daemon-set.ts';
import { deploymentKind } from './kinds/deployment.ts';
import { endpointSliceKind } from './kinds/endpoint-slice.ts';
import { felixConfigurationKind } from './kinds/felix-configuration.ts';
import { globalNetworkPolicyKind } from './kinds/global-network-policy.ts';
import { globalNetworkSetKind } from './kinds/global-network-set.ts';
import { hostEndpointKind } from './kinds/host-endpoint.ts';
import { ingressKind } from './kinds/ingress.ts';
import { ipPoolKind } from './kinds/ip-pool.ts';
import { jobKind } from './kinds/job.ts';
import { kubeControllersConfigurationKind } from './kinds/kube-controllers-configuration.ts';
import { namespaceKind } from './kinds/namespace.ts';
import { networkPolicyKind } from './kinds/network-policy.ts';
import { networkSetKind } from './kinds/network-set.ts';
import { nodeKind } from './kinds/node.ts';
import { podKind } from './kinds/pod.ts';
import { profileKind } from './kinds/profile.ts';
import { replicaSetKind } from './kinds/replica-set.ts';
import { replicationControllerKind } from './kinds/replication-controller.ts';
import { serviceKind } from './kinds/service.ts';
import { serviceAccountKind } from './kinds/service-account.ts';
import { stagedGlobalNetworkPolicyKind } from './kinds/staged-global-network-policy.ts';
import { stagedKubernetesNetworkPolicyKind } from './kinds/staged-kubernetes-network-policy.ts';
import { stagedNetworkPolicyKind } from './kinds/staged-network-policy.ts';
import { statefulSetKind } from './kinds/stateful-set.ts';
import { tierKind } from './kinds/tier.ts';
import type { ResourceKind } from './resource-kind.ts';

export const ALL_KINDS: readonly ResourceKind[] = [
  networkPolicyKind,
  adminNetworkPolicyKind,
  baselineAdminNetworkPolicyKind,
  clusterNetworkPolicyKind,
  calicoNetworkPolicyKind,
  globalNetworkPolicyKind,
  stagedNetworkPolicyKind,
  stagedGlobalNetworkPolicyKind,
  stagedKubernetesNetworkPolicyKind,
  tierKind,
  networkSetKind,
  globalNetworkSetKind,
  hostEndpointKind,
  profileKind,
  ipPoolKind,
  felixConfigurationKind,
  kubeControllersConfigurationKind,
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
