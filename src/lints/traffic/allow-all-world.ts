// `allow-all-world`: an ingress rule that lets everybody in, from outside of the cluster too.
import type { QuickFix } from '../../documents/diagnostic.ts';
import { addEntry, fixOf } from '../../documents/write-edits.ts';
import type { Peer, Rule, TrafficTerm } from '../../model/policy.ts';
import { Bitset } from '../../net/bitset.ts';
import { allPorts, difference } from '../../net/connection-set.ts';
import { broadAllow, mootAfter } from '../broad-allow.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext, PlacedPolicy } from '../lint-context.ts';
import { isForHosts, saysOpen } from '../purpose.ts';
import { ruleCovers } from '../rule-cover.ts';
import { labelOf, listed } from '../wording.ts';
import { writtenPorts } from '../written-ports.ts';

/** What listens on these is hardly ever for everybody: administration and stores of data. */
const GUARDED: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2375, 'Docker'],
  [2376, 'Docker'],
  [2379, 'etcd'],
  [2380, 'etcd'],
  [3306, 'MySQL'],
  [3389, 'remote desktops'],
  [5432, 'PostgreSQL'],
  [6379, 'Redis'],
  [9042, 'Cassandra'],
  [9200, 'Elasticsearch'],
  [10250, 'the kubelet'],
  [11211, 'memcached'],
  [27017, 'MongoDB'],
]);

/** Whether a peer is everybody; undefined: it is not. */
function worldText(peer: Peer): string | undefined {
  if (peer.op === 'any') return 'no source is named';
  if (peer.op === 'addresses' && peer.exclude.length === 0) {
    const all = peer.include.find(({ prefix }) => prefix === 0);
    if (all) return `${all.text} is everybody`;
  }
  return peer.op === 'or' ? peer.terms.map(worldText).find((text) => text !== undefined) : undefined;
}

function sourceOf({ matches }: Rule): string | undefined {
  return matches.map(({ peer }) => worldText(peer)).find((text) => text !== undefined);
}

function isEveryPort(term: TrafficTerm): boolean {
  if (term.type !== 'points') return false;
  return (['TCP', 'UDP'] as const).some((name) => difference(allPorts(name), term.points).length === 0);
}

interface Opened {
  readonly what: string;
  /** Some ports that a front door may well have: worth knowing, and no more. */
  readonly isDoor: boolean;
}

/** What the rule opens to everybody; undefined: nothing that has ports. */
function opened(rule: Rule, placed: PlacedPolicy): Opened | undefined {
  const terms = rule.matches.flatMap(({ traffic }) => traffic);
  if (rule.matches.some(({ traffic }) => traffic.length === 0))
    return { what: 'all traffic on every port', isDoor: false };
  const wide = terms.find(isEveryPort);
  if (wide) return { what: wide.text, isDoor: false };
  const ports = writtenPorts(placed.resource, 'ingress', rule.number - 1);
  const guarded = ports.find(({ port }) => typeof port === 'number' && GUARDED.has(port));
  if (guarded && typeof guarded.port === 'number') {
    const what = `${guarded.protocol ?? 'TCP'} ${guarded.port} (${GUARDED.get(guarded.port)})`;
    return { what, isDoor: false };
  }
  return ports.length > 0 ? { what: listed([...new Set(terms.map(({ text }) => text))]), isDoor: true } : undefined;
}

/** Who asks for source ports meant those of the destination, which another lint says. */
function asksSourcePorts({ resource }: PlacedPolicy, { number }: Rule): boolean {
  if (!resource || !('spec' in resource) || !('doNotTrack' in resource.spec)) return false;
  return (resource.spec.ingress[number - 1]?.source.ports ?? []).length > 0;
}

/** Whether something from outside of the cluster is then let in to what the policy applies to; where that is nobody known, it may be. */
function isLetIn({ subjects }: PlacedPolicy, rule: Rule, { snapshot, engine }: LintContext): boolean {
  const { matrix, universe, table } = snapshot;
  if (subjects.isEmpty()) return true;
  const outside = Bitset.range(universe.size, universe.classes.length, universe.size);
  return [...subjects].some((id) => {
    const points = rule.matches
      .map((match) => engine.traffic(match, id))
      .reduce((a, b) => table.union(a, b), table.none);
    return matrix.families.some((family) =>
      matrix
        .over(family)
        .verdicts('ingress', id)
        .groups.some(
          ({ columns, allowed }) => columns.intersects(outside) && table.intersection(allowed, points) !== table.none,
        ),
    );
  });
}

/** Where policies that come later lose their say by it, that is told instead. */
const isToldAsEarly = (placed: PlacedPolicy, rule: Rule, context: LintContext): boolean =>
  broadAllow(placed, 'ingress', context) === rule && mootAfter(placed, 'ingress', context).length > 0;

/** Where no source is written at all: the pods of the policy's namespace, or all pods. */
function fixesFor({ resource, policy }: PlacedPolicy, rule: Rule, { manifests }: LintContext): readonly QuickFix[] {
  if (!resource || !('spec' in resource)) return [];
  const place = manifests.find(resource.range, ['spec', 'ingress', rule.range]);
  if ('podSelector' in resource.spec) {
    return fixOf('Let in only pods of the namespace', addEntry(place, 'from', [{ podSelector: {} }]));
  }
  if (!('doNotTrack' in resource.spec)) return [];
  return policy.namespace === ''
    ? fixOf('Let in only pods', addEntry(place, 'source', { namespaceSelector: 'all()' }))
    : fixOf('Let in only pods of the namespace', addEntry(place, 'source', { selector: 'all()' }));
}

function findings(placed: PlacedPolicy, context: LintContext): readonly Finding[] {
  const { policy, resource } = placed;
  if (!resource || saysOpen(policy.name) || isForHosts(placed, context)) return [];
  const rules = policy.ingress ?? [];
  const { families } = context.snapshot.matrix;
  return rules.flatMap((rule, at): Finding[] => {
    const source = rule.action === 'allow' ? sourceOf(rule) : undefined;
    const open = source === undefined || asksSourcePorts(placed, rule) ? undefined : opened(rule, placed);
    const before = rules.slice(0, at);
    // Who denies some first means to let in all others; and what a rule before lets in is told of that one.
    const isMeant = before.some(({ action }) => action === 'deny');
    if (!open || isMeant || before.some((one) => ruleCovers(one, rule, families))) return [];
    if (isToldAsEarly(placed, rule, context) || !isLetIn(placed, rule, context)) return [];
    return [
      {
        ...(open.isDoor ? { severity: 'info' as const } : {}),
        message: `Rule ${rule.number} lets in ${open.what} from anywhere, also from outside of the cluster: ${source}`,
        advice: open.isDoor
          ? 'Right for a front door; otherwise say who may connect.'
          : 'Say who may connect; where everybody may, name the ports, and say so in the policy’s name.',
        range: rule.range,
        object: labelOf(resource),
        fixes: open.isDoor ? [] : fixesFor(placed, rule, context),
      },
    ];
  });
}

export const allowAllWorld: Lint = {
  code: 'allow-all-world',
  severity: 'warning',
  title: 'Everybody is let in',
  docs: {
    why: 'A rule without a source means everybody: all pods of the cluster, and every address outside that reaches it. Together with all ports, or with the port of a database, that is hardly ever meant; with other ports it is told as worth knowing.',
    fix: 'Name who may connect: pods by label, or addresses. A policy that is to let everybody in names its ports, or says so in its name, as `allow-all` does.',
    source: {
      title: 'Kubernetes: allow all ingress traffic',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
  ingress:
    - ports: [{ protocol: TCP, port: 5432 }]
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: web } } }]
      ports: [{ protocol: TCP, port: 5432 }]
`,
  },
  check: (context) => policiesInOrder(context).flatMap((placed) => findings(placed, context)),
};
