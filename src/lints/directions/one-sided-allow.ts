// `one-sided-allow`: a rule that lets flows in which may not leave their source, or lets out what may not enter.

import { fixOf } from '../../documents/write-edits.ts';
import type { Rule } from '../../model/policy.ts';
import { formatPorts, rangesOf } from '../../net/connection-set.ts';
import type { ConnectionId } from '../../net/connection-table.ts';
import { type DnsServers, dnsServers } from '../dns-servers.ts';
import { endpointNames } from '../endpoint-words.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, PairBudget, type PlacedPolicy } from '../lint-context.ts';
import { appendObjects } from '../new-objects.ts';
import { labelOf, listed, policyName, quotedList } from '../wording.ts';
import { mirroredPolicies } from './mirrored-policies.ts';

/** Pairs of classes looked at for one rule, and for all: a rule whose first pairs are blocked is rarely of use to later ones. */
const PAIRS_OF_RULE = 64;
const PAIRS_OF_ALL = 6_000;

interface Blocked {
  /** Classes at the rule's other end, and the policies that shut it. */
  readonly others: ReadonlySet<number>;
  readonly own: ReadonlySet<number>;
  readonly shutBy: ReadonlySet<number>;
  readonly points: ConnectionId;
}

/** Points that the rule opens between two classes, as far as the policies of its own side let them through. */
function opened(rule: Rule, direction: Direction, own: number, other: number, context: LintContext): ConnectionId {
  const { matrix, table } = context.snapshot;
  const destination = direction === 'ingress' ? own : other;
  const asked = rule.matches
    .map((match) => context.engine.traffic(match, destination))
    .reduce((a, b) => table.union(a, b), table.none);
  return table.intersection(asked, matrix.end(direction, own, other).allowed);
}

/** What keeps every flow of a rule from being of use; undefined where one is, or where the rule opens nothing at all. */
function blockedOf(
  rule: Rule,
  direction: Direction,
  policy: PlacedPolicy,
  budget: PairBudget,
  context: LintContext,
): Blocked | undefined {
  if (budget.isUsed) return undefined;
  const { matrix, table, universe } = context.snapshot;
  const peers = context.matched(rule, 'peer');
  // Addresses outside have no policy of their own.
  if (peers.isEmpty() || !peers.isSubsetOf(context.endpoints)) return undefined;
  const atOwn = policy.subjects.and(context.matched(rule, 'own')).and(context.endpoints);
  const otherDirection = direction === 'ingress' ? 'egress' : 'ingress';
  const found = { others: new Set<number>(), own: new Set<number>(), shutBy: new Set<number>() };
  let points = table.none;
  const pairs = new PairBudget(PAIRS_OF_RULE);
  for (const own of atOwn) {
    for (const other of peers) {
      if (own === other && (universe.classes[own]?.members.length ?? 0) < 2) continue;
      if (!pairs.take() || !budget.take()) return undefined;
      const here = opened(rule, direction, own, other, context);
      if (here === table.none) continue;
      const there = matrix.end(otherDirection, other, own);
      if (table.intersection(here, table.union(there.allowed, there.unknown)) !== table.none) return undefined;
      points = table.union(points, here);
      found.others.add(other);
      found.own.add(own);
      for (const index of matrix.governing(otherDirection, other)) found.shutBy.add(index);
    }
  }
  return points === table.none ? undefined : { ...found, points };
}

function trafficText(points: ConnectionId, { snapshot: { table } }: LintContext): string {
  if (points === table.all) return 'anything';
  return listed(rangesOf(table.set(points)).map((range) => `${range.protocol} ${formatPorts(range)}`));
}

/** Only the way into the DNS pods: `dns-blocked` tells whom that fails. */
function isWayToDns({ others, points }: Blocked, servers: DnsServers | undefined, context: LintContext): boolean {
  const { table } = context.snapshot;
  if (!servers || [...others].some((other) => !servers.classes.includes(other))) return false;
  return table.difference(points, table.intern(servers.traffic)) === table.none;
}

function finding(
  rule: Rule,
  direction: Direction,
  policy: PlacedPolicy,
  blocked: Blocked,
  context: LintContext,
): Finding {
  const others = listed(endpointNames(blocked.others, context));
  const own = listed(endpointNames(blocked.own, context));
  const shutBy = context.placed.filter(({ index }) => blocked.shutBy.has(index));
  const names = quotedList(shutBy.map(({ policy: one }) => policyName(one)));
  const traffic = trafficText(blocked.points, context);
  const isIn = direction === 'ingress';
  const governs = shutBy.length === 1 ? 'governs' : 'govern';
  return {
    message: isIn
      ? `Rule ${rule.number} lets ${others} in to ${own} (${traffic}), but ${others} cannot send it: ${names} ${governs} the egress there and ${shutBy.length === 1 ? 'does' : 'do'} not let it out`
      : `Rule ${rule.number} lets ${own} out to ${others} (${traffic}), but ${others} cannot receive it: ${names} ${governs} the ingress there and ${shutBy.length === 1 ? 'does' : 'do'} not let it in`,
    advice: isIn
      ? `Both ends must allow a connection: add an egress rule for ${others}.`
      : `Both ends must allow a connection: add an ingress rule for ${others}.`,
    range: rule.range,
    ...(policy.resource ? { object: labelOf(policy.resource) } : {}),
    related: shutBy.slice(0, 5).map(({ policy: { range }, resource }) => ({
      message: `governs the ${isIn ? 'egress' : 'ingress'} of ${others}`,
      range: resource?.nameRange ?? range,
    })),
    fixes: policy.resource
      ? fixOf(
          `Let ${others} ${isIn ? 'send' : 'receive'} it by another policy`,
          appendObjects(policy.resource.range, mirroredPolicies(rule, direction, policy, shutBy, context), context),
        )
      : [],
  };
}

export const oneSidedAllow: Lint = {
  code: 'one-sided-allow',
  severity: 'warning',
  title: 'A rule opens one end of a flow whose other end is shut',
  docs: {
    why: 'A connection needs the egress of its source and the ingress of its destination. Where a default deny governs both, a rule at one end alone opens nothing.',
    fix: 'Write the missing half: an egress rule at the source for an ingress rule at the destination, and the other way round. The panel *Explain* of the flow drafts it.',
    source: {
      title: 'Kubernetes: network policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  selector: app == 'db'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      source: { selector: app == 'web' }
      destination: { ports: [5432] }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  selector: all()
  types: [Ingress, Egress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  selector: app == 'db'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      source: { selector: app == 'web' }
      destination: { ports: [5432] }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Egress]
  egress:
    - action: Allow
      protocol: TCP
      destination: { selector: app == 'db', ports: [5432] }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  selector: all()
  types: [Ingress, Egress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } } }
`,
  },
  check(context) {
    const budget = new PairBudget(PAIRS_OF_ALL);
    const servers = dnsServers(context);
    return context.placed.flatMap((policy) =>
      DIRECTIONS.flatMap((direction) =>
        (policy.policy[direction] ?? []).flatMap((rule): Finding[] => {
          const blocked = rule.action === 'allow' && blockedOf(rule, direction, policy, budget, context);
          if (blocked && direction === 'egress' && isWayToDns(blocked, servers, context)) return [];
          return blocked ? [finding(rule, direction, policy, blocked, context)] : [];
        }),
      ),
    );
  },
};
