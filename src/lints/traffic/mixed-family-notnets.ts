// `mixed-family-notnets`: exceptions of one address family, which take the rule away from the other one.
import type { Family } from '../../net/cidr.ts';
import type { CalicoRule } from '../../resources/calico-resource.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicyRule, LintContext, RuleSide } from '../lint-context.ts';

/** The family that the exceptions of a side leave out, although nothing else in the rule does. */
function lostFamily({ entity }: RuleSide, rule: CalicoRule, families: readonly Family[]): Family | undefined {
  const [first] = entity.notNets;
  if (!first || rule.ipVersion !== undefined || rule.protocol === 1 || rule.protocol === 58) return undefined;
  if (rule.source.nets.length + rule.destination.nets.length > 0) return undefined;
  return families.find((family) => entity.notNets.every((net) => net.family !== family));
}

function finding(
  side: RuleSide,
  { rule, compiled }: CalicoPolicyRule,
  label: string,
  context: LintContext,
): readonly Finding[] {
  const { families } = context.snapshot.matrix;
  const family = compiled && lostFamily(side, rule, families);
  if (!family) return [];
  const written = family === 4 ? 6 : 4;
  const isAll = families.length === 1;
  return [
    {
      message: `\`notNets\` has IPv${written} addresses only, so the rule does not apply to IPv${family} at all${isAll ? ', and the cluster uses nothing else' : ''}`,
      advice: `Write one rule for each family: this one with \`ipVersion: ${written}\`, and one without these exceptions with \`ipVersion: ${family}\`.`,
      range: side.entity.range ?? rule.range,
      object: label,
    },
  ];
}

export const mixedFamilyNotnets: Lint = {
  code: 'mixed-family-notnets',
  severity: 'warning',
  title: 'Exceptions of one address family take the rule away from the other',
  docs: {
    why: 'Calico applies a rule to a family only if each of its address lists has an entry of that family, `notNets` included.',
    fix: 'Write one rule for each family: one with `ipVersion` of the exceptions, and one for the other family without them.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Egress]
  egress:
    - action: Allow
      destination: { notNets: ["fd00::/8"] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } }, status: { podIP: 10.244.0.7 } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Egress]
  egress:
    - action: Allow
      ipVersion: 6
      destination: { notNets: ["fd00::/8"] }
    - action: Allow
      ipVersion: 4
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } }, status: { podIP: 10.244.0.7 } }
`,
  },
  check: (context) =>
    context.calico.flatMap(({ label, rules }) =>
      rules.flatMap((rule) => rule.sides.flatMap((side) => finding(side, rule, label, context))),
    ),
};
