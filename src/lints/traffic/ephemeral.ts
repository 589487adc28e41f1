// `ephemeral`: the ports that replies go to, opened by a rule, although replies need none.
import type { SourceRange } from '../../documents/source-file.ts';
import { MAX_PORT } from '../../net/connection-set.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type LintContext } from '../lint-context.ts';
import { labelOf } from '../wording.ts';

/** Linux and IANA begin the ports that clients choose from here; Linux ends them there. */
const FIRST_OF_LINUX = 32_768;
const FIRST_OF_IANA = 49_152;
const LAST_OF_LINUX = 60_999;
/** Below are the ports that services are known by; a range with some of them means more than replies. */
const FIRST_UNPRIVILEGED = 1024;

const isForReplies = (from: number, to: number): boolean =>
  from >= FIRST_UNPRIVILEGED &&
  (from <= FIRST_OF_LINUX || from === FIRST_OF_IANA) &&
  to >= LAST_OF_LINUX &&
  to <= MAX_PORT;

interface PortsOpened {
  readonly text: string;
  readonly range: SourceRange;
}

function inKubernetesPolicy(resource: Resource): readonly PortsOpened[] {
  if (resource.kind !== 'NetworkPolicy') return [];
  return DIRECTIONS.flatMap((direction) =>
    resource.spec[direction].flatMap(({ ports }) =>
      ports.flatMap(({ port, endPort, range }) =>
        typeof port === 'number' && endPort !== undefined && isForReplies(port, endPort)
          ? [{ text: `${port}–${endPort}`, range }]
          : [],
      ),
    ),
  );
}

function finding({ text, range }: PortsOpened, object: string): Finding {
  return {
    message: `The ports ${text} are those that clients choose for themselves: replies to them need no rule, and this one opens every one of them to new connections`,
    advice: 'Remove it if it is for replies; keep it if a program listens on any of these ports.',
    range,
    object,
  };
}

function inCalicoPolicies({ calico, manifests }: LintContext): readonly Finding[] {
  return calico.flatMap(({ spec, rules, label, resource }) =>
    // What is not tracked needs a rule for its replies.
    (spec.doNotTrack ? [] : rules).flatMap(({ rule, path }) =>
      rule.action !== 'Allow'
        ? []
        : rule.destination.ports.flatMap((port, at) => {
            if ('name' in port || !isForReplies(port.from, port.to)) return [];
            const range = manifests.rangeOf(resource.range, [...path, 'destination', 'ports', at]) ?? rule.range;
            return [finding({ text: `${port.from}–${port.to}`, range }, label)];
          }),
    ),
  );
}

export const ephemeral: Lint = {
  code: 'ephemeral',
  severity: 'info',
  title: 'A rule opens the ports that replies go to',
  docs: {
    why: 'Policy judges the first packet of a connection; replies are always let through. A rule for the high ports that clients choose adds nothing for replies, and lets others connect to whatever listens there.',
    fix: 'Remove the rule. Where a program does listen on such ports (passive FTP, media streams), name the ports it uses.',
    source: {
      title: 'Kubernetes: network policies, replies are allowed implicitly',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: db } } }]
      ports: [{ protocol: TCP, port: 32768, endPort: 60999 }]
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: db } } }]
      ports: [{ protocol: TCP, port: 30000, endPort: 32767 }]
`,
  },
  check: (context) => [
    ...context.resources.flatMap((one) => inKubernetesPolicy(one).map((ports) => finding(ports, labelOf(one)))),
    ...inCalicoPolicies(context),
  ],
};
