// `kube-baseline-unreachable`: a baseline policy for pods that other policies govern already, so that it is never asked.
import { endpointsText } from '../endpoint-words.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { labelOf, policyName, quotedList } from '../wording.ts';

const BASELINE: ReadonlySet<string> = new Set(['kube-baseline', 'baselineadminnetworkpolicy']);
/** Where Kubernetes policies stand, in every reading. */
const DEFAULT_TIER = 'default';

/** Policies that decide all of a class's flows before the baseline is asked; empty where some may pass. */
function deciders(id: number, direction: Direction, context: LintContext): readonly PlacedPolicy[] {
  const own = context.governing(direction, id).filter(({ policy }) => policy.tier === DEFAULT_TIER);
  const mayPass = own.some(({ policy }) => (policy[direction] ?? []).some(({ action }) => action === 'pass'));
  return mayPass ? [] : own;
}

/** Those that keep the baseline from being asked; undefined where it is asked about somebody. */
function hiders(
  { policy, subjects }: PlacedPolicy,
  direction: Direction,
  context: LintContext,
): ReadonlySet<PlacedPolicy> | undefined {
  if ((policy[direction] ?? []).length === 0) return undefined;
  const found = new Set<PlacedPolicy>();
  for (const id of subjects) {
    const own = deciders(id, direction, context);
    if (own.length === 0) return undefined;
    for (const one of own) found.add(one);
  }
  return found;
}

function finding(placed: PlacedPolicy, context: LintContext): readonly Finding[] {
  const { policy, subjects, resource } = placed;
  if (!resource || subjects.isEmpty()) return [];
  const hidden = DIRECTIONS.flatMap((direction) => {
    const by = hiders(placed, direction, context);
    return by ? [{ direction, by }] : [];
  });
  const [first] = hidden.flatMap(({ direction }) => policy[direction] ?? []);
  if (!first) return [];
  // Against new pods that nobody governs yet, a baseline that only denies is right to be there.
  const isGuard = hidden.every(({ direction }) => policy[direction]?.every(({ action }) => action !== 'allow'));
  const names = [...new Set(hidden.flatMap(({ by }) => [...by].map((one) => policyName(one.policy))))];
  const directions = hidden.map(({ direction }) => direction).join(' and ');
  return [
    {
      ...(isGuard ? { severity: 'info' as const } : {}),
      message: `Its ${directions} rules are never asked: ${quotedList(names)} ${names.length === 1 ? 'governs' : 'govern'} the ${directions} of all it applies to, ${endpointsText(subjects, context)}, and a baseline counts only where no network policy governs`,
      advice: 'Allow what all pods need in the Admin tier, or in a policy of each namespace.',
      range: first.range,
      object: labelOf(resource),
    },
  ];
}

const pod = `---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`;
const baseline = `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: { name: monitoring }
spec:
  tier: Baseline
  priority: 10
  subject: { namespaces: {} }
  ingress:
    - { action: Accept, from: [{ namespaces: { matchLabels: { team: ops } } }] }
`;

export const kubeBaselineUnreachable: Lint = {
  code: 'kube-baseline-unreachable',
  severity: 'warning',
  title: 'A baseline policy that network policies hide',
  docs: {
    why: 'The baseline is asked last, and only about pods that no network policy governs in that direction. As soon as one selects a pod, what it does not allow is denied, and what the baseline allows no longer counts.',
    fix: 'Allow what all pods need in the Admin tier, which is asked first, or in a policy of each namespace.',
    source: {
      title: 'Network Policy API: the baseline tier',
      url: 'https://network-policy-api.sigs.k8s.io/api-overview/',
    },
    bad: `${baseline}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }
${pod}`,
    good: `${baseline}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, policyTypes: [Egress] }
${pod}`,
  },
  check: (context) =>
    policiesInOrder(context)
      .filter(({ policy }) => BASELINE.has(policy.tier))
      .flatMap((placed) => finding(placed, context)),
};
