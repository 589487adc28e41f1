// `log-after-terminal`: a Log rule behind one that decides all that it would log.
import type { QuickFix } from '../../documents/diagnostic.ts';
import type { SourceRange } from '../../documents/source-file.ts';
import type { Rule } from '../../model/policy.ts';
import { isTerminal, policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, PairBudget, type PlacedPolicy } from '../lint-context.ts';
import { ruleCovers } from '../rule-cover.ts';
import { actionWord, labelOf } from '../wording.ts';

/** Pairs of rules compared in all. */
const PAIRS = 5000;

/** Two neighbours change places, each as it is written. */
function swap(first: SourceRange, second: SourceRange, { manifests }: LintContext): readonly QuickFix[] {
  const text = manifests.textOf(first.file);
  const written = ({ start, end }: SourceRange): string => text.slice(start, end).trimEnd();
  const put = ({ file, start, ...range }: SourceRange, other: SourceRange) => {
    const end = start + written({ file, start, ...range }).length;
    return { file, start, end, text: written(other) };
  };
  const title = 'Write the Log rule first';
  return text === '' ? [] : [{ title, edits: [put(first, second), put(second, first)] }];
}

function finding(
  log: Rule,
  { policy, resource }: PlacedPolicy,
  { direction, budget, context }: { direction: Direction; budget: PairBudget; context: LintContext },
): readonly Finding[] {
  const { families } = context.snapshot.matrix;
  const before = (policy[direction] ?? []).filter(({ number }) => number < log.number);
  const taker = before.find((rule) => isTerminal(rule) && budget.take() && ruleCovers(rule, log, families));
  if (!taker || !resource) return [];
  return [
    {
      message: `Rule ${log.number} (Log) never logs: rule ${taker.number} (${actionWord(taker.action)}) decides all that it matches`,
      advice: 'Write the Log rule before the one that decides.',
      range: log.range,
      object: labelOf(resource),
      related: [{ message: 'decides all that it matches', range: taker.range }],
      fixes: taker.number === log.number - 1 ? swap(taker.range, log.range, context) : [],
    },
  ];
}

export const logAfterTerminal: Lint = {
  code: 'log-after-terminal',
  severity: 'warning',
  title: 'A Log rule that never logs',
  docs: {
    why: 'Allow, Deny and Pass end the evaluation of a tier. A Log rule behind one that matches the same traffic is never asked, so the log stays empty.',
    fix: 'Write the Log rule in front of the rule that decides.',
    source: {
      title: 'Calico: log rules',
      url: 'https://docs.tigera.io/calico/latest/network-policy/policy-rules/log-rules',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { nets: [203.0.113.0/24] }
    - action: Log
      source: { nets: [203.0.113.0/24] }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Log
      source: { nets: [203.0.113.0/24] }
    - action: Deny
      source: { nets: [203.0.113.0/24] }
`,
  },
  check(context) {
    const budget = new PairBudget(PAIRS);
    return policiesInOrder(context).flatMap((placed) =>
      DIRECTIONS.flatMap((direction) =>
        (placed.policy[direction] ?? [])
          .filter(({ action }) => action === 'log')
          .flatMap((rule) => finding(rule, placed, { direction, budget, context })),
      ),
    );
  },
};
