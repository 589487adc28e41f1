// `rule-matches-nothing`: a rule whose conditions hold each by itself, and never together; or that means an empty set.
import type { Peer, Rule } from '../../model/policy.ts';
import { type Selector, selects } from '../../model/selector.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { capital, labelOf, quotedList } from '../wording.ts';

/** What a peer selects by labels; undefined where it means addresses, or anything else, as well. */
function selectorsOf(peer: Peer): readonly Selector[] | undefined {
  if (peer.op === 'endpoints' || peer.op === 'objects') return [peer.selector];
  if (peer.op !== 'or' || peer.terms.length === 0) return undefined;
  const parts = peer.terms.map(selectorsOf);
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

/**
 * Whether a namespace is asked for beside the labels of pods. Where a rule means its own namespace only, other lints look for
 * what it does not find there.
 */
function asksForNamespaces({ resource }: PlacedPolicy, direction: Direction, { range }: Rule): boolean {
  if (resource?.kind === 'NetworkPolicy') {
    const rule = resource.spec[direction].find((one) => one.range.start === range.start);
    return rule?.peers.every((peer) => peer.type === 'pods' && peer.namespaceSelector !== undefined) ?? false;
  }
  if (resource?.kind !== 'CalicoNetworkPolicy') return true;
  const rule = resource.spec[direction].find((one) => one.range.start === range.start);
  return (direction === 'ingress' ? rule?.source : rule?.destination)?.namespaceSelector !== undefined;
}

const conditionsOf = (selector: Selector): readonly Selector[] =>
  selector.op === 'and' ? selector.terms.flatMap(conditionsOf) : selector.op === 'type' ? [] : [selector];

/** Whether each condition selects somebody, and all together nobody, pods on the host network included. */
function neverMeets(selector: Selector, { snapshot: { selectors } }: LintContext): boolean {
  if (!selectors.select(selector).isEmpty()) return false;
  const conditions = conditionsOf(selector);
  return conditions.length > 1 && conditions.every((one) => !selectors.select(one).isEmpty());
}

/** Sets without addresses that a selector selects. */
function emptySets(selector: Selector, { snapshot: { cluster } }: LintContext): readonly string[] {
  const found = cluster.sets.filter((set) => set.shown && selects(selector, (scope) => set.labels[scope]));
  if (found.some(({ cidrs, more }) => cidrs.length > 0 || more)) return [];
  return found.map(({ name }) => name);
}

function finding(policy: PlacedPolicy, direction: Direction, rule: Rule, context: LintContext): readonly Finding[] {
  const { resource, subjects } = policy;
  if (!resource || rule.action === 'log' || subjects.isEmpty() || rule.matches.length === 0) return [];
  if (!context.matched(rule, 'peer').isEmpty()) return [];
  const parts = rule.matches.map(({ peer }) => selectorsOf(peer));
  const selectors = parts.flatMap((one) => one ?? []);
  if (parts.some((one) => one === undefined) || selectors.length === 0) return [];
  const sets = selectors.flatMap((one) => emptySets(one, context));
  const isNever =
    asksForNamespaces(policy, direction, rule) && selectors.every((selector) => neverMeets(selector, context));
  if (sets.length === 0 && !isNever) return [];
  const why =
    sets.length > 0
      ? `${quotedList([...new Set(sets)])} ${sets.length === 1 ? 'has' : 'have'} no addresses`
      : 'there are pods for each of its conditions, and none for all of them together';
  return [
    {
      message: `${capital(direction)} rule ${rule.number} matches nothing: ${why}`,
      advice:
        sets.length > 0
          ? 'Write the addresses into the set.'
          : 'Conditions of one peer hold together: make several peers of them if any of them is to do, or correct the labels.',
      range: rule.range,
      object: labelOf(resource),
    },
  ];
}

const pods = `---
{ apiVersion: v1, kind: Namespace, metadata: { name: monitoring, labels: { team: ops } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: grafana, namespace: monitoring, labels: { app: grafana } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: prometheus, namespace: shop, labels: { app: prometheus } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`;

export const ruleMatchesNothing: Lint = {
  code: 'rule-matches-nothing',
  severity: 'info',
  title: 'A rule whose conditions never hold together',
  docs: {
    why: 'A namespace selector and a pod selector in one peer must both hold. Written for “pods of this namespace, or pods with this label” the rule lets in nobody, although each half finds somebody.',
    fix: 'Make two peers of it where either is to do (a second dash before `podSelector`); else correct the namespace or the label. Fill a network set that has no addresses.',
    source: {
      title: 'Kubernetes: behavior of to and from selectors',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress:
    - from:
        - namespaceSelector: { matchLabels: { team: ops } }
          podSelector: { matchLabels: { app: prometheus } }
${pods}`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress:
    - from:
        - namespaceSelector: { matchLabels: { team: ops } }
        - podSelector: { matchLabels: { app: prometheus } }
${pods}`,
  },
  check: (context) =>
    policiesInOrder(context).flatMap((policy) =>
      DIRECTIONS.flatMap((direction) =>
        (policy.policy[direction] ?? []).flatMap((rule) => finding(policy, direction, rule, context)),
      ),
    ),
};
