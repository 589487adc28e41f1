// Moving policies of administrators: by priority, and for ClusterNetworkPolicy between its two tiers.

import { setFields } from '../../documents/set-field.ts';
import type { TextEdit } from '../../documents/text-edit.ts';
import type { Resource } from '../../resources/resource.ts';
import type { OrderRange, PolicyPlacing } from '../dialect.ts';

/** API text, `priority`: 0 to 1000, lower first. */
const PRIORITIES: OrderRange = { whole: true, min: 0, max: 1000 };

/** The names of ClusterNetworkPolicy's tiers by those of the engine. */
const CLUSTER_TIERS: Readonly<Record<string, string>> = { 'kube-admin': 'Admin', 'kube-baseline': 'Baseline' };

const named = ({ meta }: Resource): string => meta.name;

export const adminPlacing: PolicyPlacing = {
  orders: PRIORITIES,
  refusal: (_, tier) =>
    tier === 'adminnetworkpolicy' ? undefined : 'An AdminNetworkPolicy stands in the tier adminnetworkpolicy only',
  nameIn: named,
  edits: ({ range }, { order }, manifests) =>
    order === undefined ? [] : setFields(manifests, range, ['spec'], { priority: order }),
};

export const clusterPlacing: PolicyPlacing = {
  orders: PRIORITIES,
  refusal: (_, tier) =>
    Object.hasOwn(CLUSTER_TIERS, tier)
      ? undefined
      : 'A ClusterNetworkPolicy stands in the tiers kube-admin and kube-baseline only',
  nameIn: named,
  edits: ({ range }, { tier, order }, manifests): readonly TextEdit[] | undefined =>
    setFields(manifests, range, ['spec'], {
      ...(tier === undefined ? {} : { tier: CLUSTER_TIERS[tier] ?? tier }),
      ...(order === undefined ? {} : { priority: order }),
    }),
};
