// `broad-allow-early`: everything is allowed to everybody before policies that would restrict it are asked.
import type { QuickFix } from '../../documents/diagnostic.ts';
import { fixOf, setEntry } from '../../documents/write-edits.ts';
import { broadAllow, mootAfter } from '../broad-allow.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { labelOf, listed, policyName, quotedList } from '../wording.ts';

/** Behind the policies of its tier that deny something: what they speak of is theirs again. */
function askLast(
  { policy, resource }: PlacedPolicy,
  moot: readonly PlacedPolicy[],
  context: LintContext,
): readonly QuickFix[] {
  const isCalico = resource && 'spec' in resource && 'doNotTrack' in resource.spec;
  const denying = moot.filter(({ policy: { tier, ingress = [], egress = [] } }) => {
    return tier === policy.tier && [...ingress, ...egress].some(({ action }) => action !== 'allow');
  });
  const last = Math.max(...denying.map((one) => one.policy.order));
  if (!isCalico || !Number.isFinite(last)) return [];
  const order = Math.floor(last) + 1;
  const spec = context.manifests.find(resource.range, ['spec']);
  return fixOf(`Write \`order: ${order}\`: ask it after those that deny`, setEntry(spec, 'order', order));
}

function check(placed: PlacedPolicy, context: LintContext): readonly Finding[] {
  const { resource } = placed;
  const found = DIRECTIONS.flatMap((direction) => {
    const rule = broadAllow(placed, direction, context);
    const moot = rule ? mootAfter(placed, direction, context) : [];
    return rule && moot.length > 0 ? [{ direction, rule, moot }] : [];
  });
  const [first] = found;
  if (!first || !resource) return [];
  const moot = [...new Set(found.flatMap((one) => one.moot))];
  const names = quotedList(moot.map(({ policy }) => policyName(policy)));
  const whom = placed.policy.namespace === '' ? 'every pod' : `every pod of ${placed.policy.namespace}`;
  return [
    {
      message: `It allows all ${listed(found.map(({ direction }) => direction))} of ${whom} before ${names} ${moot.length === 1 ? 'is' : 'are'} asked, which thus ${moot.length === 1 ? 'has' : 'have'} no effect there`,
      advice: 'Narrow its rule or its selector; an Allow is final, whatever comes after.',
      range: first.rule.range,
      object: labelOf(resource),
      related: moot
        .slice(0, 5)
        .flatMap((one) =>
          one.resource ? [{ message: 'has no effect on what it shares with this', range: one.resource.nameRange }] : [],
        ),
      fixes: askLast(placed, moot, context),
    },
  ];
}

export const broadAllowEarly: Lint = {
  code: 'broad-allow-early',
  severity: 'warning',
  title: 'Everything is allowed to everybody before other policies are asked',
  docs: {
    why: 'The first rule that matches decides. A rule without conditions, in a policy for all pods and with a low order, takes every flow, and the policies after it, a default deny among them, decide nothing.',
    fix: 'Say whom the Allow is for: narrow its selector or its rule. If some Deny rules are to act before it, give it a higher order than theirs.',
    source: {
      title: 'Calico: NetworkPolicy, order',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: allow-all }
spec:
  order: 1
  namespaceSelector: all()
  types: [Egress]
  egress:
    - action: Allow
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  order: 100
  selector: app == 'web'
  types: [Egress]
  egress:
    - action: Deny
      destination: { nets: [203.0.113.0/24] }
    - action: Allow
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: allow-all }
spec:
  order: 1000
  namespaceSelector: all()
  types: [Egress]
  egress:
    - action: Allow
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  order: 100
  selector: app == 'web'
  types: [Egress]
  egress:
    - action: Deny
      destination: { nets: [203.0.113.0/24] }
    - action: Allow
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`,
  },
  check: (context) => policiesInOrder(context).flatMap((placed) => check(placed, context)),
};
