// Moves a policy to a tier that leaves what it does not decide to later ones.
import type { QuickFix } from '../documents/diagnostic.ts';
import { fixOf, setEntry } from '../documents/write-edits.ts';
import type { CalicoPolicy, LintContext } from './lint-context.ts';
import { appendObjects } from './new-objects.ts';
import { DEFAULT_TIER_ORDER, freeTierOrder, tiersOf } from './tier-objects.ts';

/** The name of a new one: what teams call the tier of those who look after the whole cluster. */
const NEW_TIER = 'security';

/**
 * To a tier before `default` whose default action is Pass; to a new one where the manifests have none. None up to Calico 3.31,
 * where the name would have to change with it.
 */
export function movesToPassingTier({ resource, spec }: CalicoPolicy, context: LintContext): readonly QuickFix[] {
  if (context.snapshot.options.semantics === 'calico-3.31' || spec.tier !== 'default') return [];
  const tiers = tiersOf(context);
  const known = tiers.find(
    ({ order = Number.POSITIVE_INFINITY, defaultAction }) => order < DEFAULT_TIER_ORDER && defaultAction === 'Pass',
  );
  const place = context.manifests.find(resource.range, ['spec']);
  if (known) return fixOf(`Move it to the tier \`${known.meta.name}\``, setEntry(place, 'tier', known.meta.name));
  if (tiers.some(({ meta }) => meta.name === NEW_TIER)) return [];
  const tier = {
    apiVersion: 'projectcalico.org/v3',
    kind: 'Tier',
    metadata: { name: NEW_TIER },
    spec: { order: freeTierOrder(context), defaultAction: 'Pass' },
  };
  return fixOf(
    `Move it to a new tier \`${NEW_TIER}\` that passes on what it does not decide`,
    setEntry(place, 'tier', NEW_TIER),
    appendObjects(resource.range, [tier], context),
  );
}
