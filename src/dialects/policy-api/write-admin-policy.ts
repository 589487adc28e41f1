// Writes what a policy of policy.networking.k8s.io is to allow: a rule more, at its place.
import type { NewValue } from '../../documents/write-edits.ts';
import { NAMESPACE_NAME_LABEL } from '../../model/selector.ts';
import { PROTOCOLS } from '../../net/connection-set.ts';
import { insertRule, labelObject, type PolicyWriter, type RuleDraft } from '../rule-draft.ts';

/** The kinds' API text: addresses are peers of egress rules only. */
function peersOf({ direction, other }: RuleDraft): readonly NewValue[] | undefined {
  if (other.type === 'addresses') return direction === 'egress' ? [{ networks: other.cidrs }] : undefined;
  const namespaceSelector = { matchLabels: { [NAMESPACE_NAME_LABEL]: other.namespace } };
  if (other.labels.size === 0) return [{ namespaces: namespaceSelector }];
  return [{ pods: { namespaceSelector, podSelector: { matchLabels: labelObject(other.labels) } } }];
}

/** v1alpha1 writes `Allow` and `ports`, v1alpha2 `Accept` and `protocols`. */
function adminRule(rule: RuleDraft, isClusterPolicy: boolean): NewValue | undefined {
  const { protocol, port } = rule.traffic;
  const peers = peersOf(rule);
  if (!peers || port === undefined || !PROTOCOLS.some((one) => one === protocol)) return undefined;
  const traffic = isClusterPolicy
    ? { protocols: [{ [protocol.toLowerCase()]: { destinationPort: { number: port } } }] }
    : { ports: [{ portNumber: { protocol, port } }] };
  return {
    action: isClusterPolicy ? 'Accept' : 'Allow',
    [rule.direction === 'egress' ? 'to' : 'from']: peers,
    ...traffic,
  };
}

export const adminPolicyWriter: PolicyWriter = {
  allow({ kind, range }, rule, before, manifests) {
    const written = adminRule(rule, kind === 'ClusterNetworkPolicy');
    return insertRule(manifests.find(range, ['spec']), rule, before, written);
  },
};
