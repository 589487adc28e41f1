// Wrong manifests that people write for Calico, drawn small; each is legal YAML but for templates.

/** What is wrong, the code under which it is found, and the manifests, the wrong one first. */
export interface WrongManifest {
  readonly what: string;
  readonly code: string;
  readonly text: string;
  /** The title of what is offered first; undefined where nobody can know what was meant. */
  readonly fix?: string;
}

const calico = (kind: string, name: string, spec: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: ${name}${kind === 'NetworkPolicy' ? ', namespace: shop' : ''} }\nspec:\n  ${spec.replaceAll('\n', '\n  ')}\n`;
const policy = (spec: string, name = 'p'): string => calico('NetworkPolicy', name, spec);
const ingress = (rule: string): string => policy(`selector: app == 'web'\ntypes: [Ingress]\ningress:\n- ${rule}`);
const pod = (namespace: string, app: string, more = ''): string =>
  `---\n{ apiVersion: v1, kind: Pod, metadata: { name: ${app}, namespace: ${namespace}, labels: { app: ${app} } }${more} }\n`;
const kubernetes = (spec: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: k, namespace: shop }\nspec: ${spec}\n`;

const web = pod('shop', 'web');
const db = pod('shop', 'db');
const dns = pod('kube-system', 'coredns').replace('app: coredns', 'k8s-app: kube-dns');
const service = `---\n{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { clusterIP: 10.96.0.7, selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] } }\n`;
const partners = `---\n{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkSet, metadata: { name: partners, labels: { role: partner } }, spec: { nets: [203.0.113.0/24] } }\n`;

/** In the order in which people are likely to meet them. */
export const wrongManifests: readonly WrongManifest[] = [
  {
    what: 'the storage form, by kubectl',
    code: 'raw-crd-api',
    fix: 'Write `projectcalico.org/v3`',
    text: policy("selector: app == 'web'\ntypes: [Ingress]").replace(
      'projectcalico.org/v3',
      'crd.projectcalico.org/v1',
    ),
  },
  {
    what: 'fields of Kubernetes in a Calico policy',
    code: 'unknown-field',
    fix: "Write `selector: app == 'web'`",
    text: policy(
      'podSelector: { matchLabels: { app: web } }\npolicyTypes: [Ingress]\ningress:\n- from: [{ ipBlock: { cidr: 10.0.0.0/8 } }]',
    ),
  },
  {
    what: 'labels as a map',
    code: 'wrong-type',
    fix: "Write `app == 'web'`",
    text: policy('selector: { app: web }\ntypes: [Ingress]'),
  },
  {
    what: 'fields of Calico in a policy of Kubernetes',
    code: 'unknown-field',
    text: kubernetes("{ selector: app == 'web', order: 10, podSelector: {}, ingress: [{ action: Deny }] }"),
  },
  {
    what: 'no action',
    code: 'required-field',
    fix: 'Add `action: Allow`',
    text: ingress("source: { selector: app == 'db' }"),
  },
  { what: 'a lower-case action', code: 'invalid-value', fix: 'Write `Allow`', text: ingress('action: allow') },
  {
    what: 'ports without a protocol',
    code: 'invalid-value',
    fix: 'Add `protocol: TCP`',
    text: ingress('{ action: Allow, destination: { ports: [80] } }'),
  },
  {
    what: '!has() without quotes',
    code: 'selector-swallowed',
    fix: 'Quote it',
    text: policy('selector: !has(x)\ntypes: [Ingress]'),
  },
  {
    what: 'a selector in several lines',
    code: 'selector-syntax',
    fix: "Write `app == 'web' && tier == 'front'`",
    text: policy("selector: |\n  app == 'web' &&\n  tier == 'front'\ntypes: [Ingress]"),
  },
  {
    what: 'a single =',
    code: 'selector-syntax',
    fix: "Write `app == 'web'`",
    text: policy("selector: app = 'web'\ntypes: [Ingress]"),
  },
  {
    what: 'a value without quotes',
    code: 'selector-syntax',
    fix: "Write `app == 'web'`",
    text: policy('selector: app == web\ntypes: [Ingress]'),
  },
  {
    what: 'and in letters',
    code: 'selector-syntax',
    fix: "Write `app == 'web' && has(x)`",
    text: policy("selector: app == 'web' and has(x)\ntypes: [Ingress]"),
  },
  {
    what: 'a list in parentheses',
    code: 'selector-syntax',
    fix: "Write `app in { 'web', 'db' }`",
    text: policy("selector: app in ('web', 'db')\ntypes: [Ingress]"),
  },
  {
    what: 'a list in brackets',
    code: 'selector-syntax',
    fix: "Write `app in { 'web' }`",
    text: policy("selector: app in ['web']\ntypes: [Ingress]"),
  },
  {
    what: 'a comma',
    code: 'selector-syntax',
    fix: "Write `app == 'web' && has(x)`",
    text: policy("selector: app == 'web', has(x)\ntypes: [Ingress]"),
  },
  {
    what: 'a template',
    code: 'template',
    text: policy('selector: all()\ntypes: [Ingress]').replace('namespace: shop', 'namespace: {{.Namespace}}'),
  },
  { what: 'a quoted template', code: 'template-text', text: policy("selector: app == '{{.Name}}'\ntypes: [Ingress]") },
  {
    what: 'no types, and egress meant too',
    code: 'types-implicit',
    fix: 'Add `types: [Ingress]`',
    text: policy("selector: app == 'web'\ningress:\n- action: Allow"),
  },
  {
    what: 'an allow for DNS that closes the rest',
    code: 'egress-only-becomes-default-deny',
    fix: 'Add a last rule `Pass`',
    text:
      calico(
        'GlobalNetworkPolicy',
        'allow-dns',
        'namespaceSelector: all()\ntypes: [Egress]\negress:\n- { action: Allow, protocol: UDP, destination: { ports: [53] } }',
      ) + web,
  },
  {
    what: 'a default deny for the system too',
    code: 'gnp-hits-system-namespaces',
    fix: 'Leave the system namespaces out',
    text: calico('GlobalNetworkPolicy', 'default-deny', 'selector: all()\ntypes: [Ingress, Egress]') + web + dns,
  },
  {
    what: 'a default deny for hosts too',
    code: 'gnp-hits-hosts',
    fix: 'Add `namespaceSelector: all()`: pods only',
    text: calico('GlobalNetworkPolicy', 'default-deny', 'selector: all()\ntypes: [Ingress, Egress]') + web + dns,
  },
  {
    what: 'DNS let out and not in',
    code: 'dns-blocked',
    fix: 'Let DNS in by another policy',
    text:
      policy(
        'selector: all()\ntypes: [Egress]\negress:\n- { action: Allow, protocol: UDP, destination: { ports: [53] } }\n- { action: Allow, protocol: TCP, destination: { ports: [53, 5432] } }',
      ) +
      '---\n' +
      calico('GlobalNetworkPolicy', 'default-deny', 'namespaceSelector: all()\ntypes: [Ingress]') +
      web +
      db +
      dns,
  },
  {
    what: 'ingress rules alone, with both closed',
    code: 'one-sided-allow',
    fix: 'Let shop/db send it by another policy',
    text:
      ingress("{ action: Allow, source: { selector: app == 'db' } }") +
      '---\n' +
      policy('selector: all()\ntypes: [Ingress, Egress]', 'deny') +
      web +
      db,
  },
  {
    what: 'the higher order expected to win',
    code: 'shadowed-rule',
    fix: 'Write `order: 99`: ask this policy first',
    text:
      policy(
        "order: 200\nselector: app == 'web'\ntypes: [Ingress]\ningress:\n- { action: Allow, source: { nets: [10.1.0.0/16] } }",
      ) +
      '---\n' +
      policy(
        'order: 100\nselector: all()\ntypes: [Ingress]\ningress:\n- { action: Deny, source: { nets: [10.0.0.0/8] } }',
        'deny',
      ) +
      web,
  },
  {
    what: 'a Deny behind policies of Kubernetes',
    code: 'order-vs-k8s',
    fix: 'Write `order: 900`',
    text:
      policy(
        "selector: app == 'web'\ntypes: [Ingress]\ningress:\n- { action: Deny, source: { selector: app == 'db' } }",
      ) +
      kubernetes('{ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] }') +
      web +
      db,
  },
  {
    what: 'an early Allow to be narrowed later',
    code: 'shadowed-rule',
    fix: 'Write `order: 99`: ask this policy first',
    text:
      policy(
        "order: 200\nselector: app == 'web'\ntypes: [Ingress]\ningress:\n- { action: Deny, source: { selector: app == 'db' } }",
      ) +
      '---\n' +
      policy("order: 100\nselector: app == 'web'\ntypes: [Ingress]\ningress:\n- { action: Allow }", 'open') +
      web +
      db,
  },
  {
    what: 'pods of another namespace by label alone',
    code: 'ns-scope-surprise',
    fix: "Add `namespaceSelector: projectcalico.org/name == 'ops'`",
    text: ingress("{ action: Allow, source: { selector: app == 'agent' } }") + web + pod('ops', 'agent'),
  },
  {
    what: 'a global network set in a namespaced policy',
    code: 'globalnetworkset-unreachable',
    fix: 'Write `namespaceSelector: global()`',
    text: ingress("{ action: Allow, source: { selector: role == 'partner' } }") + web + partners,
  },
  {
    what: 'a namespace by name in selector',
    code: 'wrong-name-label',
    fix: 'Write `namespaceSelector`',
    text:
      ingress("{ action: Allow, source: { selector: projectcalico.org/name == 'ops' } }") + web + pod('ops', 'agent'),
  },
  {
    what: 'the label of pods in namespaceSelector',
    code: 'wrong-name-label',
    fix: 'Write `projectcalico.org/name`',
    text:
      ingress("{ action: Allow, source: { namespaceSelector: projectcalico.org/namespace == 'ops' } }") +
      web +
      pod('ops', 'agent'),
  },
  {
    what: 'kubernetes as orchestrator',
    code: 'orchestrator-value',
    fix: "Write `'k8s'`",
    text:
      calico('GlobalNetworkPolicy', 'p', "selector: projectcalico.org/orchestrator == 'kubernetes'\ntypes: [Ingress]") +
      web,
  },
  {
    what: 'notSelector for anybody else',
    code: 'notselector-scope',
    text: ingress("{ action: Allow, source: { notSelector: app == 'db' } }") + web,
  },
  {
    what: 'a cluster IP',
    code: 'clusterip-in-rule',
    fix: 'Name the service',
    text:
      policy(
        "selector: app == 'db'\ntypes: [Egress]\negress:\n- { action: Allow, destination: { nets: [10.96.0.7/32] } }",
      ) +
      service +
      web +
      db,
  },
  {
    what: 'the port of a service',
    code: 'service-port-in-rule',
    fix: 'Write `8080`',
    text: ingress('{ action: Allow, protocol: TCP, destination: { ports: [80] } }') + service + web,
  },
  {
    what: 'a service without its namespace',
    code: 'services-no-namespace',
    fix: 'Add `namespace: shop`',
    text:
      policy(
        "selector: app == 'db'\ntypes: [Egress]\negress:\n- { action: Allow, destination: { services: { name: web } } }",
      ) +
      service +
      web +
      db,
  },
  {
    what: 'pods on the host network by label',
    code: 'hostnetwork-selected',
    text:
      ingress(
        "{ action: Allow, source: { namespaceSelector: projectcalico.org/name == 'ops', selector: app == 'agent' } }",
      ) +
      web +
      pod('ops', 'agent', ', spec: { hostNetwork: true }'),
  },
  {
    what: 'an address without a prefix',
    code: 'invalid-value',
    fix: 'Write `1.2.3.4/32`',
    text: ingress('{ action: Allow, source: { nets: ["1.2.3.4"] } }'),
  },
  {
    what: 'bits behind the prefix',
    code: 'host-bits',
    fix: 'Write `1.2.3.0/24`',
    text: ingress('{ action: Allow, source: { nets: ["1.2.3.4/24"] } }'),
  },
  {
    what: 'both families in one rule',
    code: 'invalid-value',
    text: ingress('{ action: Allow, source: { nets: [10.0.0.0/8, "fd00::/8"] } }'),
  },
  {
    what: 'domains in open-source Calico',
    code: 'enterprise-field',
    fix: 'Select a NetworkSet `example-com`, to be filled with its addresses',
    text: policy(
      "selector: app == 'web'\ntypes: [Egress]\negress:\n- { action: Allow, destination: { domains: [example.com] } }",
    ),
  },
  {
    what: 'a tier that nobody created',
    code: 'tier-missing',
    text: policy("tier: security\nselector: app == 'web'\ntypes: [Ingress]"),
  },
  {
    what: 'a narrow policy in a tier that ends with Deny',
    code: 'tier-default-deny-narrow',
    fix: 'Write `defaultAction: Pass` in the tier',
    text:
      policy(
        "tier: security\nselector: app == 'web'\ntypes: [Ingress]\ningress:\n- { action: Deny, source: { nets: [203.0.113.0/24] } }",
      ) +
      '---\n' +
      calico('Tier', 'security', 'order: 100') +
      web,
  },
  {
    what: 'a tier without an order',
    code: 'tier-unordered',
    fix: 'Write `order: 100`',
    text: calico('Tier', 'security', 'defaultAction: Pass'),
  },
  {
    what: 'a host endpoint and nothing that allows',
    code: 'hep-lockout',
    fix: 'Write `profiles: [projectcalico-default-allow]`',
    text: calico('HostEndpoint', 'worker-1', 'node: worker-1\ninterfaceName: "*"'),
  },
  {
    what: 'HTTP without application-layer policy',
    code: 'http-without-alp',
    text: ingress('{ action: Allow, protocol: TCP, http: { methods: [GET] }, destination: { ports: [80] } }') + web,
  },
  {
    what: 'icmp without a protocol',
    code: 'invalid-value',
    fix: 'Add `protocol: ICMP`',
    text: ingress('{ action: Allow, icmp: { type: 8 } }'),
  },
  {
    what: 'a comment without #',
    code: 'wrong-type',
    text: ingress('action: Allow\n  protocol: ICMP\n  icmp:\n    type: 8  Ping request'),
  },
];
