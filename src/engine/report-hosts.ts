// What the page shows of host endpoints, and whether policy governs an endpoint at all.
import { compareText } from '../base/compare-text.ts';
import { formatAddress } from '../net/cidr.ts';
import type { Locator } from './locate.ts';
import type { Direction, HostSummary, Isolation } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Isolation of the endpoints with these indexes together. Failsafe ports and profiles are no policies that somebody wrote. */
export function isolationOf(snapshot: Snapshot, endpoints: readonly number[], direction: Direction): Isolation {
  const policies = new Set<number>();
  const classes = new Set(endpoints.flatMap((index) => snapshot.universe.classOf[index] ?? []));
  let governed = 0;
  for (const id of classes) {
    const own = snapshot.matrix.governing(direction, id);
    if (own.length > 0 && !snapshot.universe.hostNetwork.has(id)) governed++;
    for (const index of own) if (!snapshot.policies[index]?.implied) policies.add(index);
  }
  const list = [...policies].flatMap((index) => snapshot.policies[index] ?? []);
  return {
    state: governed === 0 ? 'open' : governed === classes.size ? 'governed' : 'mixed',
    policies: list.map((policy) => policy.id).sort(compareText),
    allowingRules: list.flatMap((policy) => policy[direction] ?? []).filter((rule) => rule.action === 'allow').length,
  };
}

/** By name. */
export function hostSummaries(snapshot: Snapshot, locator: Locator): HostSummary[] {
  const { endpoints, hostEndpoints } = snapshot.cluster;
  const places = new Map<string, number>();
  for (const [index, { id }] of hostEndpoints.length > 0 ? endpoints.entries() : []) {
    if (id.startsWith('host:')) places.set(id, index);
  }
  return hostEndpoints.map((host) => {
    const id = `host:${host.name}`;
    const index = places.get(id) ?? -1;
    return {
      id,
      name: host.name,
      node: host.node,
      ...(host.interfaceName === undefined ? {} : { interfaceName: host.interfaceName }),
      addresses: host.addresses.map(formatAddress),
      labels: [...host.labels].sort(([a], [b]) => compareText(a, b)),
      declaredPorts: [...new Set(host.ports.map((port) => `${port.protocol} ${port.port}`))],
      ingress: isolationOf(snapshot, [index], 'ingress'),
      egress: isolationOf(snapshot, [index], 'egress'),
      location: locator.locate(host.range),
    };
  });
}
