// `namespace-placeholder`: one policy for many namespaces that means each one's own, by a variable that Calico does not have.
import type { QuickFix } from '../../documents/diagnostic.ts';
import type { TextEdit } from '../../documents/text-edit.ts';
import { blockText } from '../../documents/write-block.ts';
import { editAt, isJson, lineBreakOf, type NewValue } from '../../documents/write-edits.ts';
import { NAMESPACE_NAME_LABEL } from '../../model/selector.ts';
import type { CalicoEntity } from '../../resources/calico-resource.ts';
import { NAMESPACE_LABEL, OWN_NAME } from '../calico-labels.ts';
import { endpointsText } from '../endpoint-words.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext } from '../lint-context.ts';
import { isMap, mapAt, type NewMap } from '../new-objects.ts';
import { conditionsOf } from '../selector-tree.ts';
import { listed } from '../wording.ts';

/** More policies than these nobody wants to have written by a button. */
const MOST_NAMESPACES = 20;

const NAMES = new Set([NAMESPACE_NAME_LABEL, NAMESPACE_LABEL, OWN_NAME]);

/** Whether a side means the namespace by a placeholder. */
function isPlaceholder({ namespaceSelector }: CalicoEntity): boolean {
  if (!namespaceSelector) return false;
  return conditionsOf(namespaceSelector.tree).some(
    ({ condition }) =>
      condition.op === 'equals' && NAMES.has(condition.key.text) && condition.value.text.includes('{{'),
  );
}

function namespacesOf({ placed }: CalicoPolicy, { snapshot }: LintContext): readonly string[] {
  const subjects = [...(placed[0]?.subjects ?? [])];
  const all = subjects.map((id) => snapshot.universe.classes[id]?.sample.namespace ?? '');
  return [...new Set(all)].filter((name) => name !== '').sort();
}

/** A side of a rule as it is in a namespaced policy, where selectors mean its own namespace. */
function ownSide(side: NewValue): NewValue {
  if (!isMap(side) || !/\{\{/.test(String(side.namespaceSelector))) return side;
  const { namespaceSelector: _, ...rest } = side;
  return { ...rest, selector: rest.selector ?? 'all()' };
}

function ownRules(rules: NewValue | undefined): NewValue | undefined {
  if (!Array.isArray(rules)) return rules;
  return (rules as readonly NewValue[]).map((rule) =>
    isMap(rule) ? Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, ownSide(value)])) : rule,
  );
}

function policyIn(namespace: string, name: string, spec: NewMap): NewValue {
  const { namespaceSelector: _, ...rest } = spec;
  const rules = (['ingress', 'egress'] as const).flatMap((direction) => {
    const own = ownRules(rest[direction]);
    return own === undefined ? [] : [[direction, own] as const];
  });
  const own = { ...rest, ...Object.fromEntries(rules) };
  return { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name, namespace }, spec: own };
}

/** A policy of each namespace in the place of the one for all of them. */
function replaced({ resource }: CalicoPolicy, namespaces: readonly string[], context: LintContext): QuickFix[] {
  const place = context.manifests.find(resource.range, []);
  const spec = mapAt(resource, ['spec'], context);
  const isGlobal = resource.kind === 'GlobalNetworkPolicy' && spec?.applyOnForward === undefined;
  if (!place || place.parent || isJson(place) || !spec || !isGlobal) return [];
  if (namespaces.length === 0 || namespaces.length > MOST_NAMESPACES) return [];
  const { text } = place.file;
  const { start, end } = place.value;
  const written = namespaces.map((namespace) => blockText(policyIn(namespace, resource.meta.name, spec))).join('---\n');
  const span = { start, end: start + text.slice(start, end).trimEnd().length };
  const edit: TextEdit = editAt(place, span, written.trimEnd().replaceAll('\n', lineBreakOf(place)));
  return [{ title: `Write a NetworkPolicy for each of its namespaces (${listed(namespaces)})`, edits: [edit] }];
}

export const namespacePlaceholder: Lint = {
  code: 'namespace-placeholder',
  severity: 'info',
  title: 'A placeholder for “the own namespace”, which Calico does not have',
  docs: {
    why: 'Selectors of Calico have no variables: a rule of a global policy cannot mean the namespace of the pod it is asked for. With a placeholder it means a namespace of that very name, which does not exist, so pods lose the others of their own namespace as well.',
    fix: 'Write a NetworkPolicy in each namespace: there a selector without a namespace selector means its own namespace.',
    source: {
      title: 'Calico: NetworkPolicy, entity rules',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: isolation }
spec:
  namespaceSelector: tenant == 'true'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { namespaceSelector: 'projectcalico.org/name == "{{.Namespace}}"' }
---
{ apiVersion: v1, kind: Namespace, metadata: { name: red, labels: { tenant: "true" } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: red, labels: { app: web } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: isolation, namespace: red }
spec:
  types: [Ingress]
  ingress:
    - action: Allow
      source: { selector: all() }
---
{ apiVersion: v1, kind: Namespace, metadata: { name: red, labels: { tenant: "true" } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: red, labels: { app: web } } }
`,
  },
  check: (context) =>
    context.calico.flatMap((policy): Finding[] => {
      const found = policy.rules.filter(({ sides }) => sides.some(({ entity }) => isPlaceholder(entity)));
      const [first] = found;
      const subjects = policy.placed[0]?.subjects;
      if (!first || !subjects || subjects.isEmpty()) return [];
      const directions = [...new Set(found.map(({ direction }) => direction))];
      const whom = endpointsText(subjects, context);
      return [
        {
          message: `Calico has no variable for the own namespace, so ${whom} cannot reach even their own: no namespace is called like the placeholder (${listed(directions)})`,
          advice: 'Write a NetworkPolicy for each namespace, with `selector: all()` in its rules.',
          range: policy.resource.nameRange,
          object: policy.label,
          fixes: replaced(policy, namespacesOf(policy, context), context),
        },
      ];
    }),
};
