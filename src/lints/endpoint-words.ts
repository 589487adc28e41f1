// How findings name what policies apply to and rules match: workloads with the number of their pods, hosts by name.

import { counted } from '../base/counted.ts';
import type { Endpoint, Workload } from '../model/cluster.ts';
import type { LintContext } from './lint-context.ts';
import { listed } from './wording.ts';

function ownerName(endpoint: Endpoint, { snapshot }: LintContext): string {
  if (endpoint.workload < 0) return `host endpoint ${endpoint.name}`;
  const workload = snapshot.cluster.workloads[endpoint.workload];
  return `${endpoint.namespace}/${workload?.name ?? endpoint.name}`;
}

/** What classes of endpoints stand for: `3 pods (shop/web and shop/db)`, `host endpoint worker-1`. */
export function endpointsText(classes: Iterable<number>, context: LintContext): string {
  const { universe, cluster } = context.snapshot;
  let pods = 0;
  const names = new Set<string>();
  const hosts = new Set<string>();
  for (const id of classes) {
    for (const member of universe.classes[id]?.members ?? []) {
      const endpoint = cluster.endpoints[member];
      if (!endpoint) continue;
      (endpoint.workload < 0 ? hosts : names).add(ownerName(endpoint, context));
      if (endpoint.workload >= 0) pods += endpoint.count;
    }
  }
  const parts = names.size > 0 ? [`${counted(pods, 'pod')} (${listed([...names])})`] : [];
  return listed(hosts.size > 0 ? [...parts, listed([...hosts])] : parts);
}

/** What workloads stand for: `3 pods (shop/web and shop/db)`. */
export function workloadsText(workloads: readonly Workload[]): string {
  const pods = workloads.reduce((sum, { replicas }) => sum + replicas, 0);
  return `${counted(pods, 'pod')} (${listed(workloads.map(({ namespace, name }) => `${namespace}/${name}`))})`;
}

/** What classes of endpoints are called, without counts. */
export function endpointNames(classes: Iterable<number>, context: LintContext): readonly string[] {
  const { universe, cluster } = context.snapshot;
  const names = new Set<string>();
  for (const id of classes) {
    for (const member of universe.classes[id]?.members ?? []) {
      const endpoint = cluster.endpoints[member];
      if (endpoint) names.add(ownerName(endpoint, context));
    }
  }
  return [...names];
}
