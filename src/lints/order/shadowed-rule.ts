// `shadowed-rule`: a rule that is never reached, because an earlier one takes all that it matches.

import { fixOf, setEntry } from '../../documents/write-edits.ts';
import type { Rule } from '../../model/policy.ts';
import { broadAllow } from '../broad-allow.ts';
import { isTerminal, isUndecided, policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, PairBudget, type PlacedPolicy } from '../lint-context.ts';
import { isCatchAll, isSameRule, ruleCovers } from '../rule-cover.ts';
import { actionWord, capital, labelOf, policyName, rulesText } from '../wording.ts';

/** Pairs of rules compared in all. */
const PAIRS = 50_000;

interface Shadow {
  readonly by: PlacedPolicy;
  readonly rule: Rule;
}

/** A policy with rules in a direction. */
interface Asked {
  readonly by: PlacedPolicy;
  readonly action: Rule['action'] | undefined;
}

/** Whether some rule before `rule` may send what it matches on to the next tier. */
function mayPassBefore({ by, rule }: Shadow, direction: Direction, context: LintContext): boolean {
  return policiesInOrder(context).some(
    ({ policy, index, subjects }) =>
      policy.tier === by.policy.tier &&
      index <= by.index &&
      subjects.intersects(by.subjects) &&
      (policy[direction] ?? []).some((one) => one.action === 'pass' && (index < by.index || one.number < rule.number)),
  );
}

/** Whether an earlier policy's rule keeps `rule` from ever being asked. */
function shadows(shadow: Shadow, rule: Rule, policy: PlacedPolicy, direction: Direction, context: LintContext) {
  const { by, rule: wide } = shadow;
  const isSameTier = by.policy.tier === policy.policy.tier;
  if (!isTerminal(wide) || wide.action === rule.action || (wide.action === 'pass' && !isSameTier)) return false;
  if (!ruleCovers(wide, rule, context.snapshot.matrix.families)) return false;
  return isSameTier || !mayPassBefore(shadow, direction, context);
}

/** The only action of a policy's rules in a direction; undefined where there are several, or none. */
function onlyAction({ policy }: PlacedPolicy, direction: Direction): Rule['action'] | undefined {
  const [first, ...others] = policy[direction] ?? [];
  return others.every(({ action }) => action === first?.action) ? first?.action : undefined;
}

/** Policies asked before this one that apply to all that it applies to, unless they only agree with it. */
function askedBefore(
  policy: PlacedPolicy,
  direction: Direction,
  asked: readonly Asked[],
  context: LintContext,
): readonly PlacedPolicy[] {
  if (policy.subjects.isEmpty()) return [];
  const own = onlyAction(policy, direction);
  const found: PlacedPolicy[] = [];
  for (const { by, action } of asked) {
    if (by.index >= policy.index) break;
    if (own !== undefined && own === action) continue;
    // What an Allow of everything for everybody takes away is told once, where it stands.
    if (broadAllow(by, direction, context)) continue;
    if (policy.subjects.isSubsetOf(by.subjects) && !isUndecided(by, policy)) found.push(by);
  }
  return found;
}

/** The rule that takes all that `rule` matches; of the same policy first. */
function shadowOf(
  rule: Rule,
  { policy, earlier }: { readonly policy: PlacedPolicy; readonly earlier: readonly PlacedPolicy[] },
  direction: Direction,
  budget: PairBudget,
  context: LintContext,
): Shadow | undefined {
  const { families } = context.snapshot.matrix;
  const before = (policy.policy[direction] ?? []).filter((one) => one.number < rule.number && isTerminal(one));
  // What follows a rule without conditions, and what repeats another, is said by other lints.
  if (before.some((one) => isCatchAll(one, families) || isSameRule(one, rule))) return undefined;
  const own = before.find((one) => budget.take() && ruleCovers(one, rule, families));
  if (own) return { by: policy, rule: own };
  for (const by of earlier) {
    for (const wide of by.policy[direction] ?? []) {
      if (wide.action === rule.action || !budget.take()) continue;
      const shadow = { by, rule: wide };
      if (shadows(shadow, rule, policy, direction, context)) return shadow;
    }
  }
  return undefined;
}

/** Why the other policy is asked first. */
function precedence({ by }: Shadow, { policy }: PlacedPolicy): string {
  if (by.policy.tier !== policy.tier) return `its tier \`${by.policy.tier}\` comes before \`${policy.tier}\``;
  const orderOf = (order: number): string => (order === Number.POSITIVE_INFINITY ? 'none' : String(order));
  if (by.policy.order === policy.order) return 'of policies with the same order its name goes first';
  return `the lowest order goes first: ${orderOf(by.policy.order)} there, ${orderOf(policy.order)} here`;
}

function fixesFor({ by }: Shadow, { policy, resource }: PlacedPolicy, context: LintContext) {
  const isCalico = resource && 'spec' in resource && 'doNotTrack' in resource.spec;
  if (!isCalico || by.policy.tier !== policy.tier || !Number.isFinite(by.policy.order)) return [];
  const order = Math.ceil(by.policy.order) - 1;
  const spec = context.manifests.find(resource.range, ['spec']);
  return fixOf(`Write \`order: ${order}\`: ask this policy first`, setEntry(spec, 'order', order));
}

function finding(shadow: Shadow, rules: readonly Rule[], policy: PlacedPolicy, context: LintContext) {
  const [first] = rules;
  if (!first || !policy.resource) return [];
  const { by, rule } = shadow;
  const isOwn = by === policy;
  const isMoot = rules.every(({ action }) => action === rule.action);
  const [is, does] = rules.length === 1 ? ['is', 'it does'] : ['are', 'they do'];
  const which = isOwn ? `rule ${rule.number}` : `rule ${rule.number} of \`${policyName(by.policy)}\``;
  const why = isOwn ? '' : `; ${precedence(shadow, policy)}`;
  return [
    {
      ...(isMoot ? { severity: 'info' as const } : {}),
      message: `${capital(rulesText(rules.map(({ number }) => number)))} (${actionWord(first.action)}) ${is} never reached: ${which} (${actionWord(rule.action)}) matches all that ${does}${why}`,
      advice: isOwn
        ? 'Write the narrower rule first, or remove the one that is never reached.'
        : 'Allow and Deny are final: give this policy the lower order or the earlier tier, or narrow the other rule.',
      range: first.range,
      object: labelOf(policy.resource),
      related: [{ message: 'takes all that it matches', range: rule.range }],
      fixes: isOwn ? [] : fixesFor(shadow, policy, context),
    } satisfies Finding,
  ];
}

function inDirection(
  policy: PlacedPolicy,
  direction: Direction,
  {
    asked,
    budget,
    context,
  }: { readonly asked: readonly Asked[]; readonly budget: PairBudget; readonly context: LintContext },
) {
  const found = new Map<Rule, { readonly shadow: Shadow; readonly rules: Rule[] }>();
  const earlier = askedBefore(policy, direction, asked, context);
  for (const rule of (policy.policy[direction] ?? []).filter(isTerminal)) {
    const shadow = shadowOf(rule, { policy, earlier }, direction, budget, context);
    if (!shadow) continue;
    const known = found.get(shadow.rule) ?? { shadow, rules: [] };
    found.set(shadow.rule, known);
    known.rules.push(rule);
  }
  return [...found.values()].flatMap(({ shadow, rules }) => finding(shadow, rules, policy, context));
}

export const shadowedRule: Lint = {
  code: 'shadowed-rule',
  severity: 'warning',
  title: 'A rule that is never reached',
  docs: {
    why: 'Tiers, policies and rules are asked in order, the lowest order number first, and the first rule that matches decides: after an Allow no later policy narrows anything, after a Deny none opens it.',
    fix: 'Put the narrower rule, or the policy that holds it, in front of the wider one, or take it out if the wider one says what is meant.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: allow-ops, namespace: shop }
spec:
  order: 10
  selector: all()
  types: [Ingress]
  ingress:
    - action: Allow
      source: { nets: [10.0.0.0/8] }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: deny-batch, namespace: shop }
spec:
  order: 100
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { nets: [10.1.0.0/16] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: allow-ops, namespace: shop }
spec:
  order: 100
  selector: all()
  types: [Ingress]
  ingress:
    - action: Allow
      source: { nets: [10.0.0.0/8] }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: deny-batch, namespace: shop }
spec:
  order: 10
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { nets: [10.1.0.0/16] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
  },
  check(context) {
    const budget = new PairBudget(PAIRS);
    const all = policiesInOrder(context);
    return DIRECTIONS.flatMap((direction) => {
      const asked = all.flatMap((by): Asked[] =>
        (by.policy[direction] ?? []).length > 0 ? [{ by, action: onlyAction(by, direction) }] : [],
      );
      return asked.flatMap(({ by }) => inDirection(by, direction, { asked, budget, context }));
    });
  },
};
