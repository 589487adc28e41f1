// `policy-selects-nothing`: a policy whose labels all exist, and that no pod has together.
import type { Resource } from '../../resources/resource.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import { type LabelVocabulary, vocabulariesOf } from '../label-vocabulary.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext, PlacedPolicy } from '../lint-context.ts';
import { selectorsOf } from '../policy-selectors.ts';
import { isContradiction } from '../selector-contradiction.ts';
import { conditionsOf } from '../selector-tree.ts';
import { labelOf } from '../wording.ts';

function knowsKubernetes(resource: Resource, pods: LabelVocabulary): boolean {
  if (!('spec' in resource) || !('podSelector' in resource.spec)) return false;
  return resource.spec.podSelector.requirements.every(
    ({ key, values }) => pods.knows(key, undefined) && values.every((value) => pods.knows(key, value)),
  );
}

/** Whether every label that its selectors ask for is somewhere: what is not known is said by another lint. */
function knowsLabels(
  { resource, policy }: PlacedPolicy,
  calicoOf: ReadonlyMap<unknown, CalicoPolicy>,
  context: LintContext,
): boolean {
  const vocabularies = vocabulariesOf(context);
  const pods = vocabularies.objects(policy.namespace === '' ? undefined : policy.namespace);
  const calico = calicoOf.get(resource);
  if (!calico) return resource !== undefined && knowsKubernetes(resource, pods);
  const own = selectorsOf(calico).filter(({ entity }) => entity === undefined);
  return own.every(({ field, of }) => {
    const vocabulary = of === 'objects' ? pods : vocabularies[of];
    return (
      !isContradiction(field.tree) &&
      conditionsOf(field.tree).every(({ condition }) => {
        if (!('values' in condition))
          return vocabulary.knows(condition.key.text, 'value' in condition ? condition.value.text : undefined);
        return condition.values.every(({ text }) => vocabulary.knows(condition.key.text, text));
      })
    );
  });
}

/** Policies for hosts look elsewhere. */
const isForPods = ({ resource }: PlacedPolicy): boolean =>
  !(resource && 'spec' in resource && 'preDNAT' in resource.spec && resource.spec.applyOnForward);

/** Namespaces of which pods are known; the empty name stands for any. */
function namespacesWithPods({ snapshot: { universe } }: LintContext): ReadonlySet<string> {
  const pods = universe.classes.filter(({ sample }) => sample.type === 'pod');
  return new Set(pods.flatMap(({ sample }) => ['', sample.namespace]));
}

/** Pods on the host network that it selects are said by another lint. */
const meansHostNetwork = ({ policy }: PlacedPolicy, { snapshot: { selectors, universe } }: LintContext): boolean =>
  selectors.select(policy.subject).intersects(universe.hostNetwork);

export const policySelectsNothing: Lint = {
  code: 'policy-selects-nothing',
  severity: 'info',
  title: 'A policy that applies to no pod',
  docs: {
    why: 'All conditions of a selector must hold for one and the same pod. Where each label is somewhere and no pod has them all, the policy protects nobody, and nothing tells.',
    fix: 'Leave out the label that the pods lack, or give it to them; if the pods come later, load them as well.',
    source: {
      title: 'Kubernetes: labels and selectors',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec: { podSelector: { matchLabels: { app: db, tier: front } }, policyTypes: [Ingress] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db, tier: back } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web, tier: front } } }
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec: { podSelector: { matchLabels: { app: db, tier: back } }, policyTypes: [Ingress] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db, tier: back } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web, tier: front } } }
`,
  },
  check(context) {
    const peopled = namespacesWithPods(context);
    const calicoOf = new Map<unknown, CalicoPolicy>(context.calico.map((one) => [one.resource, one]));
    return policiesInOrder(context).flatMap((placed): Finding[] => {
      const { subjects, resource, policy } = placed;
      const isIdle = subjects.isEmpty() && isForPods(placed) && peopled.has(policy.namespace);
      if (!isIdle || !resource || meansHostNetwork(placed, context) || !knowsLabels(placed, calicoOf, context))
        return [];
      return [
        {
          message: `No pod ${policy.namespace === '' ? 'of the manifests' : `of ${policy.namespace}`} fits its selector, though each label in it is known: the policy applies to nothing`,
          advice: 'Correct the selector, or load the pods that it is for.',
          range: resource.nameRange,
          object: labelOf(resource),
        },
      ];
    });
  },
};
