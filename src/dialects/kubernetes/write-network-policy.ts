// Writes what a NetworkPolicy is to allow: a rule more, or a policy of its own.
import type { NewValue } from '../../documents/write-edits.ts';
import { NAMESPACE_NAME_LABEL } from '../../model/selector.ts';
import { PROTOCOLS } from '../../net/connection-set.ts';
import type { Labels } from '../../resources/resource.ts';
import { insertRule, labelObject, type PolicyWriter, type RuleDraft, type RuleEnd } from '../rule-draft.ts';

/** Kubernetes API, LabelSelector: an empty one selects everything. */
const selectorOf = (labels: Labels): NewValue => (labels.size === 0 ? {} : { matchLabels: labelObject(labels) });

/** Kubernetes API, NetworkPolicyPeer: `podSelector` alone means the policy's own namespace. */
function peerOf(other: RuleEnd, own: string): readonly NewValue[] {
  if (other.type === 'addresses') return other.cidrs.map((cidr) => ({ ipBlock: { cidr } }));
  const pods = { podSelector: selectorOf(other.labels) };
  if (other.namespace === own) return [pods];
  return [{ namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: other.namespace } }, ...pods }];
}

/** Kubernetes API, NetworkPolicyPort: protocols with ports only. */
function networkPolicyRule({ direction, other, traffic }: RuleDraft, own: string): NewValue | undefined {
  const { protocol, port } = traffic;
  if (port === undefined || !PROTOCOLS.some((one) => one === protocol)) return undefined;
  return { [direction === 'egress' ? 'to' : 'from']: peerOf(other, own), ports: [{ protocol, port }] };
}

export const networkPolicyWriter: PolicyWriter = {
  allow({ meta, range }, rule, before, manifests) {
    return insertRule(manifests.find(range, ['spec']), rule, before, networkPolicyRule(rule, meta.namespace));
  },
  draft({ name, namespace, subject, tier, rule }) {
    const item = networkPolicyRule(rule, namespace);
    if (!item || namespace === '' || tier !== 'default') return undefined;
    const type = rule.direction === 'egress' ? 'Egress' : 'Ingress';
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name, namespace },
      spec: { podSelector: selectorOf(subject), policyTypes: [type], [rule.direction]: [item] },
    };
  },
};
