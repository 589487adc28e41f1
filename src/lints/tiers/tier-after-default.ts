// `tier-after-default`: a tier behind `default`, whose end denies what it governs.
import { groupedDigits } from '../../base/grouped-digits.ts';
import { fixOf, replaceValue } from '../../documents/write-edits.ts';
import type { Finding, Lint } from '../lint.ts';
import { BUILT_IN_TIERS, DEFAULT_TIER_ORDER, freeTierOrder, tiersOf } from '../tier-objects.ts';
import { labelOf } from '../wording.ts';

const text = groupedDigits(DEFAULT_TIER_ORDER);

export const tierAfterDefault: Lint = {
  code: 'tier-after-default',
  severity: 'warning',
  title: 'A tier comes after the tier `default`',
  docs: {
    why: 'The tier `default` has order 1,000,000 and ends with Deny: a pod with any policy there never gets to a later tier in that direction, unless a rule passes it on.',
    fix: 'Give the tier an order below 1,000,000, unless it is to see only flows that no policy of `default` governs.',
    source: { title: 'Calico: Tier', url: 'https://docs.tigera.io/calico/latest/reference/resources/tier' },
    bad: `apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: platform }
spec:
  order: 2000000
`,
    good: `apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: platform }
spec:
  order: 200
`,
  },
  check: (context) =>
    tiersOf(context)
      .filter(({ order, meta }) => order !== undefined && order > DEFAULT_TIER_ORDER && !BUILT_IN_TIERS.has(meta.name))
      .map((tier): Finding => {
        const place = context.manifests.find(tier.range, ['spec', 'order']);
        const order = freeTierOrder(context);
        return {
          message: `The tier \`${tier.meta.name}\` is asked after the tier \`default\` (order ${text}): pods with a policy there get here only by a rule \`Pass\``,
          advice: `If it is to be asked first, write an order below ${text}.`,
          range: context.manifests.rangeOf(tier.range, ['spec', 'order']) ?? tier.nameRange,
          object: labelOf(tier),
          fixes: fixOf(`Write \`order: ${order}\``, replaceValue(place, order)),
        };
      }),
};
