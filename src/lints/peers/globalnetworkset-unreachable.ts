// `globalnetworkset-unreachable`: a rule that means a global network set, asked for in namespaces, where it is not.

import { fixOf, setEntry } from '../../documents/write-edits.ts';
import { asksForObjects, fitsItself, fitsNamespace, labelledObjects, objectNames } from '../labelled-objects.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, CalicoPolicyRule, LintContext, RuleSide } from '../lint-context.ts';
import { listed } from '../wording.ts';

function finding(
  policy: CalicoPolicy,
  side: RuleSide,
  rule: CalicoPolicyRule,
  context: LintContext,
): readonly Finding[] {
  const { entity, path, end } = side;
  const isEmpty = rule.compiled !== undefined && context.matched(rule.compiled, end).isEmpty();
  // A side that says nothing of labels means no set in particular.
  const asksLabels = entity.selector ?? entity.notSelector;
  if (!isEmpty || !asksLabels || !asksForObjects(entity)) return [];
  const fitting = labelledObjects(context).filter((object) => fitsItself(entity, object));
  if (fitting.some((object) => fitsNamespace(entity, object, policy.namespace))) return [];
  const globals = fitting.filter(({ namespace }) => namespace === '');
  if (globals.length === 0) return [];
  const where = entity.namespaceSelector
    ? 'the namespaceSelector asks for a namespace'
    : `only objects of ${policy.namespace} are meant`;
  return [
    {
      message: `This matches nothing: ${where}, and ${listed(objectNames(globals, context))} is in none`,
      advice: 'Write `namespaceSelector: global()` to mean global network sets and host endpoints.',
      range: entity.selector?.range ?? entity.range ?? rule.rule.range,
      object: policy.label,
      fixes: fixOf(
        'Write `namespaceSelector: global()`',
        setEntry(context.manifests.find(policy.resource.range, path), 'namespaceSelector', 'global()'),
      ),
    },
  ];
}

const set = `---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: { name: partners, labels: { role: partner } }
spec: { nets: [203.0.113.0/24] }
`;

export const globalnetworksetUnreachable: Lint = {
  code: 'globalnetworkset-unreachable',
  severity: 'warning',
  title: 'A global network set is asked for where only namespaces are looked at',
  docs: {
    why: 'A GlobalNetworkSet is in no namespace. Rules of a namespaced policy find it only with `namespaceSelector: global()`.',
    fix: 'Write `namespaceSelector: global()` beside the selector of the set.',
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
      source: { selector: role == 'partner' }
${set}`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { namespaceSelector: global(), selector: role == 'partner' }
${set}`,
  },
  check: (context) =>
    context.calico.flatMap((policy) =>
      policy.rules.flatMap((rule) => rule.sides.flatMap((side) => finding(policy, side, rule, context))),
    ),
};
