// `unreachable-after-catch-all`: rules after one that takes everything.
import { isTerminal, policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { isCatchAll, isSameRule } from '../rule-cover.ts';
import { actionWord, capital, labelOf, rulesText } from '../wording.ts';

function finding({ policy, resource }: PlacedPolicy, direction: Direction, context: LintContext): readonly Finding[] {
  const { families } = context.snapshot.matrix;
  const rules = policy[direction] ?? [];
  const at = rules.findIndex((rule) => isTerminal(rule) && isCatchAll(rule, families));
  const taker = rules[at];
  // A Log rule that never logs is another lint's affair, and so is what repeats the rule itself.
  const rest = taker ? rules.slice(at + 1).filter((rule) => isTerminal(rule) && !isSameRule(rule, taker)) : [];
  const [first] = rest;
  if (!taker || !first || !resource) return [];
  const isMoot = rest.every(({ action }) => action === taker.action);
  const text = capital(rulesText(rest.map(({ number }) => number)));
  const verb = rest.length === 1 ? ['is', 'adds'] : ['are', 'add'];
  return [
    {
      ...(isMoot ? { severity: 'info' as const } : {}),
      message: isMoot
        ? `${text} ${verb[1]} nothing: ${direction} rule ${taker.number} matches everything already`
        : `${text} ${verb[0]} never reached: ${direction} rule ${taker.number} (${actionWord(taker.action)}) matches everything`,
      advice: isMoot ? 'Remove the rules, or narrow the one before.' : 'Write the narrower rules first.',
      range: first.range,
      object: labelOf(resource),
      related: [{ message: 'matches everything', range: taker.range }],
    },
  ];
}

export const unreachableAfterCatchAll: Lint = {
  code: 'unreachable-after-catch-all',
  severity: 'warning',
  title: 'Rules after one that takes everything',
  docs: {
    why: 'Rules are asked from top to bottom, and the first that matches decides. After a rule without conditions none is asked.',
    fix: 'Put the rule without conditions last, give it conditions, or take out what follows it.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
    - action: Deny
      source: { nets: [203.0.113.0/24] }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { nets: [203.0.113.0/24] }
    - action: Allow
`,
  },
  check: (context) =>
    policiesInOrder(context).flatMap((placed) =>
      DIRECTIONS.flatMap((direction) => finding(placed, direction, context)),
    ),
};
