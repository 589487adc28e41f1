// Starting points for a NetworkPolicy: real YAML, short, with the one thing to know beside the line it is about.
import { writeScalar } from '../documents/write-scalar.ts';

export interface TemplateContext {
  readonly namespace: string;
  /** Name of the new policy; each template has its own where it is left out. */
  readonly name?: string;
  /** Labels of the pods it is to apply to; empty or left out: all pods of the namespace. */
  readonly podLabels?: readonly (readonly [key: string, value: string])[];
  /** The namespace at the other end; the policy's own where it is left out. */
  readonly peerNamespace?: string;
}

export interface PolicyTemplate {
  readonly id: string;
  readonly label: string;
  /** One sentence: what it does, in the words of the field. */
  readonly describe: string;
  /** Where its name must differ from others. */
  readonly scope: 'namespace' | 'cluster';
  /** A file name without folder, safe on every system. */
  fileName(context: TemplateContext): string;
  /** The manifest, ending in a line break. */
  write(context: TemplateContext): string;
}

type Body = (context: TemplateContext) => readonly string[];

function template(id: string, label: string, describe: string, body: Body): PolicyTemplate {
  const nameIn = (context: TemplateContext) => context.name ?? id;
  return {
    id,
    label,
    describe,
    scope: 'namespace',
    fileName: (context) => `${safeFileName(nameIn(context))}.yaml`,
    write: (context) => manifest(context, nameIn(context), body(context)),
  };
}

function manifest({ namespace }: TemplateContext, name: string, spec: readonly string[]): string {
  const head = [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata:',
    `  name: ${writeScalar(name)}`,
    `  namespace: ${writeScalar(namespace)}`,
    'spec:',
  ];
  return `${[...head, ...spec.map((line) => `  ${line}`)].join('\n')}\n`;
}

/** The name as far as every system takes it in a file's name. */
export function safeFileName(name: string): string {
  const safe = name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return safe.slice(0, 100) || 'policy';
}

/** The pods the policy applies to. */
function subject({ podLabels = [] }: TemplateContext): string[] {
  if (podLabels.length === 0) return ['podSelector: {} # every pod in the namespace'];
  return [
    'podSelector:',
    '  matchLabels:',
    ...podLabels.map(([key, value]) => `    ${writeScalar(key)}: ${writeScalar(value)}`),
  ];
}

function namespacePeer({ namespace, peerNamespace }: TemplateContext): string[] {
  return [
    '- namespaceSelector:',
    '    matchLabels: # every namespace has this label',
    `      kubernetes.io/metadata.name: ${writeScalar(peerNamespace ?? namespace)}`,
  ];
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}

const denyIngress = template(
  'default-deny-ingress',
  'Default deny, ingress',
  'Isolates every pod of the namespace for ingress: only what some policy allows may come in.',
  () => [
    'podSelector: {} # every pod in the namespace',
    'policyTypes:',
    '  - Ingress # isolated; nothing allowed here',
  ],
);

const denyEgress = template(
  'default-deny-egress',
  'Default deny, egress',
  'Isolates every pod of the namespace for egress, DNS included: only what some policy allows may go out.',
  () => ['podSelector: {} # every pod in the namespace', 'policyTypes:', '  - Egress # DNS stops too: add “Allow DNS”'],
);

const denyAll = template(
  'default-deny-all',
  'Default deny, both directions',
  'Isolates every pod of the namespace in both directions; other policies then allow what is needed.',
  () => [
    'podSelector: {} # every pod in the namespace',
    'policyTypes: # isolated; nothing allowed here',
    '  - Ingress',
    '  - Egress # DNS stops too: add “Allow DNS”',
  ],
);

const allowFromPods = template(
  'allow-from-pods',
  'Allow from pods',
  'Lets chosen pods of the same namespace reach the selected pods on one port.',
  (context) => [
    ...subject(context),
    'policyTypes:',
    '  - Ingress',
    'ingress:',
    '  - from:',
    '      - podSelector: # in the policy’s own namespace',
    '          matchLabels:',
    '            app: client',
    '    ports:',
    '      - protocol: TCP',
    '        port: 8080 # the pod’s port, not the Service’s',
  ],
);

const allowFromNamespace = template(
  'allow-from-namespace',
  'Allow from a namespace',
  'Lets every pod of one namespace reach the selected pods on one port.',
  (context) => [
    ...subject(context),
    'policyTypes:',
    '  - Ingress',
    'ingress:',
    '  - from:',
    ...indented(namespacePeer(context), 6),
    '    ports:',
    '      - protocol: TCP',
    '        port: 8080 # the pod’s port, not the Service’s',
  ],
);

const allowToPods = template(
  'allow-to-pods',
  'Allow to pods',
  'Lets the selected pods reach chosen pods of the same namespace; the other end must allow it too.',
  (context) => [
    ...subject(context),
    'policyTypes:',
    '  - Egress',
    'egress:',
    '  - to: # the other end’s ingress must allow it',
    '      - podSelector:',
    '          matchLabels:',
    '            app: server',
    '    ports:',
    '      - protocol: TCP',
    '        port: 8080',
  ],
);

const allowDns = template(
  'allow-dns-egress',
  'Allow DNS',
  'Lets the selected pods look up names at the cluster’s DNS in kube-system, by UDP and TCP.',
  (context) => [
    ...subject(context),
    'policyTypes:',
    '  - Egress',
    'egress:',
    '  - to:',
    ...indented(namespacePeer({ ...context, peerNamespace: 'kube-system' }), 6),
    '        podSelector: # no dash: both selectors must hold',
    '          matchLabels:',
    '            k8s-app: kube-dns',
    '    ports:',
    '      - protocol: UDP',
    '        port: 53',
    '      - protocol: TCP # long answers come over TCP',
    '        port: 53',
  ],
);

const allowSameNamespace = template(
  'allow-same-namespace',
  'Allow within the namespace',
  'Lets the pods of the namespace reach each other, and nothing else reach them.',
  (context) => [
    ...subject(context),
    'policyTypes:',
    '  - Ingress',
    'ingress:',
    '  - from:',
    '      - podSelector: {} # pods of this namespace only',
  ],
);

/** In the order the menu shows them. */
export const policyTemplates: readonly PolicyTemplate[] = [
  denyAll,
  denyIngress,
  denyEgress,
  allowDns,
  allowFromPods,
  allowFromNamespace,
  allowToPods,
  allowSameNamespace,
];
