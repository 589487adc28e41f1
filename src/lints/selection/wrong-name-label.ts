// `wrong-name-label`: a label that names a namespace, asked of what does not have it.

import { fixOf, renameEntry } from '../../documents/write-edits.ts';
import { NAMESPACE_NAME_LABEL } from '../../model/selector.ts';
import { ACCOUNT_LABEL, NAMESPACE_LABEL, NAMESPACE_PREFIX, OWN_NAME } from '../calico-labels.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext } from '../lint-context.ts';
import { type PolicySelector, selectorsOf } from '../policy-selectors.ts';
import { conditionHolds, conditionsOf, editSelector, type FoundCondition, rangeInSelector } from '../selector-tree.ts';
import { capital } from '../wording.ts';

/** By what a selector is asked of: labels that are never there, and those that say what was meant. */
const MEANT: Readonly<Record<PolicySelector['of'], Readonly<Record<string, string>>>> = {
  objects: { [OWN_NAME]: NAMESPACE_LABEL, [NAMESPACE_NAME_LABEL]: NAMESPACE_LABEL },
  namespaces: { [NAMESPACE_LABEL]: OWN_NAME, [NAMESPACE_PREFIX + OWN_NAME]: OWN_NAME },
  accounts: { [ACCOUNT_LABEL]: OWN_NAME },
};

const BEARERS = { objects: 'pods', namespaces: 'namespaces', accounts: 'service accounts' } as const;

/** Nobody forbids to give something a label of that name. */
function isCarried(key: string, of: PolicySelector['of'], { snapshot: { cluster } }: LintContext): boolean {
  if (of === 'namespaces') return cluster.namespaces.some(({ labels }) => labels.has(key));
  if (of === 'accounts') return [...cluster.serviceAccounts.values()].some((labels) => labels.has(key));
  return [...cluster.endpoints, ...cluster.sets.map(({ labels }) => ({ labels: labels.endpoint }))].some(({ labels }) =>
    labels.has(key),
  );
}

function fixesFor(selector: PolicySelector, { condition }: FoundCondition, meant: string, { manifests }: LintContext) {
  const { field, policy, path, entity, of } = selector;
  const isAlone = field.tree === condition;
  if (of === 'objects' && entity && !entity.namespaceSelector && isAlone && !selector.leavesOut) {
    const place = manifests.find(policy.resource.range, path);
    return fixOf('Write `namespaceSelector`', renameEntry(place, 'namespaceSelector'));
  }
  return fixOf(`Write \`${meant}\``, editSelector(field, condition.key, meant, manifests));
}

function finding(selector: PolicySelector, found: FoundCondition, meant: string, context: LintContext): Finding {
  const { condition, negated } = found;
  const always = conditionHolds(condition, undefined) !== negated;
  return {
    message: `${capital(BEARERS[selector.of])} have no label \`${condition.key.text}\`, so this ${always ? 'always' : 'never'} holds`,
    advice:
      selector.of === 'objects'
        ? `Ask for \`${meant}\` in \`selector\`, or for \`${condition.key.text}\` in \`namespaceSelector\`.`
        : `Ask for \`${meant}\`.`,
    range: rangeInSelector(selector.field, condition, context.manifests),
    object: selector.policy.label,
    fixes: fixesFor(selector, found, meant, context),
  };
}

export const wrongNameLabel: Lint = {
  code: 'wrong-name-label',
  severity: 'error',
  title: 'A label that names a namespace is asked of what does not have it',
  docs: {
    why: '`projectcalico.org/name` is a label of namespaces, `projectcalico.org/namespace` one of pods. Mixed up they are legal and never match.',
    fix: 'Ask for `projectcalico.org/name` (or `kubernetes.io/metadata.name`) in a namespaceSelector, and for `projectcalico.org/namespace` in a selector of pods.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  selector: app == 'db'
  types: [Ingress]
  ingress:
    - action: Allow
      source:
        namespaceSelector: projectcalico.org/namespace == 'ops'
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  selector: app == 'db'
  types: [Ingress]
  ingress:
    - action: Allow
      source:
        namespaceSelector: projectcalico.org/name == 'ops'
`,
  },
  check: (context) =>
    context.calico.flatMap(selectorsOf).flatMap((selector) =>
      conditionsOf(selector.field.tree).flatMap((found): Finding[] => {
        const meant = MEANT[selector.of][found.condition.key.text];
        if (meant === undefined || isCarried(found.condition.key.text, selector.of, context)) return [];
        return [finding(selector, found, meant, context)];
      }),
    ),
};
