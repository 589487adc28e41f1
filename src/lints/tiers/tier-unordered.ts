// `tier-unordered`: a tier without an order, which comes after all others.
import { groupedDigits } from '../../base/grouped-digits.ts';
import { addEntry, fixOf } from '../../documents/write-edits.ts';
import type { TierResource } from '../../resources/calico-resource.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext } from '../lint-context.ts';
import { BUILT_IN_TIERS, DEFAULT_TIER_ORDER, freeTierOrder, tiersOf } from '../tier-objects.ts';
import { labelOf } from '../wording.ts';

function finding(tier: TierResource, context: LintContext): Finding {
  const order = freeTierOrder(context);
  const spec = context.manifests.find(tier.range, ['spec']);
  const root = context.manifests.find(tier.range, []);
  const edit = spec ? addEntry(spec, 'order', order) : addEntry(root, 'spec', { order });
  return {
    message: `Without \`order\` the tier \`${tier.meta.name}\` is asked last, after the tier \`default\` (order ${groupedDigits(DEFAULT_TIER_ORDER)}), whose end denies what it governs`,
    advice: `Write an order below ${groupedDigits(DEFAULT_TIER_ORDER)}.`,
    range: tier.nameRange,
    object: labelOf(tier),
    fixes: fixOf(`Write \`order: ${order}\``, edit),
  };
}

export const tierUnordered: Lint = {
  code: 'tier-unordered',
  severity: 'warning',
  title: 'A tier without an order comes last',
  docs: {
    why: 'Tiers are asked by order, the lowest first, and those without one after all others. Behind the tier `default` only those flows arrive that no policy there governs.',
    fix: 'Write an order below 1,000,000, lower than that of every tier that is to come after it.',
    source: { title: 'Calico: Tier', url: 'https://docs.tigera.io/calico/latest/reference/resources/tier' },
    bad: `apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: security }
spec:
  defaultAction: Pass
`,
    good: `apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: security }
spec:
  order: 100
  defaultAction: Pass
`,
  },
  check: (context) =>
    tiersOf(context)
      .filter(({ order, meta }) => order === undefined && !BUILT_IN_TIERS.has(meta.name))
      .map((tier) => finding(tier, context)),
};
