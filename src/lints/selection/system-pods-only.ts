// `system-pods-only`: a global policy for whatever has a label, which only components of the system have.
import type { QuickFix } from '../../documents/diagnostic.ts';
import { replaceValue } from '../../documents/write-edits.ts';
import { ORCHESTRATOR_LABEL } from '../calico-labels.ts';
import { endpointsText } from '../endpoint-words.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext } from '../lint-context.ts';
import { movesToPassingTier } from '../passing-tier.ts';
import { conditionsOf } from '../selector-tree.ts';
import { isSystemNamespace } from '../system-namespaces.ts';

/** Whether the policy asks for labels to be there, and for nothing else. */
function asksOnlyForKeys({ spec, namespace }: CalicoPolicy): boolean {
  if (namespace !== '' || !spec.selector || spec.namespaceSelector || spec.serviceAccountSelector) return false;
  const conditions = conditionsOf(spec.selector.tree);
  return conditions.length > 0 && conditions.every(({ condition, negated }) => condition.op === 'has' && !negated);
}

const ALL_PODS = `${ORCHESTRATOR_LABEL} == 'k8s'`;

function fixesFor(policy: CalicoPolicy, context: LintContext): readonly QuickFix[] {
  const selector = replaceValue(context.manifests.find(policy.resource.range, ['spec', 'selector']), ALL_PODS);
  const [move] = movesToPassingTier(policy, context);
  // In the tier `default` it would close whatever it applies to.
  if (!selector || (!move && policy.spec.tier === 'default')) return [];
  const title = move
    ? 'Apply it to all pods, in a tier that passes on what it does not decide'
    : 'Apply it to all pods';
  return [{ title, edits: [selector, ...(move?.edits ?? [])] }];
}

export const systemPodsOnly: Lint = {
  code: 'system-pods-only',
  severity: 'info',
  title: 'A global policy applies to components of the system only',
  docs: {
    why: 'Labels such as `k8s-app` are what components of Kubernetes carry; applications mostly have others. A global policy that asks for such a label governs DNS and its like, whom it may cut off, and no application.',
    fix: 'Select what is meant: `namespaceSelector: all()` are all pods. In the tier `default` a policy closes whatever it applies to, so let one that only adds something stand in a tier whose default action is Pass.',
    source: {
      title: 'Calico: GlobalNetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/globalnetworkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: allow-metrics }
spec:
  selector: has(k8s-app)
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      destination: { ports: [9090] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: coredns, namespace: kube-system, labels: { k8s-app: kube-dns } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: allow-metrics }
spec:
  selector: has(app)
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      destination: { ports: [9090] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: coredns, namespace: kube-system, labels: { k8s-app: kube-dns } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
  },
  check: (context) =>
    context.calico.flatMap((policy): Finding[] => {
      const { placed, spec, resource, label } = policy;
      const subjects = placed[0]?.subjects;
      if (!subjects || subjects.isEmpty() || !asksOnlyForKeys(policy)) return [];
      const { classes } = context.snapshot.universe;
      const isSystem = (id: number): boolean => isSystemNamespace(classes[id]?.sample.namespace ?? '');
      if (![...subjects].every(isSystem) || classes.every((_, id) => isSystem(id))) return [];
      return [
        {
          message: `It applies to components of the system only: ${endpointsText(subjects, context)}; no pod of another namespace has the label`,
          advice: 'Select by a label that the pods you mean have, or apply it to all pods.',
          range: spec.selector?.range ?? resource.nameRange,
          object: label,
          fixes: fixesFor(policy, context),
        },
      ];
    }),
};
