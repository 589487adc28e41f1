// Kubernetes' own policies as Calico reads them, in the naive evaluator's shape (Calico spec, 8).
import type {
  AdminPeer,
  AdminPods,
  AdminPolicyResource,
  AdminPort,
  AdminRule,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicyResource,
  NetworkPolicyRule,
} from '../resources/resource.ts';
import type { NaivePolicy } from './naive-calico-policies.ts';
import { type NaiveCalicoRule, type NaiveSide, protocolNumbers } from './naive-calico-rule.ts';
import { every, hasLabel, type LabelTest, labelIs, labelSelectorTest } from './naive-calico-selector.ts';

type Direction = 'Ingress' | 'Egress';

/** The part of a rule that speaks of the destination's port. */
type Traffic = Pick<NaiveCalicoRule, 'protocol'> & Pick<NaiveSide, 'ports'>;

const isKubernetes = labelIs('projectcalico.org/orchestrator', 'k8s');
const inAnyNamespace = hasLabel('projectcalico.org/namespace');
const always: LabelTest = () => true;

/** The other end is the source of ingress and the destination of egress; ports are always the destination's. */
function ruleOf(
  direction: Direction,
  action: NaiveCalicoRule['action'],
  peer: NaiveSide,
  { protocol, ports }: Traffic,
): NaiveCalicoRule {
  const onPorts = ports ? { ports } : {};
  if (direction === 'Ingress') return { action, protocol, source: peer, destination: onPorts };
  return { action, protocol, source: {}, destination: { ...peer, ...onPorts } };
}

/** Namespaces by their labels; `{}` becomes `all()`, which stands for having a namespace. */
function namespacesTest(selector: AdminPods['namespaceSelector']): LabelTest {
  return selector.requirements.length === 0 ? inAnyNamespace : labelSelectorTest(selector, 'pcns.');
}

function networkPolicyPeer(peer: NetworkPolicyPeer, namespace: string): NaiveSide {
  if (peer.type === 'ipBlock') return { nets: [peer.cidr], notNets: peer.except };
  const namespaces = peer.namespaceSelector
    ? namespacesTest(peer.namespaceSelector)
    : labelIs('projectcalico.org/namespace', namespace);
  const pods = peer.podSelector && labelSelectorTest(peer.podSelector);
  return { among: every([isKubernetes, namespaces, pods]) };
}

function networkPolicyTraffic({ protocol, port, endPort }: NetworkPolicyPort): Traffic {
  const number = protocolNumbers[protocol];
  if (port === undefined) return { protocol: number };
  const ports = typeof port === 'string' ? [{ name: port }] : [{ from: port, to: endPort ?? port }];
  return { protocol: number, ports };
}

/** "each (rule × protocol × peer) → one Allow rule"; empty peers are anyone, empty ports any protocol and port. */
function networkPolicyRules(rule: NetworkPolicyRule, direction: Direction, namespace: string): NaiveCalicoRule[] {
  const peers = rule.peers.length === 0 ? [{}] : rule.peers.map((peer) => networkPolicyPeer(peer, namespace));
  const traffics = rule.ports.length === 0 ? [{}] : rule.ports.map(networkPolicyTraffic);
  return peers.flatMap((peer) => traffics.map((traffic) => ruleOf(direction, 'Allow', peer, traffic)));
}

/** Order 1000 in the tier `default`, whoever else is there. */
export function kubernetesPolicy(
  kind: 'KubernetesNetworkPolicy' | 'StagedKubernetesNetworkPolicy',
  { namespace, name }: { readonly namespace: string; readonly name: string },
  spec: NetworkPolicyResource['spec'],
): NaivePolicy {
  const { podSelector, policyTypes, ingress, egress } = spec;
  const byDefault: Direction[] = egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
  const own = labelIs('projectcalico.org/namespace', namespace);
  return {
    ...{ kind, namespace, name, tier: 'default', order: 1000, stage: 'normal' },
    types: policyTypes ?? byDefault,
    appliesTo: every([isKubernetes, own, labelSelectorTest(podSelector)]) ?? always,
    ingress: ingress.flatMap((rule) => networkPolicyRules(rule, 'Ingress', namespace)),
    egress: egress.flatMap((rule) => networkPolicyRules(rule, 'Egress', namespace)),
  };
}

/** Undefined for a peer that Calico does not support. `namespaces` also finds network sets, `pods` only pods. */
function adminPeer(peer: AdminPeer): NaiveSide | undefined {
  if (peer.type === 'networks') return { nets: peer.cidrs };
  if (peer.type !== 'pods') return undefined;
  const namespaces = namespacesTest(peer.namespaceSelector);
  if (!peer.podSelector) return { among: namespaces };
  return { among: every([namespaces, labelSelectorTest(peer.podSelector), isKubernetes]) };
}

function adminTraffic(port: AdminPort): Traffic {
  if (port.type === 'named') return { ports: [{ name: port.name }] };
  return { protocol: protocolNumbers[port.protocol], ports: [{ from: port.from, to: port.to }] };
}

/** "Unsupported peer …: rule replaced by Deny all if its action is Deny or Pass, dropped if Accept." */
function adminRules({ action, peers, ports }: AdminRule, direction: Direction): NaiveCalicoRule[] {
  const sides = peers.map(adminPeer);
  const supported = sides.filter((side) => side !== undefined);
  if (supported.length < sides.length) {
    return action === 'Allow' ? [] : [{ action: 'Deny', source: {}, destination: {} }];
  }
  const traffics = ports.length === 0 ? [{}] : ports.map(adminTraffic);
  return supported.flatMap((side) => traffics.map((traffic) => ruleOf(direction, action, side, traffic)));
}

const placeOf = {
  ClusterNetworkPolicy: { Admin: 'kube-admin', Baseline: 'kube-baseline' },
  AdminNetworkPolicy: { Admin: 'adminnetworkpolicy', Baseline: 'adminnetworkpolicy' },
  BaselineAdminNetworkPolicy: { Admin: 'baselineadminnetworkpolicy', Baseline: 'baselineadminnetworkpolicy' },
} as const;

/** "A direction is governed only if it has ≥1 rule"; a BaselineAdminNetworkPolicy has order 1000. */
export function adminPolicy({ kind, meta, spec }: AdminPolicyResource): NaivePolicy {
  const { tier, priority, subject, ingress, egress } = spec;
  const pods = subject.podSelector && labelSelectorTest(subject.podSelector);
  const types: Direction[] = [];
  if (ingress.length > 0) types.push('Ingress');
  if (egress.length > 0) types.push('Egress');
  return {
    kind: `Kubernetes${kind}`,
    namespace: '',
    name: meta.name,
    tier: placeOf[kind][tier],
    order: kind === 'BaselineAdminNetworkPolicy' ? 1000 : priority,
    types,
    appliesTo: every([isKubernetes, namespacesTest(subject.namespaceSelector), pods]) ?? always,
    ingress: ingress.flatMap((rule) => adminRules(rule, 'Ingress')),
    egress: egress.flatMap((rule) => adminRules(rule, 'Egress')),
    stage: 'normal',
  };
}
