// `rules-ignored`: rules of a direction that the policy does not govern.

import { fixOf, setEntry } from '../../documents/write-edits.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type LintContext } from '../lint-context.ts';
import { labelOf } from '../wording.ts';

interface Governed {
  readonly field: 'types' | 'policyTypes';
  readonly types: readonly string[];
  readonly ingress: readonly unknown[];
  readonly egress: readonly unknown[];
}

/** What a policy says about directions, where it says so itself. */
function governed(resource: Resource): Governed | undefined {
  if (!('spec' in resource)) return undefined;
  const { spec } = resource;
  if ('doNotTrack' in spec) return spec.typesGiven ? { field: 'types', ...spec } : undefined;
  if (!('podSelector' in spec) || !spec.policyTypes) return undefined;
  return { field: 'policyTypes', types: spec.policyTypes, ingress: spec.ingress, egress: spec.egress };
}

function ignored(resource: Resource, context: LintContext): readonly Finding[] {
  const found = governed(resource);
  if (!found) return [];
  const { field, types } = found;
  return DIRECTIONS.flatMap((direction): Finding[] => {
    const type = direction === 'ingress' ? 'Ingress' : 'Egress';
    const count = found[direction].length;
    if (count === 0 || types.includes(type)) return [];
    const rules = count === 1 ? `The ${direction} rule is` : `The ${count} ${direction} rules are`;
    const all = setEntry(context.manifests.find(resource.range, ['spec']), field, ['Ingress', 'Egress']);
    return [
      {
        message: `${rules} ignored: \`${field}\` is [${types.join(', ')}], so the policy does not govern ${direction}`,
        advice: `Add ${type} to \`${field}\`, which isolates what the policy applies to for ${direction}, or remove the rules.`,
        range: context.manifests.rangeOf(resource.range, ['spec', direction], 'name') ?? resource.nameRange,
        object: labelOf(resource),
        fixes: fixOf(`Write \`${field}: [Ingress, Egress]\``, all),
      },
    ];
  });
}

export const rulesIgnored: Lint = {
  code: 'rules-ignored',
  severity: 'warning',
  title: 'Rules of a direction that the policy does not govern',
  docs: {
    why: 'A policy looks at the rules of the directions in `types` (`policyTypes`) only. Others are legal and do nothing.',
    fix: 'Add the direction to `types` (`policyTypes`): the policy then governs it, and what its rules do not allow there is no longer allowed. Or take the rules out.',
    source: {
      title: 'Kubernetes: network policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
  egress:
    - action: Allow
      protocol: TCP
      destination: { ports: [5432] }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress, Egress]
  ingress:
    - action: Allow
  egress:
    - action: Allow
      protocol: TCP
      destination: { ports: [5432] }
`,
  },
  check: (context) => context.resources.flatMap((resource) => ignored(resource, context)),
};
