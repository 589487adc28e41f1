// What Sluice is documented to warn of, mistake by mistake: under which code, how gravely, and manifests that show it.
import type { Severity } from '../documents/diagnostic.ts';
import type { EngineOptions } from '../engine/engine-options.ts';

export interface DocumentedMistake {
  readonly what: string;
  /** Of a lint or of what reading and assembling say. */
  readonly code: string;
  readonly severity: Severity;
  /** Manifests that show it; undefined: the lint's own bad example does. */
  readonly text?: string;
  readonly options?: Partial<EngineOptions>;
  /** Why it goes by another code or weight than the mistake's usual name has, where it does. */
  readonly because?: string;
}

const np = (spec: string): string =>
  `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {${spec}}}\n`;
const calico = (kind: string, spec: string, name = 'p'): string =>
  `{apiVersion: projectcalico.org/v3, kind: ${kind}, metadata: {name: ${name}${kind.endsWith('GlobalNetworkPolicy') || kind === 'Tier' ? '' : ', namespace: shop'}}, spec: {${spec}}}\n`;
const global = (spec: string, name?: string): string => calico('GlobalNetworkPolicy', spec, name);
const admin = (name: string, action: string): string =>
  `{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: ${name}}, spec: {tier: Admin, priority: 5, subject: {namespaces: {}}, ingress: [{action: ${action}, from: [{namespaces: {}}]}]}}\n`;
const web = '---\n{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}}\n';
const db = web.replaceAll('web', 'db');

const shown = (code: string, severity: Severity, what: string): DocumentedMistake => ({ what, code, severity });

/** Mistakes in policies of Calico. */
export const calicoMistakes: readonly DocumentedMistake[] = [
  {
    what: 'the storage API',
    code: 'raw-crd-api',
    severity: 'warning',
    text: global('types: [Egress]').replace('projectcalico.org/v3', 'crd.projectcalico.org/v1'),
  },
  shown('types-implicit', 'info', 'types left out'),
  {
    what: 'types left out beside an empty list',
    code: 'types-implicit',
    severity: 'warning',
    text: calico('NetworkPolicy', 'ingress: [], egress: []'),
  },
  shown('rules-ignored', 'warning', 'rules of a direction that is not governed'),
  shown('egress-only-becomes-default-deny', 'warning', 'an allow that closes the rest'),
  shown('selector-empty', 'warning', 'a global policy without a selector'),
  {
    what: 'a selector that YAML takes for a tag',
    code: 'selector-swallowed',
    severity: 'warning',
    text: 'apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec:\n  selector: !has(x)\n  types: [Ingress]\n',
    because: 'is told where it is read: it is the tag that is wrong, and the selector was never empty',
  },
  shown('gnp-hits-hosts', 'warning', 'a policy for pods that applies to hosts'),
  shown('gnp-hits-system-namespaces', 'warning', 'a default deny for the system'),
  shown('dns-blocked', 'warning', 'DNS that is shut at one of its ends'),
  shown('one-sided-allow', 'warning', 'one end open and the other shut'),
  shown('shadowed-rule', 'warning', 'a rule behind a wider one'),
  shown('unreachable-after-catch-all', 'warning', 'rules behind one for everything'),
  shown('order-tie', 'warning', 'equal orders that disagree'),
  shown('order-vs-k8s', 'info', 'a Deny behind policies of Kubernetes'),
  shown('tier-unordered', 'warning', 'a tier without an order'),
  shown('tier-after-default', 'warning', 'a tier behind the default one'),
  {
    what: 'a tier that is called otherwise',
    code: 'tier-missing',
    severity: 'error',
    text: `${global('tier: securty, types: [Ingress]')}---\n${calico('Tier', 'order: 100', 'security')}`,
  },
  {
    what: 'a tier that is not in the manifests',
    code: 'tier-missing',
    severity: 'warning',
    text: global('tier: security, types: [Ingress]'),
    because: 'is a warning: the tier may well be in the cluster',
  },
  shown('tier-empty', 'info', 'a tier without policies'),
  shown('tier-default-deny-narrow', 'warning', 'a narrow policy in a tier that denies the rest'),
  shown('pass-in-last-tier', 'info', 'Pass in the last tier'),
  shown('selector-unknown-label', 'warning', 'a label that nobody has'),
  shown('wrong-name-label', 'error', 'the name of a namespace by the wrong label'),
  {
    what: 'the orchestrator by the wrong value',
    code: 'orchestrator-value',
    severity: 'warning',
    text: global("selector: projectcalico.org/orchestrator == 'kubernetes', types: [Ingress]"),
  },
  shown('selector-matches-nothing', 'warning', 'a selector that contradicts itself'),
  shown('ns-scope-surprise', 'warning', 'pods of another namespace by label alone'),
  shown('globalnetworkset-unreachable', 'warning', 'a global network set in a namespaced policy'),
  shown('notselector-scope', 'warning', 'notSelector for anybody else'),
  shown('negative-nsselector-matches-global', 'warning', 'a negative namespaceSelector'),
  shown('networkset-opened-by-nsselector', 'info', 'network sets of a selected namespace'),
  shown('allow-all-world', 'warning', 'ingress for everybody'),
  shown('clusterip-in-rule', 'warning', 'a cluster IP in a rule'),
  shown('service-port-in-rule', 'warning', 'the port of a service in a rule'),
  {
    what: 'a service without its namespace',
    code: 'services-no-namespace',
    severity: 'error',
    text: calico('NetworkPolicy', 'types: [Egress], egress: [{action: Allow, destination: {services: {name: db}}}]'),
  },
  shown('hostnetwork-selected', 'warning', 'pods on the host network by label'),
  shown('named-port-unresolved', 'warning', 'a port by a name that nobody declares'),
  shown('source-ports', 'warning', 'ports of the source'),
  shown('ephemeral', 'info', 'ports opened for replies'),
  {
    what: 'numbers in notPorts without a protocol',
    code: 'invalid-value',
    severity: 'error',
    text: global('types: [Ingress], ingress: [{action: Allow, destination: {notPorts: [80]}}]'),
    because: 'is rejected by Calico itself, so that nothing is left to program',
  },
  {
    ...shown('notports-any-protocol', 'warning', 'names in notPorts without a protocol'),
    because: 'is a warning: Calico takes names without a protocol and programs them, though hardly as meant',
  },
  shown('noticmp-without-protocol', 'error', 'notICMP without a protocol'),
  shown('http-without-alp', 'warning', 'HTTP without application-layer policy'),
  shown('log-last', 'info', 'Log as the last rule'),
  shown('log-after-terminal', 'warning', 'Log behind what decides'),
  {
    what: 'a policy that is only staged',
    code: 'staged-only',
    severity: 'info',
    text: calico('StagedNetworkPolicy', 'types: [Ingress]'),
  },
  shown('staged-same-name-order', 'warning', 'a staged edition of an enforced policy'),
  ...['preDNAT: true, applyOnForward: true', 'doNotTrack: true, applyOnForward: true', 'applyOnForward: true'].map(
    (flags): DocumentedMistake => ({
      what: `${flags} without a host endpoint`,
      code: 'host-flags-no-hep',
      severity: 'info',
      text: global(`${flags}, types: [Ingress]`) + web,
    }),
  ),
  shown('donottrack-wildcard-hep', 'warning', 'doNotTrack for every interface'),
  shown('donottrack-asymmetric', 'warning', 'doNotTrack without the way back'),
  shown('hep-lockout', 'error', 'a host endpoint and nothing that allows'),
  shown('hep-no-expectedips', 'warning', 'host endpoints without addresses in rules'),
  shown('dup-policy', 'info', 'two policies that do the same'),
  shown('identical-rules', 'info', 'two rules that say the same'),
  shown('nets-overlap-notnets-empty', 'warning', 'addresses that are all left out again'),
  shown('mixed-family-notnets', 'warning', 'exceptions of one family'),
  shown('namespace-default-implicit', 'info', 'no namespace'),
  shown('kube-baseline-unreachable', 'warning', 'a baseline behind network policies'),
  shown('selector-slow', 'info', 'a selector that is tried on every pod'),
  {
    what: 'a field of Calico Enterprise',
    code: 'enterprise-field',
    severity: 'error',
    text: global('types: [Egress], egress: [{action: Allow, destination: {domains: [example.com]}}]'),
  },
];

/** Mistakes in policies of Kubernetes, and of its policy API. */
export const kubernetesMistakes: readonly DocumentedMistake[] = [
  shown('namespace-default-implicit', 'info', 'no namespace'),
  shown('protocol-implicit', 'warning', 'a port without its protocol'),
  shown('policytypes-implicit', 'warning', 'no policyTypes'),
  {
    what: 'a direction that policyTypes lack',
    code: 'rules-ignored',
    severity: 'warning',
    text: np('podSelector: {}, policyTypes: [Ingress], egress: [{}]'),
  },
  {
    what: 'two policies of one name',
    code: 'duplicate-object',
    severity: 'warning',
    text: `${np('podSelector: {}, policyTypes: [Ingress]')}---\n${np('podSelector: {}, policyTypes: [Egress]')}`,
  },
  {
    what: 'DNS over TCP only',
    code: 'dns-blocked',
    severity: 'warning',
    text:
      np(
        'podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}, {ports: [{protocol: TCP, port: 53}]}]',
      ) +
      web +
      web
        .replace('name: web, namespace: shop', 'name: dns, namespace: kube-system')
        .replace('app: web', 'k8s-app: kube-dns'),
  },
  shown('all-blocked', 'info', 'ingress that nobody may use'),
  {
    what: 'egress that nobody may use',
    code: 'one-sided-allow',
    severity: 'warning',
    text: `${np('podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]')}---\n${np('podSelector: {}, policyTypes: [Egress]').replace('name: p', 'name: q')}${web}${db}`,
    because:
      'is told where somebody lets the pods in that may not get out; a database without egress is as it should be',
  },
  shown('allow-all-world', 'warning', 'ingress for everybody'),
  shown('allow-all-egress', 'info', 'egress to everybody'),
  shown('policy-selects-nothing', 'info', 'labels that no pod has together'),
  {
    what: 'a subject that nobody fits',
    code: 'selector-unknown-label',
    severity: 'warning',
    text: np('podSelector: {matchLabels: {app: wed}}') + web,
  },
  {
    what: 'a peer that nobody fits',
    code: 'selector-unknown-label',
    severity: 'info',
    text: np('podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: gateway}}}]}]') + web,
    because: 'is told softly where no known label is near: the pods may be in the cluster',
  },
  shown('ipblock-covers-pods', 'info', 'an address block with pods in it'),
  {
    what: 'an exception outside of its block',
    code: 'invalid-value',
    severity: 'error',
    text: np('podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/8]}}]}]'),
  },
  shown('named-port-unresolved', 'warning', 'a port by a name that nobody declares'),
  {
    what: 'a podSelector for another namespace',
    code: 'ns-scope-surprise',
    severity: 'warning',
    text:
      np('podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: agent}}}]}]') +
      web +
      web.replace('name: web, namespace: shop', 'name: agent, namespace: ops').replace('app: web', 'app: agent'),
  },
  {
    what: 'an empty peer',
    code: 'required-field',
    severity: 'error',
    text: np('podSelector: {}, ingress: [{from: [{}]}]'),
  },
  {
    what: 'equal priorities that disagree',
    code: 'order-tie',
    severity: 'warning',
    text: `${admin('a', 'Deny')}---\n${admin('b', 'Accept')}${web}`,
    options: { semantics: 'kubernetes' },
  },
  {
    what: 'a baseline under another name than default',
    code: 'invalid-value',
    severity: 'error',
    text: '{apiVersion: policy.networking.k8s.io/v1alpha1, kind: BaselineAdminNetworkPolicy, metadata: {name: base}, spec: {subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}}',
  },
  shown('kube-baseline-unreachable', 'warning', 'a baseline behind network policies'),
  {
    what: 'a field that does not exist',
    code: 'unknown-field',
    severity: 'error',
    text: np('podSelector: {}, ingress: [{form: [{podSelector: {}}]}]'),
  },
  {
    what: 'a field in the wrong case',
    code: 'unknown-field',
    severity: 'error',
    text: np('PodSelector: {}, ingress: []'),
  },
  {
    what: 'an API that is no longer served',
    code: 'unserved-kind',
    severity: 'error',
    text: np('podSelector: {}').replace('networking.k8s.io/v1', 'extensions/v1beta1'),
  },
];
