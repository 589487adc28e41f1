// `egress-only-becomes-default-deny`: a policy that means to allow some egress, and closes all other egress by being there.

import { addItem, fixOf } from '../../documents/write-edits.ts';
import type { Rule } from '../../model/policy.ts';
import type { Bitset } from '../../net/bitset.ts';
import { contains, difference, pointOf, portRange, union } from '../../net/connection-set.ts';
import { endpointsText } from '../endpoint-words.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext } from '../lint-context.ts';
import { movesToPassingTier } from '../passing-tier.ts';
import { isCatchAll } from '../rule-cover.ts';

const DNS = union(portRange('TCP', 53, 53), portRange('UDP', 53, 53));

/** Whoever writes this in the name means to close something. */
const MEANT = /deny|isolat|lock|block|quarantine|restrict/i;

function isDns({ matches }: Rule): boolean {
  return matches.every(
    ({ traffic }) =>
      traffic.length > 0 &&
      traffic.every((term) => term.type === 'points' && difference(term.points, DNS).length === 0) &&
      traffic.some(
        (term) =>
          term.type === 'points' && [pointOf('TCP', 53), pointOf('UDP', 53)].some((one) => contains(term.points, one)),
      ),
  );
}

/** Whether the policy reads as one that only adds something: for many namespaces, or for DNS alone. */
function readsAsAddition({ resource, spec, namespace, placed }: CalicoPolicy, context: LintContext): boolean {
  const rules = (placed[0]?.policy.egress ?? []).filter(({ action }) => action !== 'log');
  if (spec.types.length !== 1 || spec.doNotTrack || MEANT.test(resource.meta.name) || rules.length === 0) return false;
  const { families } = context.snapshot.matrix;
  if (rules.some((rule) => rule.action !== 'allow' || isCatchAll(rule, families))) return false;
  return namespace === '' || rules.every(isDns);
}

/** The classes whose egress no other policy of the tier governs. */
function governedAlone({ placed }: CalicoPolicy, context: LintContext): Bitset | undefined {
  const [main] = placed;
  if (!main) return undefined;
  return context.placed
    .filter(({ index, policy }) => index !== main.index && policy.tier === main.policy.tier && policy.egress)
    .reduce((rest, { subjects }) => rest.andNot(subjects), main.subjects);
}

export const egressOnlyBecomesDefaultDeny: Lint = {
  code: 'egress-only-becomes-default-deny',
  severity: 'warning',
  title: 'A policy that allows some egress closes all other egress',
  docs: {
    why: 'Where a policy governs a direction, the end of its tier denies what no rule allowed. A policy that is only to allow DNS for everybody thus closes all other egress of everybody whom no other policy lets out.',
    fix: 'To allow something in addition and leave the rest to others, end the policy with a rule `Pass`, or put it into a tier whose default action is Pass. If it is to close all other egress, keep it, and say so in its name.',
    source: {
      title: 'Calico: policy tiers',
      url: 'https://docs.tigera.io/calico/latest/network-policy/policy-tiers/tiered-policy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: allow-dns }
spec:
  namespaceSelector: all()
  types: [Egress]
  egress:
    - action: Allow
      protocol: UDP
      destination: { ports: [53] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: allow-dns }
spec:
  namespaceSelector: all()
  types: [Egress]
  egress:
    - action: Allow
      protocol: UDP
      destination: { ports: [53] }
    - action: Pass
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop } }
`,
  },
  check: (context) =>
    context.calico.flatMap((policy): Finding[] => {
      const { resource, spec, label } = policy;
      const tier = context.snapshot.tiers.find((one) => one.name === spec.tier);
      if (tier?.unmatched !== 'deny' || !policy.spec.types.includes('Egress') || !readsAsAddition(policy, context)) {
        return [];
      }
      const alone = governedAlone(policy, context);
      if (!alone || alone.isEmpty()) return [];
      const list = context.manifests.find(resource.range, ['spec', 'egress']);
      return [
        {
          message: `No other policy governs the egress of ${endpointsText(alone, context)}, so this one closes it: what its rules do not allow is denied at the end of the tier \`${spec.tier}\``,
          advice:
            'If it is only to allow something in addition, end it with a rule `Pass`, or move it to a tier whose default action is Pass; if it is to close egress, say so in its name.',
          range: resource.nameRange,
          object: label,
          fixes: [
            ...fixOf('Add a last rule `Pass`', addItem(list, { action: 'Pass' })),
            ...movesToPassingTier(policy, context),
          ],
        },
      ];
    }),
};
