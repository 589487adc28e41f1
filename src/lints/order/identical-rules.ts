// `identical-rules`: a rule that says what one before it says already.
import { fixOf, removeItem } from '../../documents/write-edits.ts';
import type { Rule } from '../../model/policy.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, PairBudget, type PlacedPolicy } from '../lint-context.ts';
import { isSameRule } from '../rule-cover.ts';
import { labelOf } from '../wording.ts';

/** Pairs of rules compared in all; most differ in their first words. */
const PAIRS = 20_000;

/** The words of a rule that differ soonest. */
const sketch = ({ action, matches }: Rule): string =>
  `${action} ${matches.length} ${matches[0]?.who ?? ''} ${matches[0]?.traffic[0]?.text ?? ''}`;

/** Rules that repeat one before, each with that one. */
function repeated(rules: readonly Rule[], budget: PairBudget): readonly (readonly [Rule, Rule])[] {
  const bySketch = new Map<string, Rule[]>();
  const found: (readonly [Rule, Rule])[] = [];
  for (const rule of rules) {
    const alike = bySketch.get(sketch(rule)) ?? [];
    bySketch.set(sketch(rule), alike);
    const first = alike.find((other) => budget.take() && isSameRule(other, rule));
    if (first) found.push([first, rule]);
    else alike.push(rule);
  }
  return found;
}

function findings(
  { policy, resource }: PlacedPolicy,
  direction: Direction,
  budget: PairBudget,
  { manifests }: LintContext,
): readonly Finding[] {
  const rules = policy[direction] ?? [];
  if (!resource || rules.length < 2) return [];
  return repeated(rules, budget).map(([first, rule]): Finding => {
    const effect = rule.action === 'log' ? 'logs the same packets once more' : 'adds nothing';
    return {
      message: `${direction === 'ingress' ? 'Ingress' : 'Egress'} rule ${rule.number} says the same as rule ${first.number} and ${effect}`,
      advice: 'Remove it, or write what it was to say.',
      range: rule.range,
      object: labelOf(resource),
      related: [{ message: 'says the same', range: first.range }],
      fixes: fixOf('Remove the rule', removeItem(manifests.find(resource.range, ['spec', direction, rule.range]))),
    };
  });
}

export const identicalRules: Lint = {
  code: 'identical-rules',
  severity: 'info',
  title: 'A rule says what one before it says already',
  docs: {
    why: 'The first rule that matches decides, so the second of two equal rules is never asked. Often it was copied to be changed, and then was not.',
    fix: 'Remove the rule, or change it to what it was copied for.',
    source: {
      title: 'Calico: policy rules',
      url: 'https://docs.tigera.io/calico/latest/network-policy/policy-rules/policy-rules-overview',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      source: { selector: app == 'gateway' }
      destination: { ports: [8080] }
    - action: Allow
      protocol: TCP
      source: { selector: app == 'gateway' }
      destination: { ports: [8080] }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      source: { selector: app == 'gateway' }
      destination: { ports: [8080] }
    - action: Allow
      protocol: TCP
      source: { selector: app == 'gateway' }
      destination: { ports: [8443] }
`,
  },
  check(context) {
    const budget = new PairBudget(PAIRS);
    return policiesInOrder(context).flatMap((placed) =>
      DIRECTIONS.flatMap((direction) => findings(placed, direction, budget, context)),
    );
  },
};
