// `ns-scope-surprise`: a rule of a namespaced policy that finds nobody, because whom it means is in another namespace.

import { addEntry, fixOf } from '../../documents/write-edits.ts';
import { NAMESPACE_NAME_LABEL } from '../../model/selector.ts';
import { endpointNames } from '../endpoint-words.ts';
import { asksForObjects, fitsItself, fitsNamespace, labelledObjects, objectNames } from '../labelled-objects.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, CalicoPolicyRule, LintContext, RuleSide } from '../lint-context.ts';
import { type OwnNamespacePeer, ownNamespacePeers } from '../own-namespace-peers.ts';
import { labelOf, listed } from '../wording.ts';

/** More namespaces than this are no slip of one name. */
const MAX_NAMED = 3;

function namespaceSelector(names: readonly string[]): string {
  const [only, second] = names;
  if (only === undefined || names.length > MAX_NAMED) return 'all()';
  if (second === undefined) return `projectcalico.org/name == '${only}'`;
  return `projectcalico.org/name in {${names.map((name) => `'${name}'`).join(', ')}}`;
}

function finding(
  policy: CalicoPolicy,
  side: RuleSide,
  rule: CalicoPolicyRule,
  context: LintContext,
): readonly Finding[] {
  const { entity, path, end } = side;
  const { namespace } = policy;
  const isEmpty = rule.compiled !== undefined && context.matched(rule.compiled, end).isEmpty();
  if (!isEmpty || entity.namespaceSelector || !asksForObjects(entity)) return [];
  const objects = labelledObjects(context);
  // Of a namespace without pods in the manifests nobody can tell.
  if (!objects.some((object) => object.namespace === namespace)) return [];
  const fitting = objects.filter((object) => fitsItself(entity, object));
  if (fitting.some((object) => fitsNamespace(entity, object, namespace))) return [];
  const elsewhere = fitting.filter((object) => object.namespace !== '');
  if (elsewhere.length === 0) return [];
  const names = [...new Set(elsewhere.map((object) => object.namespace))];
  const selector = namespaceSelector(names);
  return [
    {
      message: `Without \`namespaceSelector\` this means objects of ${namespace} only, and none of them fits; ${listed(objectNames(elsewhere, context))} would`,
      advice: 'Say in which namespaces they are.',
      range: entity.selector?.range ?? entity.range ?? rule.rule.range,
      object: policy.label,
      fixes: fixOf(
        `Add \`namespaceSelector: ${selector}\``,
        addEntry(context.manifests.find(policy.resource.range, path), 'namespaceSelector', selector),
      ),
    },
  ];
}

function inKubernetesPolicy({ resource, peer, path, fitting }: OwnNamespacePeer, context: LintContext): Finding {
  const [only, ...others] = new Set(fitting.map(({ namespace }) => namespace));
  const place = context.manifests.find(resource.range, path);
  const value = { matchLabels: { [NAMESPACE_NAME_LABEL]: only ?? '' } };
  const pods = endpointNames(
    fitting.map(({ id }) => id),
    context,
  );
  return {
    message: `Without \`namespaceSelector\` this means pods of ${resource.meta.namespace} only, and none of them fits; ${listed(pods)} would`,
    advice: 'Say in which namespaces they are, in the same item of the list.',
    range: peer.range,
    object: labelOf(resource),
    fixes:
      others.length > 0
        ? []
        : fixOf(`Add a \`namespaceSelector\` for ${only}`, addEntry(place, 'namespaceSelector', value)),
  };
}

export const nsScopeSurprise: Lint = {
  code: 'ns-scope-surprise',
  severity: 'warning',
  title: 'A rule looks for objects in its own namespace only, and they are in another one',
  docs: {
    why: 'In a namespaced policy, of Calico and of Kubernetes, a selector without `namespaceSelector` means pods of the policy’s own namespace.',
    fix: 'Add a `namespaceSelector` that names the namespaces in which the objects are: `namespaceSelector: all()` for any.',
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
      source:
        selector: app == 'prometheus'
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: prometheus, namespace: ops, labels: { app: prometheus } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source:
        namespaceSelector: projectcalico.org/name == 'ops'
        selector: app == 'prometheus'
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: prometheus, namespace: ops, labels: { app: prometheus } } }
`,
  },
  check: (context) => [
    ...context.calico
      .filter(({ namespace }) => namespace !== '')
      .flatMap((policy) =>
        policy.rules.flatMap((rule) => rule.sides.flatMap((side) => finding(policy, side, rule, context))),
      ),
    ...ownNamespacePeers(context).map((peer) => inKubernetesPolicy(peer, context)),
  ],
};
