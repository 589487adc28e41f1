// `tier-empty`: a tier that no policy is in.
import type { Lint } from '../lint.ts';
import { BUILT_IN_TIERS, tiersOf } from '../tier-objects.ts';
import { labelOf } from '../wording.ts';

export const tierEmpty: Lint = {
  code: 'tier-empty',
  severity: 'info',
  title: 'A tier without policies',
  docs: {
    why: 'A tier does something only where a policy in it applies; its default action alone decides nothing. A policy is in the tier that its `tier` names, else in `default`.',
    fix: 'Name the tier in `tier` of the policies that belong there, or take it out.',
    source: { title: 'Calico: Tier', url: 'https://docs.tigera.io/calico/latest/reference/resources/tier' },
    bad: `apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: security }
spec: { order: 100 }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
`,
    good: `apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: security }
spec: { order: 100 }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  tier: security
  selector: app == 'web'
  types: [Ingress]
`,
  },
  check(context) {
    const used = new Set(
      context.resources.flatMap((one) => ('spec' in one && 'doNotTrack' in one.spec ? [one.spec.tier] : [])),
    );
    return tiersOf(context)
      .filter(({ meta }) => !used.has(meta.name) && !BUILT_IN_TIERS.has(meta.name))
      .map((tier) => ({
        message: `No policy in the manifests is in the tier \`${tier.meta.name}\`, so it does nothing`,
        advice: 'Name it in `tier` of the policies that belong there, or remove it.',
        range: tier.nameRange,
        object: labelOf(tier),
      }));
  },
};
