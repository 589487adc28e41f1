// `hostnetwork-selected`: a selector that fits pods on the host network, which policy does not see, and no others.
import type { Peer, Rule } from '../../model/policy.ts';
import type { Selector } from '../../model/selector.ts';
import type { Bitset } from '../../net/bitset.ts';
import { endpointsText } from '../endpoint-words.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { labelOf } from '../wording.ts';

/** Selectors of endpoints that a peer names, where it names nothing else. */
function selectorsOf(peer: Peer): readonly Selector[] | undefined {
  if (peer.op === 'endpoints') return [peer.selector];
  if (peer.op !== 'or') return undefined;
  const parts = peer.terms.map(selectorsOf);
  return parts.reduce((a, b) => a && b && a.concat(b));
}

/** Pods on the host network that a rule's other end would mean, where it means nobody else. */
function onlyOnHosts(rule: Rule, context: LintContext): Bitset | undefined {
  const { selectors, universe } = context.snapshot;
  if (!context.matched(rule, 'peer').isEmpty()) return undefined;
  const named = rule.matches.flatMap(({ peer }) => selectorsOf(peer) ?? []);
  const meant = named
    .map((selector) => selectors.select(selector).and(universe.hostNetwork))
    .find((set) => !set.isEmpty());
  return meant;
}

function aboutSubject({ policy, subjects, resource }: PlacedPolicy, context: LintContext): readonly Finding[] {
  const { selectors, universe } = context.snapshot;
  if (!subjects.isEmpty() || !resource) return [];
  const meant = selectors.select(policy.subject).and(universe.hostNetwork);
  if (meant.isEmpty()) return [];
  return [
    {
      message: `The policy applies to nothing: it selects ${endpointsText(meant, context)} on the host network, and no policy for pods applies there`,
      advice: 'Police the node with a HostEndpoint and a GlobalNetworkPolicy that selects it.',
      range: resource.nameRange,
      object: labelOf(resource),
    },
  ];
}

function aboutRules({ policy, resource }: PlacedPolicy, context: LintContext): readonly Finding[] {
  return DIRECTIONS.flatMap((direction) =>
    (policy[direction] ?? []).flatMap((rule): Finding[] => {
      const meant = onlyOnHosts(rule, context);
      if (!meant || !resource) return [];
      return [
        {
          message: `Rule ${rule.number} matches nobody: its selector fits ${endpointsText(meant, context)} on the host network, which ${direction === 'ingress' ? 'come from' : 'have'} their nodes' addresses`,
          advice: 'Name the addresses of the nodes in `nets`, or the Service in front of the pods.',
          range: rule.range,
          object: labelOf(resource),
        },
      ];
    }),
  );
}

export const hostnetworkSelected: Lint = {
  code: 'hostnetwork-selected',
  severity: 'warning',
  title: 'A selector for pods on the host network',
  docs: {
    why: 'Pods with `hostNetwork: true` (ingress controllers, kube-apiserver, node agents) are their nodes to the network: policies for pods do not apply to them, and selectors of rules do not find them.',
    fix: 'Police the node itself with a HostEndpoint and a GlobalNetworkPolicy; in rules of others name the addresses of the nodes.',
    source: {
      title: 'Calico: protect hosts',
      url: 'https://docs.tigera.io/calico/latest/network-policy/hosts/protect-hosts',
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
        namespaceSelector: projectcalico.org/name == 'ingress'
        selector: app == 'controller'
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: controller, namespace: ingress, labels: { app: controller } }, spec: { hostNetwork: true } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { nets: [192.168.10.0/24] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: controller, namespace: ingress, labels: { app: controller } }, spec: { hostNetwork: true } }
`,
  },
  check: (context) =>
    context.placed.flatMap((policy) => [...aboutSubject(policy, context), ...aboutRules(policy, context)]),
};
