// `http-without-alp`: a rule for some HTTP requests, which allows all of them where nobody reads HTTP.
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicyRule } from '../lint-context.ts';

function opened({ rule }: CalicoPolicyRule): string {
  const ports = rule.destination.ports.map((port) => {
    if ('name' in port) return port.name;
    return port.from === port.to ? String(port.from) : `${port.from}-${port.to}`;
  });
  if (ports.length > 0) return `everything on TCP ${ports.join(', ')}`;
  return rule.protocol === undefined ? 'all traffic, of every protocol' : 'all TCP traffic';
}

export const httpWithoutAlp: Lint = {
  code: 'http-without-alp',
  severity: 'warning',
  title: 'A rule about HTTP requests allows all traffic without application-layer policy',
  docs: {
    why: 'Methods and paths are looked at only by Calico’s application-layer policy, a proxy that must be switched on. The packet filter knows no requests: to it the rule allows all that the rest of it matches.',
    fix: 'Switch application-layer policy on for the pods that the policy applies to, or count on the whole port being open and restrict requests in the application.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      http: { methods: [GET] }
      destination: { ports: [8080] }
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
      destination: { ports: [8080] }
`,
  },
  check: (context) =>
    context.calico.flatMap((policy) =>
      policy.rules
        .filter(({ rule }) => rule.http)
        .map(
          (rule): Finding => ({
            message: `Without application-layer policy the \`http\` clause is ignored, and the rule allows ${opened(rule)} from whom it names`,
            advice: 'Switch application-layer policy on for these pods, or count on everything being allowed.',
            range: context.manifests.rangeOf(policy.resource.range, [...rule.path, 'http'], 'name') ?? rule.rule.range,
            object: policy.label,
          }),
        ),
    ),
};
