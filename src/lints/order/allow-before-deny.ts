// `allow-before-deny`: a Deny that never acts on anything, because Allow rules that are asked before have let it all through.
import { fixOf, setEntry } from '../../documents/write-edits.ts';
import type { Rule } from '../../model/policy.ts';
import { broadAllow } from '../broad-allow.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, PairBudget, type PlacedPolicy } from '../lint-context.ts';
import { isCatchAll, ruleCovers } from '../rule-cover.ts';
import { capital, labelOf, policyName, quotedList } from '../wording.ts';

/** Classes looked at in all; each costs a look at what it says to all others. */
const CLASSES = 10_000;

/** Calico reference, "NetworkPolicy", order: what comes behind policies of Kubernetes is the affair of `order-vs-k8s`. */
const KUBERNETES_ORDER = 1000;

interface Asked {
  readonly policy: PlacedPolicy;
  readonly direction: Direction;
  readonly rule: Rule;
}

/** Whether all that the rule matches is allowed for certain, as far as it matches anything. */
function isAllAllowed({ policy, direction, rule }: Asked, budget: PairBudget, context: LintContext): boolean {
  const { matrix, table } = context.snapshot;
  const owns = policy.subjects.and(context.matched(rule, 'own')).and(context.endpoints);
  const peers = context.matched(rule, 'peer');
  const hasNames = rule.matches.some(({ traffic, except = [] }) =>
    [...traffic, ...except].some(({ type }) => type === 'named'),
  );
  if (owns.isEmpty() || peers.isEmpty() || hasNames) return false;
  const points = rule.matches
    .map((match) => context.engine.traffic(match, -1))
    .reduce((a, b) => table.union(a, b), table.none);
  for (const own of owns) {
    if (!budget.take()) return false;
    for (const family of matrix.families) {
      const { groups } = matrix.over(family).verdicts(direction, own);
      const acts = groups.some(
        ({ columns, allowed }) => columns.intersects(peers) && table.difference(points, allowed) !== table.none,
      );
      if (acts) return false;
    }
  }
  return true;
}

/** Policies asked before it whose Allow rules match some of it. */
function allowersOf({ policy, direction, rule }: Asked, context: LintContext): readonly PlacedPolicy[] {
  const peers = context.matched(rule, 'peer');
  return policiesInOrder(context).filter(
    (other) =>
      other.index <= policy.index &&
      other.subjects.intersects(policy.subjects) &&
      other.policy[direction]?.some(
        (one) =>
          one.action === 'allow' &&
          (other !== policy || one.number < rule.number) &&
          context.matched(one, 'peer').intersects(peers),
      ),
  );
}

/** Whether another lint tells why: one rule that takes it all by its text, an Allow for everybody, or the order of Kubernetes. */
function isTold({ policy, direction, rule }: Asked, by: readonly PlacedPolicy[], context: LintContext): boolean {
  const { families } = context.snapshot.matrix;
  const isLate =
    policy.policy.order >= KUBERNETES_ORDER && by.every(({ resource }) => resource?.kind === 'NetworkPolicy');
  return (
    isLate ||
    by.some(
      (other) =>
        broadAllow(other, direction, context) !== undefined ||
        (policy.subjects.isSubsetOf(other.subjects) &&
          other.policy[direction]?.some((one) => ruleCovers(one, rule, families))),
    )
  );
}

function finding(asked: Asked, budget: PairBudget, context: LintContext): readonly Finding[] {
  const { policy, direction, rule } = asked;
  const { resource } = policy;
  if (!resource || rule.action !== 'deny' || isCatchAll(rule, context.snapshot.matrix.families)) return [];
  if (!isAllAllowed(asked, budget, context)) return [];
  const by = allowersOf(asked, context);
  if (by.length === 0 || isTold(asked, by, context)) return [];
  const order = Math.min(...by.map((one) => one.policy.order));
  const isMovable =
    'spec' in resource &&
    'doNotTrack' in resource.spec &&
    Number.isFinite(order) &&
    !by.includes(policy) &&
    by.every((one) => one.policy.tier === policy.policy.tier);
  const first = Math.ceil(order) - 1;
  return [
    {
      message: `${capital(direction)} rule ${rule.number} (Deny) never acts on what is in the manifests: ${quotedList(by.map((one) => policyName(one.policy)))} ${by.length === 1 ? 'is' : 'are'} asked before and ${by.length === 1 ? 'allows' : 'allow'} all that it matches`,
      advice: 'Allow is final: give the Deny the lower order or the earlier tier, or narrow the Allow rules.',
      range: rule.range,
      object: labelOf(resource),
      related: by.slice(0, 5).map((one) => ({
        message: 'allows it before',
        range: one.resource?.nameRange ?? one.policy.range,
      })),
      fixes: isMovable
        ? fixOf(
            `Write \`order: ${first}\`: ask this policy first`,
            setEntry(context.manifests.find(resource.range, ['spec']), 'order', first),
          )
        : [],
    },
  ];
}

const rest = `---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: batch, namespace: shop, labels: { app: batch, team: shop } } }
`;

export const allowBeforeDeny: Lint = {
  code: 'allow-before-deny',
  severity: 'warning',
  title: 'A Deny comes after the Allow rules that have let everything through',
  docs: {
    why: 'Policies are asked from the lowest order to the highest, and the first rule that matches decides. A Deny behind an Allow for the same flows is there to be read, and closes nothing.',
    fix: 'Give the policy with the Deny a lower order than those with the Allow, or put it into an earlier tier.',
    source: {
      title: 'Calico: NetworkPolicy, order',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: deny-batch, namespace: shop }
spec:
  order: 300
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { selector: app == 'batch' }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: allow-team, namespace: shop }
spec:
  order: 200
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { selector: team == 'shop' }
${rest}`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: deny-batch, namespace: shop }
spec:
  order: 100
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { selector: app == 'batch' }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: allow-team, namespace: shop }
spec:
  order: 200
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { selector: team == 'shop' }
${rest}`,
  },
  check(context) {
    const budget = new PairBudget(CLASSES);
    return policiesInOrder(context).flatMap((policy) =>
      DIRECTIONS.flatMap((direction) =>
        (policy.policy[direction] ?? []).flatMap((rule) => finding({ policy, direction, rule }, budget, context)),
      ),
    );
  },
};
