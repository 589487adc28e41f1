// `all-blocked`: pods that a service leads to, and that no policy lets anybody connect to.
import { groupBy } from '../../base/group-by.ts';
import type { ClusterService } from '../../model/cluster.ts';
import { endpointNames } from '../endpoint-words.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext, PlacedPolicy } from '../lint-context.ts';
import { saysShut } from '../purpose.ts';
import { labelOf, listed, policyName, quotedList } from '../wording.ts';

/** A policy that closes whatever it applies to may be named so; one named after a quarantine means it for good. */
const FOR_GOOD = /quarantine|isolat|lockdown|contain/i;

/** Who denies some means to allow others, and what becomes of that other lints tell. */
const deniesSome = ({ policy }: PlacedPolicy): boolean =>
  policy.ingress?.some(({ action }) => action === 'deny') ?? false;

/** Whether policies of which none has a rule for anybody end in a denial. */
function isBlocked(policies: readonly PlacedPolicy[], context: LintContext): boolean {
  const { tiers } = context.snapshot;
  if (policies.length === 0 || policies.some((one) => FOR_GOOD.test(one.policy.name) || deniesSome(one))) {
    return false;
  }
  const lets = policies.some(({ policy }) =>
    (policy.ingress ?? []).some((rule) => rule.action !== 'log' && !context.matched(rule, 'peer').isEmpty()),
  );
  if (lets) return false;
  const closing = new Set(tiers.filter(({ unmatched }) => unmatched === 'deny').map(({ name }) => name));
  return policies.some(({ policy }) => closing.has(policy.tier));
}

interface BlockedPods {
  readonly id: number;
  readonly policies: readonly PlacedPolicy[];
  readonly services: readonly ClusterService[];
}

function servicesOf(id: number, { snapshot: { universe, cluster } }: LintContext): readonly ClusterService[] {
  const members = (universe.classes[id]?.members ?? []).flatMap((member) => cluster.endpoints[member] ?? []);
  return cluster.services.filter(
    ({ namespace, selector }) =>
      selector !== undefined &&
      selector.size > 0 &&
      members.some(
        (one) => one.namespace === namespace && [...selector].every(([key, value]) => one.labels.get(key) === value),
      ),
  );
}

function blockedPods(context: LintContext): readonly BlockedPods[] {
  const { universe, cluster } = context.snapshot;
  if (cluster.services.length === 0) return [];
  return universe.classes.flatMap(({ sample }, id): BlockedPods[] => {
    if (sample.type !== 'pod' || universe.onHosts.has(id)) return [];
    const policies = context.governing('ingress', id);
    const services = isBlocked(policies, context) ? servicesOf(id, context) : [];
    return services.length > 0 ? [{ id, policies, services }] : [];
  });
}

/** The policy that governs most expressly: one that does not say that it closes things, else the first. */
const closer = (policies: readonly PlacedPolicy[]): PlacedPolicy | undefined =>
  policies.find(({ policy }) => !saysShut(policy.name)) ?? policies[0];

function finding(pods: readonly BlockedPods[], context: LintContext): readonly Finding[] {
  const policies = pods[0]?.policies ?? [];
  const by = closer(policies);
  if (!by?.resource) return [];
  const names = endpointNames(
    pods.map(({ id }) => id),
    context,
  );
  const services = [...new Set(pods.flatMap((one) => one.services.map(({ name }) => name)))];
  const governing = quotedList(policies.map(({ policy }) => policyName(policy)));
  const [leads, allows] = [services.length === 1 ? 'leads' : 'lead', policies.length === 1 ? 'allows' : 'allow'];
  return [
    {
      message: `No other pod and no address may connect to ${listed(names)}, though the ${services.length === 1 ? 'service' : 'services'} ${quotedList(services)} ${leads} there: ${governing} ${allows} nobody`,
      advice: 'Add an ingress rule for those who use the service.',
      range: by.resource.nameRange,
      object: labelOf(by.resource),
    },
  ];
}

export const allBlocked: Lint = {
  code: 'all-blocked',
  severity: 'info',
  title: 'Nobody may connect to pods that a service leads to',
  docs: {
    why: 'A service is there to be used. Where policies govern the ingress of all its pods and none of their rules finds anybody, every connection to it is cut off.',
    fix: 'Write an ingress rule for those who use the service. Until then keep the policy staged, if your plug-in can.',
    source: {
      title: 'Kubernetes: default deny all ingress traffic',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-traffic',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress: [{ ports: [{ port: 80 }] }]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }
`,
  },
  check(context) {
    const groups = groupBy(blockedPods(context), ({ policies }) => policies.map(({ index }) => index).join());
    return [...groups.values()].flatMap((pods) => finding(pods, context));
  },
};
