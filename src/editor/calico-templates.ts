// Starting points for Calico: a tier, policies of both scopes, a staged one, and a set of addresses for rules to name.
import { writeScalar } from '../documents/write-scalar.ts';
import { type PolicyTemplate, safeFileName, type TemplateContext } from './policy-templates.ts';

interface Calico extends Pick<PolicyTemplate, 'id' | 'label' | 'describe' | 'scope'> {
  readonly kind: string;
  readonly metadata?: readonly string[];
  readonly spec: (context: TemplateContext) => readonly string[];
}

function template({ id, label, describe, scope, kind, metadata = [], spec }: Calico): PolicyTemplate {
  const nameIn = (context: TemplateContext) => context.name ?? id;
  const write = (context: TemplateContext) => [
    'apiVersion: projectcalico.org/v3',
    `kind: ${kind}`,
    'metadata:',
    `  name: ${writeScalar(nameIn(context))}`,
    ...(scope === 'namespace' ? [`  namespace: ${writeScalar(context.namespace)}`] : []),
    ...metadata.map((line) => `  ${line}`),
    'spec:',
    ...spec(context).map((line) => `  ${line}`),
  ];
  return {
    ...{ id, label, describe, scope },
    fileName: (context) => `${safeFileName(nameIn(context))}.yaml`,
    write: (context) => `${write(context).join('\n')}\n`,
  };
}

/** Texts that mean the same in a selector with and without the quotes of YAML around it. */
const SIMPLE = /^[A-Za-z][A-Za-z0-9_./-]*$/;

/** The pods the policy applies to, one term a label; Calico's selectors know no escapes, so a text has the quotes it does not hold. */
function subject({ podLabels = [] }: TemplateContext): string[] {
  if (podLabels.length === 0) return ['selector: all() # every pod in the namespace'];
  const terms = podLabels.map(([key, value]) => `${key} == ${value.includes("'") ? `"${value}"` : `'${value}'`}`);
  const isSimple = podLabels.every(([key, value]) => SIMPLE.test(key) && /^[A-Za-z0-9_.-]*$/.test(value));
  const text = terms.join(' && ');
  return [`selector: ${isSimple ? text : writeScalar(text, true)}`];
}

const tier = template({
  id: 'security',
  label: 'Tier',
  describe: 'A place ahead of the tier default, for policies that no team may overrule.',
  scope: 'cluster',
  kind: 'Tier',
  spec: () => [
    'order: 100 # lower is asked first; default is 1000000',
    'defaultAction: Pass # no rule matches: the next tier',
  ],
});

const clusterDeny = template({
  id: 'cluster-default-deny',
  label: 'Default deny, every namespace but the system’s',
  describe: 'A GlobalNetworkPolicy, last in its tier: isolates pods both ways, and lets them look up names.',
  scope: 'cluster',
  kind: 'GlobalNetworkPolicy',
  spec: () => [
    'tier: default',
    'order: 2000 # after the policies that allow',
    'namespaceSelector: >- # hosts have no such label',
    '  has(kubernetes.io/metadata.name) &&',
    '  kubernetes.io/metadata.name not in',
    "  {'kube-system', 'calico-system', 'tigera-operator'}",
    'types:',
    '  - Ingress # no rule, so none is allowed here',
    '  - Egress',
    'egress:',
    ...dnsRule('UDP'),
    ...dnsRule('TCP'),
  ],
});

function dnsRule(protocol: string): string[] {
  return [
    '  - action: Allow',
    `    protocol: ${protocol}`,
    '    destination:',
    '      namespaceSelector: >-',
    "        kubernetes.io/metadata.name == 'kube-system'",
    "      selector: k8s-app == 'kube-dns'",
    '      ports: [53]',
  ];
}

const allowAndDeny = template({
  id: 'calico-allow-from-pods',
  label: 'Allow from pods, in order',
  describe: 'A Calico NetworkPolicy: its rules are asked in turn, and the first that matches decides.',
  scope: 'namespace',
  kind: 'NetworkPolicy',
  spec: (context) => [
    'tier: default',
    'order: 100 # lower is asked first',
    ...subject(context),
    'types:',
    '  - Ingress',
    'ingress:',
    '  - action: Allow',
    '    protocol: TCP',
    '    source: # pods of the policy’s own namespace',
    "      selector: app == 'client'",
    '    destination:',
    '      ports: [8080] # the pod’s port, not the Service’s',
    '  - action: Deny # later policies are not asked',
  ],
});

const stagedDeny = template({
  id: 'staged-default-deny',
  label: 'Staged default deny',
  describe: 'A StagedNetworkPolicy: without effect until promoted; the map previews what it would change.',
  scope: 'namespace',
  kind: 'StagedNetworkPolicy',
  spec: (context) => [
    'stagedAction: Set # Delete previews taking one away',
    'tier: default',
    'order: 2000 # after the policies that allow',
    ...subject(context),
    'types:',
    '  - Ingress',
    '  - Egress # DNS stops too, unless a policy allows it',
  ],
});

const addressSet = template({
  id: 'partners',
  label: 'Set of addresses',
  describe: 'A GlobalNetworkSet: rules of every namespace name its addresses by its labels.',
  scope: 'cluster',
  kind: 'GlobalNetworkSet',
  metadata: ['labels:', '  role: partner # what selectors of rules ask for'],
  spec: () => ['nets:', '  - 198.51.100.0/24', '  - 203.0.113.10/32'],
});

/** In the order the menu shows them. */
export const calicoTemplates: readonly PolicyTemplate[] = [tier, allowAndDeny, clusterDeny, stagedDeny, addressSet];
