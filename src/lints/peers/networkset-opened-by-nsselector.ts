// `networkset-opened-by-nsselector`: a rule about the pods of some namespaces that means their network sets as well.

import { fixOf, setEntry } from '../../documents/write-edits.ts';
import { fitsItself, fitsNamespace, labelledObjects, objectNames } from '../labelled-objects.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, CalicoPolicyRule, LintContext, RuleSide } from '../lint-context.ts';
import { conjoin } from '../selector-tree.ts';
import { listed } from '../wording.ts';

/** Calico gives it to pods alone. */
const IS_A_POD = 'has(projectcalico.org/orchestrator)';

function finding(
  policy: CalicoPolicy,
  { entity, path }: RuleSide,
  rule: CalicoPolicyRule,
  context: LintContext,
): readonly Finding[] {
  if (!entity.namespaceSelector || rule.rule.action !== 'Allow' || !rule.compiled) return [];
  if (!context.snapshot.cluster.sets.some(({ shown, namespace }) => shown && namespace !== '')) return [];
  const meant = labelledObjects(context).filter(
    (object) => fitsNamespace(entity, object, policy.namespace) && fitsItself(entity, object),
  );
  const sets = meant.filter(({ type }) => type === 'network set');
  // Who selects sets alone means them.
  if (sets.length === 0 || !meant.some(({ type }) => type === 'pod')) return [];
  const selector = entity.selector ? conjoin(IS_A_POD, entity.selector.text) : IS_A_POD;
  const place = context.manifests.find(policy.resource.range, path);
  return [
    {
      message: `Beside pods the rule also opens the addresses of ${listed(objectNames(sets, context))}, which the namespaceSelector selects`,
      advice: `To mean pods only, add \`${IS_A_POD}\` to the selector.`,
      range: entity.namespaceSelector.range,
      object: policy.label,
      fixes: fixOf('Mean pods only', setEntry(place, 'selector', selector)),
    },
  ];
}

const objects = `---
{ apiVersion: v1, kind: Pod, metadata: { name: agent, namespace: ops } }
---
apiVersion: projectcalico.org/v3
kind: NetworkSet
metadata: { name: offices, namespace: ops }
spec: { nets: [203.0.113.0/24] }
`;

export const networksetOpenedByNsselector: Lint = {
  code: 'networkset-opened-by-nsselector',
  severity: 'info',
  title: 'A rule for the pods of a namespace opens its network sets too',
  docs: {
    why: 'A `namespaceSelector` selects everything with labels in a namespace: its pods, and the addresses of its NetworkSets.',
    fix: 'Ask for pods as well, by a label that they have and the NetworkSet lacks, or keep the set in a namespace that no rule names as a whole.',
    source: { title: 'Calico: NetworkSet', url: 'https://docs.tigera.io/calico/latest/reference/resources/networkset' },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { namespaceSelector: projectcalico.org/name == 'ops' }
${objects}`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { namespaceSelector: projectcalico.org/name == 'ops', selector: has(projectcalico.org/orchestrator) }
${objects}`,
  },
  check: (context) =>
    context.calico.flatMap((policy) =>
      policy.rules.flatMap((rule) => rule.sides.flatMap((side) => finding(policy, side, rule, context))),
    ),
};
