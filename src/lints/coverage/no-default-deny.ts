// `no-default-deny`: a namespace whose policies are for some of its pods, and leave the others open.
import { fixOf } from '../../documents/write-edits.ts';
import { endpointsText } from '../endpoint-words.ts';
import { policiesInOrder } from '../evaluation-order.ts';
import { coverageOf, type NamespaceCoverage } from '../governed-pods.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { appendObjects, freeName } from '../new-objects.ts';
import { labelOf, listed } from '../wording.ts';

const TYPES = { ingress: 'Ingress', egress: 'Egress' } as const;
const WHAT = { ingress: 'be reached from anywhere', egress: 'send anything anywhere' } as const;

/** Directions that a policy of the namespace governs for some of its pods, and none for others. */
function leftOpen({ open }: NamespaceCoverage, own: readonly PlacedPolicy[]): readonly Direction[] {
  return DIRECTIONS.filter((direction) => open[direction].length > 0 && own.some(({ policy }) => policy[direction]));
}

function closing(namespace: string, directions: readonly Direction[], context: LintContext) {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: freeName('default-deny', namespace, context), namespace },
    spec: { podSelector: {}, policyTypes: directions.map((direction) => TYPES[direction]) },
  };
}

function finding(coverage: NamespaceCoverage, own: readonly PlacedPolicy[], context: LintContext): readonly Finding[] {
  const directions = leftOpen(coverage, own);
  const resource = own.find(({ policy }) => directions.some((direction) => policy[direction]))?.resource;
  if (!resource || directions.length === 0) return [];
  const { namespace, open } = coverage;
  const texts = directions.map((direction) => `${endpointsText(open[direction], context)} may ${WHAT[direction]}`);
  return [
    {
      message: `No default deny in ${namespace}: no policy governs the ${listed(directions)} of some of its pods, so ${listed(texts)}`,
      advice: 'Select all pods by a policy without rules, and allow what each needs by others.',
      range: resource.nameRange,
      object: labelOf(resource),
      fixes: fixOf(
        `Add a default deny for the ${listed(directions)} of ${namespace}`,
        appendObjects(resource.range, [closing(namespace, directions, context)], context),
      ),
    },
  ];
}

export const noDefaultDeny: Lint = {
  code: 'no-default-deny',
  severity: 'info',
  title: 'Policies govern some pods of a namespace, and leave others open',
  docs: {
    why: 'Only pods that a policy selects are closed to what no rule allows. A pod that none selects, such as one that is added later, may be reached by everybody, and may reach everybody.',
    fix: 'Add a policy that selects all pods of the namespace, with the directions and without rules. First allow what the pods need that it closes, DNS among it.',
    source: {
      title: 'Kubernetes: default policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } } }
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } } }
`,
  },
  check(context) {
    const byNamespace = new Map<string, PlacedPolicy[]>();
    for (const policy of policiesInOrder(context)) {
      const { namespace } = policy.policy;
      const own = byNamespace.get(namespace) ?? [];
      byNamespace.set(namespace, own);
      own.push(policy);
    }
    return coverageOf(context).flatMap((one) => finding(one, byNamespace.get(one.namespace) ?? [], context));
  },
};
