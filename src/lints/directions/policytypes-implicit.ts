// `policytypes-implicit`: a Kubernetes policy without policyTypes that governs other directions than it seems to.
import type { QuickFix } from '../../documents/diagnostic.ts';
import type { Path } from '../../documents/manifest.ts';
import type { SourceRange } from '../../documents/source-file.ts';
import { addEntry, fixOf, safely } from '../../documents/write-edits.ts';
import type { StagedKubernetesPolicyResource } from '../../resources/calico-resource.ts';
import type { NetworkPolicyResource, Resource } from '../../resources/resource.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext, PlacedPolicy } from '../lint-context.ts';
import { labelOf } from '../wording.ts';

type Written = NetworkPolicyResource | StagedKubernetesPolicyResource;

interface Surprise {
  readonly severity?: 'info';
  readonly message: string;
  /** Where to point. */
  readonly path: Path;
  readonly meant: readonly string[];
  readonly taken: readonly string[];
}

const known = new WeakMap<LintContext, ReadonlyMap<SourceRange | undefined, PlacedPolicy>>();

/** Policies by where their object is written. */
function placedAt(context: LintContext): ReadonlyMap<SourceRange | undefined, PlacedPolicy> {
  const found = known.get(context) ?? new Map(context.placed.map((one) => [one.resource?.range, one]));
  known.set(context, found);
  return found;
}

/** Whether others govern the ingress of all that it applies to as well, so that governing it too changes nothing. */
function isGovernedAnyway({ range }: Written, context: LintContext): boolean {
  const own = placedAt(context).get(range);
  return (
    own !== undefined &&
    !own.subjects.isEmpty() &&
    [...own.subjects].every((id) =>
      context
        .governing('ingress', id)
        .some((one) => one.resource !== own.resource && one.policy.tier === own.policy.tier),
    )
  );
}

/** What `policyTypes` leaves to be misread; undefined where it does not. */
function surprise(resource: Written, context: LintContext): Surprise | undefined {
  const { spec, range } = resource;
  const { manifests } = context;
  const [ingress, egress] = [spec.ingress.length > 0, spec.egress.length > 0];
  if (egress && !ingress && !manifests.find(range, ['spec', 'ingress'])) {
    return {
      ...(isGovernedAnyway(resource, context) ? { severity: 'info' } : {}),
      message:
        'Without `policyTypes` this policy governs ingress as well, and has no rule for it: it lets nobody connect to the pods it applies to',
      path: ['spec', 'egress'],
      meant: ['Egress'],
      taken: ['Ingress', 'Egress'],
    };
  }
  if (!egress && manifests.find(range, ['spec', 'egress'])) {
    return {
      message: 'Without `policyTypes` an empty list of egress rules does not count: this policy leaves egress open',
      path: ['spec', 'egress'],
      meant: ['Ingress', 'Egress'],
      taken: ['Ingress'],
    };
  }
  if (ingress || egress || manifests.find(range, ['spec', 'ingress'])) return undefined;
  return {
    severity: 'info',
    message: 'Without `policyTypes` a policy without rules governs ingress only: it leaves egress open',
    path: ['spec'],
    meant: ['Ingress', 'Egress'],
    taken: ['Ingress'],
  };
}

function finding(resource: Resource, context: LintContext): readonly Finding[] {
  if (resource.kind !== 'NetworkPolicy' && resource.kind !== 'StagedKubernetesNetworkPolicy') return [];
  if (resource.spec.policyTypes || ('stagedAction' in resource && resource.stagedAction === 'Delete')) return [];
  const found = surprise(resource, context);
  if (!found) return [];
  const { message, path, meant, taken, severity } = found;
  const { manifests } = context;
  const spec = manifests.find(resource.range, ['spec']);
  const write = (types: readonly string[]): readonly QuickFix[] =>
    fixOf(`Write \`policyTypes: [${types.join(', ')}]\``, addEntry(spec, 'policyTypes', types));
  return [
    {
      ...(severity ? { severity } : {}),
      message,
      advice: 'Write the directions that the policy is to govern.',
      range: manifests.rangeOf(resource.range, path, 'name') ?? resource.nameRange,
      object: labelOf(resource),
      fixes: [...write(meant), ...safely(write(taken))],
    },
  ];
}

export const policytypesImplicit: Lint = {
  code: 'policytypes-implicit',
  severity: 'warning',
  title: 'A policy without policyTypes governs other directions than it seems to',
  docs: {
    why: 'Without `policyTypes` a policy always governs ingress, and governs egress if it has an egress rule. One that is only to allow some egress thus also keeps everybody from connecting to its pods.',
    fix: 'Write `policyTypes` with the directions that the policy is to govern.',
    source: {
      title: 'Kubernetes: the NetworkPolicy resource',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: allow-dns, namespace: shop }
spec:
  podSelector: {}
  egress:
    - ports: [{ protocol: UDP, port: 53 }, { protocol: TCP, port: 53 }]
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: allow-dns, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ protocol: UDP, port: 53 }, { protocol: TCP, port: 53 }]
`,
  },
  check: (context) => context.resources.flatMap((resource) => finding(resource, context)),
};
