// `negative-nsselector-matches-global`: a namespaceSelector of a rule that holds for what is in no namespace.

import { fixOf, replaceValue } from '../../documents/write-edits.ts';
import type { CalicoEntity } from '../../resources/calico-resource.ts';
import { fitsItself, type LabelledObject, labelledObjects, objectNames } from '../labelled-objects.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext, RuleSide } from '../lint-context.ts';
import { conjoin, holdsWithoutLabels } from '../selector-tree.ts';
import { listed } from '../wording.ts';

const IN_A_NAMESPACE = 'has(projectcalico.org/name)';

const isCall = (text: string): boolean => /^\s*global\(\s*\)\s*$/.test(text);

/** Only what has addresses can be found by a rule. */
const hasAddresses = ({ source }: LabelledObject): boolean => typeof source !== 'number' && source.cidrs.length > 0;

function globalsMeant(entity: CalicoEntity, { placed }: CalicoPolicy, context: LintContext): readonly LabelledObject[] {
  if (placed.length === 0) return [];
  return labelledObjects(context).filter(
    (object) => object.namespace === '' && hasAddresses(object) && fitsItself(entity, object),
  );
}

function finding(policy: CalicoPolicy, { entity, path }: RuleSide, context: LintContext): readonly Finding[] {
  const field = entity.namespaceSelector;
  if (!field || isCall(field.text) || !holdsWithoutLabels(field.tree)) return [];
  const meant = globalsMeant(entity, policy, context);
  const whom =
    meant.length === 0
      ? 'global network sets and host endpoints, of which the manifests hold none that fits'
      : listed(objectNames(meant, context));
  const place = context.manifests.find(policy.resource.range, [...path, 'namespaceSelector']);
  return [
    {
      ...(meant.length === 0 ? { severity: 'info' as const } : {}),
      message: `The namespaceSelector holds without a namespace too, so the rule also means ${whom}`,
      advice: `Ask for a namespace first: \`${IN_A_NAMESPACE} && …\`.`,
      range: field.range,
      object: policy.label,
      fixes: fixOf(`Add \`${IN_A_NAMESPACE}\``, replaceValue(place, conjoin(IN_A_NAMESPACE, field.text))),
    },
  ];
}

const set = `---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: { name: partners, labels: { role: partner } }
spec: { nets: [203.0.113.0/24] }
`;

export const negativeNsselectorMatchesGlobal: Lint = {
  code: 'negative-nsselector-matches-global',
  severity: 'warning',
  title: 'A negative namespaceSelector also means what is in no namespace',
  docs: {
    why: '`!=`, `not in` and `!has()` hold for what lacks the label. Global network sets and host endpoints have no namespace, so a rule “from all namespaces but one” also means their addresses.',
    fix: 'Ask for a namespace as well: `has(projectcalico.org/name) && …` holds for namespaces only.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: web }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { namespaceSelector: team != 'red' }
${set}`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: web }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { namespaceSelector: has(projectcalico.org/name) && team != 'red' }
${set}`,
  },
  check: (context) =>
    context.calico.flatMap((policy) =>
      policy.rules.flatMap(({ sides }) => sides.flatMap((side) => finding(policy, side, context))),
    ),
};
