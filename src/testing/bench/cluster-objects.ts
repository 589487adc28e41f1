// All objects of a planned cluster, one by one: a large cluster is never held whole.
import type { ClusterPlan } from './cluster-plan.ts';
import {
  feedPolicyObject,
  feedTierObjects,
  globalPolicyObject,
  networkSetObject,
  tierObject,
} from './global-objects.ts';
import { type Manifest, namespaceObject, podObject } from './pod-objects.ts';
import { policyObject } from './policy-objects.ts';
import { workloadAt, workloadCount } from './workload-plan.ts';

/** An object, and where it lies when the cluster is a folder; objects of one path follow one another. */
export interface PlacedObject {
  readonly path: string;
  readonly object: Manifest;
}

/** Namespaces, pods and policies, in the order in which `kubectl get` prints the kinds. */
export function* clusterObjects(plan: ClusterPlan): Generator<PlacedObject> {
  for (let i = 0; i < plan.namespaces; i++) yield { path: 'namespaces.yaml', object: namespaceObject(i) };
  for (let w = 0; w < workloadCount(plan); w++) {
    const workload = workloadAt(plan, w);
    const path = `${workload.namespace}/pods.yaml`;
    for (let replica = 0; replica < workload.pods; replica++)
      yield { path, object: podObject(plan, workload, replica) };
  }
  for (let i = 0; i < plan.policies; i++) yield { path: `policies/policy-${i}.yaml`, object: policyObject(plan, i) };
  for (let i = 1; i <= plan.tiers; i++) yield { path: 'tiers.yaml', object: tierObject(i) };
  for (let i = 0; i < plan.globalPolicies; i++)
    yield { path: `policies/global-${i}.yaml`, object: globalPolicyObject(plan, i) };
  if (plan.networkSets > 0) for (const object of feedTierObjects()) yield { path: 'feeds/tier.yaml', object };
  for (let i = 0; i < plan.networkSets; i++) {
    yield { path: `feeds/feed-${i}.yaml`, object: networkSetObject(plan, i) };
    yield { path: `policies/feed-${i}.yaml`, object: feedPolicyObject(i) };
  }
}
