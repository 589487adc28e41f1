// `types-implicit`: a Calico policy that leaves it to Calico which directions it governs.

import { addEntry, fixOf, safely } from '../../documents/write-edits.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext } from '../lint-context.ts';

/** Calico API, NetworkPolicySpec.types: what is filled in, and why. */
function inferred({ spec }: CalicoPolicy): string {
  const [ingress, egress] = [spec.ingress.length > 0, spec.egress.length > 0];
  if (ingress && egress) return '[Ingress, Egress], because it has rules of both kinds';
  if (egress) return '[Egress], because it has egress rules only: it says nothing about ingress';
  const why = ingress ? 'because it has ingress rules only' : 'because it has no rules at all';
  return `[Ingress], ${why}: it does not close egress`;
}

function isOpen(policy: CalicoPolicy, context: LintContext): boolean {
  const { resource, spec } = policy;
  const isDeletion = 'stagedAction' in resource && resource.stagedAction === 'Delete';
  const isSaid = context.isSaid('types-implicit', resource) || context.isSaid('raw-crd-api', resource);
  return spec.typesGiven === undefined && !isDeletion && !isSaid;
}

export const typesImplicit: Lint = {
  code: 'types-implicit',
  severity: 'info',
  title: 'A Calico policy does not say which directions it governs',
  docs: {
    why: 'Without `types` Calico counts rules: a policy without egress rules governs ingress only, so a “default deny” without `types` leaves egress open.',
    fix: 'Write `types` with the directions that the policy is to govern. The quick fix writes what Calico takes for granted, so that nothing changes; add the other direction if it is meant.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: close-db, namespace: shop }
spec:
  selector: app == 'db'
  ingress:
    - action: Allow
      source: { selector: app == 'web' }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: close-db, namespace: shop }
spec:
  selector: app == 'db'
  types: [Ingress, Egress]
  ingress:
    - action: Allow
      source: { selector: app == 'web' }
`,
  },
  check: (context) =>
    context.calico
      .filter((policy) => isOpen(policy, context))
      .map((policy): Finding => {
        const { resource, spec, label } = policy;
        const place = context.manifests.find(resource.range, ['spec']);
        const add = (types: readonly string[]) =>
          fixOf(`Add \`types: [${types.join(', ')}]\``, addEntry(place, 'types', types));
        return {
          message: `\`types\` is not written: Calico takes ${inferred(policy)}`,
          advice: 'Write the directions that the policy is to govern.',
          range: context.manifests.rangeOf(resource.range, ['spec'], 'name') ?? resource.nameRange,
          object: label,
          fixes: [...safely(add(spec.types)), ...(spec.types.length < 2 ? add(['Ingress', 'Egress']) : [])],
        };
      }),
};
