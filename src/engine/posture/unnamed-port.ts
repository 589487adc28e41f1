// A port that nobody speaks of: what a flow uses that no rule mentions.
import type { Policy, RuleMatch } from '../../model/policy.ts';
import { MAX_PORT, pointOf, rangesOf } from '../../net/connection-set.ts';
import type { Snapshot } from '../snapshot.ts';

/** Ranges of TCP ports that a policy's rules name, without those that are all of them. */
type NamedRanges = readonly (readonly [from: number, to: number])[];

const known = new WeakMap<Policy, NamedRanges>();

function rangesIn({ traffic, except = [] }: RuleMatch): NamedRanges {
  return [...traffic, ...except].flatMap((term) => {
    const points = term.type === 'points' ? term.points : term.within;
    return rangesOf(points).flatMap(({ protocol, from, to }) =>
      protocol === 'TCP' && !(from <= 1 && to === MAX_PORT) ? [[from, to] as const] : [],
    );
  });
}

function namedBy(policy: Policy): NamedRanges {
  const same = known.get(policy);
  if (same) return same;
  const rules = [...(policy.ingress ?? []), ...(policy.egress ?? [])];
  const made = rules.flatMap((rule) => rule.matches.flatMap(rangesIn));
  known.set(policy, made);
  return made;
}

/** The point of the highest TCP port that the fewest rules and workloads name: mostly one that none does. */
export function unnamedPoint({ policies, cluster }: Snapshot): number {
  const steps = new Int32Array(MAX_PORT + 2);
  const add = (from: number, to: number): void => {
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to + 1] = (steps[to + 1] ?? 0) - 1;
  };
  for (const policy of policies) for (const [from, to] of namedBy(policy)) add(from, to);
  for (const { ports } of cluster.workloads) {
    for (const { protocol, port } of ports) if (protocol === 'TCP') add(port, port);
  }
  let [best, fewest, now] = [MAX_PORT, Number.POSITIVE_INFINITY, 0];
  for (let port = 0; port <= MAX_PORT; port++) {
    now += steps[port] ?? 0;
    if (port > 0 && now <= fewest) [best, fewest] = [port, now];
  }
  return pointOf('TCP', best);
}
