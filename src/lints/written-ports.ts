// The destination ports of a rule as written in either family of policies, and the endpoints that they are ports of.

import type { Path } from '../documents/manifest.ts';
import type { Rule } from '../model/policy.ts';
import type { Bitset } from '../net/bitset.ts';
import type { Protocol, Resource } from '../resources/resource.ts';
import type { Direction, LintContext, PlacedPolicy } from './lint-context.ts';

export interface WrittenPort {
  /** A number, or the name of a container port. */
  readonly port: number | string;
  /** Undefined: whatever the named port is declared with. */
  readonly protocol: Protocol | undefined;
  readonly path: Path;
}

const PROTOCOLS: Readonly<Record<number, Protocol>> = { 6: 'TCP', 17: 'UDP', 132: 'SCTP' };

/** Single ports of the rule at `index`; ranges are left out. */
export function writtenPorts(
  resource: Resource | undefined,
  direction: Direction,
  index: number,
): readonly WrittenPort[] {
  if (!resource || !('spec' in resource)) return [];
  const { spec } = resource;
  if ('podSelector' in spec) {
    const rule = spec[direction][index];
    return (rule?.ports ?? []).flatMap(({ port, endPort, protocol, range }): WrittenPort[] => {
      if (port === undefined || endPort !== undefined || !rule) return [];
      return [{ port, protocol, path: ['spec', direction, rule.range, 'ports', range, 'port'] }];
    });
  }
  const rule = 'doNotTrack' in spec ? spec[direction][index] : undefined;
  return (rule?.destination.ports ?? []).flatMap((port, at): WrittenPort[] => {
    if (!rule || ('from' in port && port.from !== port.to)) return [];
    const path = ['spec', direction, rule.range, 'destination', 'ports', at];
    const protocol = PROTOCOLS[rule.protocol ?? 0];
    return [{ port: 'from' in port ? port.from : port.name, protocol, path }];
  });
}

/** Classes at a rule's destination; undefined where addresses outside are among them. */
export function destinations(
  rule: Rule,
  direction: Direction,
  { subjects }: PlacedPolicy,
  context: LintContext,
): Bitset | undefined {
  if (direction === 'ingress') return subjects.and(context.matched(rule, 'own'));
  const peers = context.matched(rule, 'peer');
  return peers.isSubsetOf(context.endpoints) ? peers : undefined;
}
