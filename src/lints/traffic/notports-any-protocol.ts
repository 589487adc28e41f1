// `notports-any-protocol`: ports by name that are left out of a rule for every protocol.
import { fixOf, setEntry } from '../../documents/write-edits.ts';
import type { Finding, Lint } from '../lint.ts';
import { quotedList } from '../wording.ts';

export const notportsAnyProtocol: Lint = {
  code: 'notports-any-protocol',
  severity: 'warning',
  title: 'Ports are left out of a rule for every protocol',
  docs: {
    why: 'Without `protocol` a rule is about every protocol. To leave a port out by name then leaves out that one port in the protocol it is declared with: ICMP, UDP and all else still match. Numbers in `notPorts` need a protocol, else Calico rejects them.',
    fix: 'Write the protocol that the ports are of.',
    source: {
      title: 'Calico: NetworkPolicy, ports',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#ports',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      destination: { notPorts: [admin] }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      destination: { notPorts: [admin] }
`,
  },
  check: ({ calico, manifests }) =>
    calico.flatMap(({ resource, label, rules }) =>
      rules.flatMap(({ rule, path, sides }): Finding[] => {
        const side = sides.find(({ entity }) => entity.notPorts.length > 0);
        if (!side || rule.protocol !== undefined) return [];
        const names = side.entity.notPorts.flatMap((port) => ('name' in port ? [port.name] : []));
        const place = manifests.find(resource.range, path);
        return [
          {
            message: `\`notPorts\` leaves out ${quotedList(names)} alone, and the rule names no protocol: it matches all traffic of every other protocol, ICMP and UDP included`,
            advice: 'Write the protocol that the ports are of.',
            range: manifests.rangeOf(resource.range, [...side.path, 'notPorts'], 'name') ?? rule.range,
            object: label,
            fixes: fixOf('Add `protocol: TCP`', setEntry(place, 'protocol', 'TCP')),
          },
        ];
      }),
    ),
};
