// `donottrack-asymmetric`: untracked traffic that is allowed one way, and whose replies no rule allows.
import { addItem, fixOf, type NewValue } from '../../documents/write-edits.ts';
import type { CalicoPort, CalicoRule } from '../../resources/calico-resource.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, CalicoPolicyRule, LintContext } from '../lint-context.ts';
import { selectedHosts } from '../selected-hosts.ts';

function includes(all: readonly CalicoPort[], one: CalicoPort): boolean {
  return all.some((port) => {
    if ('name' in port || 'name' in one) return 'name' in port && 'name' in one && port.name === one.name;
    return port.from <= one.from && one.to <= port.to;
  });
}

const allowsPorts = (written: readonly CalicoPort[], wanted: readonly CalicoPort[]): boolean =>
  written.length === 0 || (wanted.length > 0 && wanted.every((port) => includes(written, port)));

/** Whether `back` lets out what answers `rule`, by protocol and ports; its addresses are left to its author. */
function answers(back: CalicoRule, { protocol, source, destination }: CalicoRule): boolean {
  return (
    back.action === 'Allow' &&
    (back.protocol === undefined || back.protocol === protocol) &&
    allowsPorts(back.source.ports, destination.ports) &&
    allowsPorts(back.destination.ports, source.ports)
  );
}

const PROTOCOLS: Readonly<Record<number, string>> = { 6: 'TCP', 17: 'UDP', 132: 'SCTP' };

function written(ports: readonly CalicoPort[]): NewValue {
  return ports.map((port) => {
    if ('name' in port) return port.name;
    return port.from === port.to ? port.from : `${port.from}:${port.to}`;
  });
}

/** The rule with its ends exchanged; undefined where it asks for more than ports. */
function mirrored({ source, destination, protocol, ...rest }: CalicoRule): NewValue | undefined {
  const isPlain = [source, destination].every(
    (end) => !end.selector && !end.notSelector && !end.namespaceSelector && !end.serviceAccounts && !end.services,
  );
  const hasNets = [source, destination].some((end) => end.nets.length + end.notNets.length + end.notPorts.length > 0);
  const name = protocol === undefined ? undefined : PROTOCOLS[protocol];
  if (!isPlain || hasNets || rest.notProtocol !== undefined || rest.ipVersion !== undefined || !name) return undefined;
  return {
    action: 'Allow',
    protocol: name,
    ...(destination.ports.length > 0 ? { source: { ports: written(destination.ports) } } : {}),
    ...(source.ports.length > 0 ? { destination: { ports: written(source.ports) } } : {}),
  };
}

function finding(
  { rule, direction }: CalicoPolicyRule,
  { resource, label }: CalicoPolicy,
  { manifests }: LintContext,
): Finding {
  const back = direction === 'ingress' ? 'egress' : 'ingress';
  const rules = manifests.find(resource.range, ['spec', back]);
  const value = mirrored(rule);
  return {
    message: `No untracked ${back} rule allows the replies to what this rule allows: without connection tracking they are packets like any other, and are lost`,
    advice: `Add an ${back} rule with source and destination exchanged.`,
    range: rule.range,
    object: label,
    fixes: value ? fixOf(`Add the ${back} rule for replies`, addItem(rules, value)) : [],
  };
}

function findings(policy: CalicoPolicy, untracked: readonly CalicoPolicy[], context: LintContext): readonly Finding[] {
  const hosts = new Set(selectedHosts(policy, context));
  const beside = untracked.filter(
    (one) => one === policy || selectedHosts(one, context).some((host) => hosts.has(host)),
  );
  const all = beside.flatMap(({ rules, spec }) =>
    rules.filter(({ direction }) => spec.types.includes(direction === 'ingress' ? 'Ingress' : 'Egress')),
  );
  return policy.rules
    .filter(({ rule, direction }) => {
      if (rule.action !== 'Allow' || !all.some((one) => one.rule === rule)) return false;
      return !all.some(
        // One that is itself an answer may be wider than what it answers.
        (other) => other.direction !== direction && (answers(other.rule, rule) || answers(rule, other.rule)),
      );
    })
    .map((rule) => finding(rule, policy, context));
}

const policy = (egress: string): string => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: untracked-web }
spec:
  selector: role == 'edge'
  doNotTrack: true
  applyOnForward: true
  types: [Ingress, Egress]
  ingress:
    - { action: Allow, protocol: TCP, destination: { ports: [80] } }
  egress:
    - ${egress}
---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: edge-1, labels: { role: edge } }
spec: { node: edge-1, interfaceName: eth0, profiles: [projectcalico-default-allow] }
`;

export const donottrackAsymmetric: Lint = {
  code: 'donottrack-asymmetric',
  severity: 'warning',
  title: 'Untracked traffic is allowed one way, and its replies are not',
  docs: {
    why: 'A policy with `doNotTrack` switches connection tracking off for what it allows. Replies are then not known as replies: they need a rule of their own, in the other direction and with the ports on the other side.',
    fix: 'Add a rule in the other direction with source and destination exchanged: for `destination: {ports: [80]}` under ingress, `source: {ports: [80]}` under egress.',
    source: {
      title: 'Calico: high-connection workloads',
      url: 'https://docs.tigera.io/calico/latest/network-policy/extreme-traffic/high-connection-workloads',
    },
    bad: policy('{ action: Allow, protocol: UDP, source: { ports: [53] } }').replace(
      'ingress:\n',
      'ingress:\n    - { action: Allow, protocol: UDP, destination: { ports: [53] } }\n',
    ),
    good: policy('{ action: Allow, protocol: TCP, source: { ports: [80] } }'),
  },
  check(context) {
    const untracked = context.calico.filter(({ spec }) => spec.doNotTrack);
    return untracked.flatMap((one) => findings(one, untracked, context));
  },
};
