// `dns-blocked`: pods that may talk to others, and cannot ask for their names.

import { addItem, fixOf, type NewValue } from '../../documents/write-edits.ts';
import type { Rule } from '../../model/policy.ts';
import { NAMESPACE_NAME_LABEL } from '../../model/selector.ts';
import { contains, pointOf } from '../../net/connection-set.ts';
import type { ConnectionId } from '../../net/connection-table.ts';
import { type DnsServers, dnsServers } from '../dns-servers.ts';
import { endpointNames, endpointsText } from '../endpoint-words.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext, PlacedPolicy } from '../lint-context.ts';
import { appendObjects, freeName, mapAt } from '../new-objects.ts';
import { labelOf, listed, policyName, quotedList } from '../wording.ts';

const PROTOCOLS = ['UDP', 'TCP'] as const;

/** Which side of the way to DNS is shut, and for which protocol. */
type Block = 'egress' | 'ingress' | 'tcp';

interface BlockedPods {
  readonly block: Block;
  /** The policies that govern the side that is shut. */
  readonly policies: readonly PlacedPolicy[];
  readonly classes: number[];
}

/** Whether a rule names ports, and that of DNS is among them. */
function isAboutDns({ matches }: Rule, context: LintContext): boolean {
  const narrow = matches.filter(({ traffic }) => traffic.length > 0);
  const { table } = context.snapshot;
  return narrow.some((match) => contains(table.set(context.engine.traffic(match, -1)), pointOf('UDP', 53)));
}

/** Rules by which pods reach other pods, or DNS, so that they need names; pods with none are closed on purpose. */
function needsNames(policies: readonly PlacedPolicy[], context: LintContext): boolean {
  const allowing = policies.flatMap(({ policy }) => (policy.egress ?? []).filter(({ action }) => action === 'allow'));
  return allowing.some(
    (rule) => isAboutDns(rule, context) || context.matched(rule, 'peer').intersects(context.endpoints),
  );
}

/** Whether some rule is about UDP 53, and means others than the DNS pods that are known: a cache on the node, a resolver outside. */
function asksElsewhere(
  policies: readonly PlacedPolicy[],
  block: Block,
  servers: DnsServers | undefined,
  context: LintContext,
): boolean {
  const { endpoints } = context;
  const isOther = (column: number): boolean =>
    !servers?.classes.includes(column) && (block === 'egress' || !endpoints.has(column));
  return policies.some(({ policy }) =>
    (policy.egress ?? []).some(
      (rule) =>
        rule.action === 'allow' &&
        isAboutDns(rule, context) &&
        (!servers || [...context.matched(rule, 'peer')].some(isOther)),
    ),
  );
}

class DnsWays {
  readonly #context: LintContext;
  readonly #servers: DnsServers | undefined;

  constructor(context: LintContext, servers: DnsServers | undefined) {
    this.#context = context;
    this.#servers = servers;
  }

  #may(allowed: ConnectionId, unknown: ConnectionId, point: number): boolean {
    const { table } = this.#context.snapshot;
    return contains(table.set(allowed), point) || contains(table.set(unknown), point);
  }

  #isOpen(direction: 'egress' | 'ingress', pod: number, protocol: 'UDP' | 'TCP'): boolean {
    const { matrix } = this.#context.snapshot;
    const servers = this.#servers;
    if (!servers) return direction === 'ingress' || this.#opensAnywhere(pod, pointOf(protocol, 53));
    return servers.classes.some((server) => {
      const { allowed, unknown } =
        direction === 'egress' ? matrix.end('egress', pod, server) : matrix.end('ingress', server, pod);
      return this.#may(allowed, unknown, servers.points[protocol]);
    });
  }

  /** Without DNS pods in the manifests: whether the port is open to anything at all. */
  #opensAnywhere(pod: number, point: number): boolean {
    const { matrix } = this.#context.snapshot;
    return matrix.families.some((family) =>
      matrix
        .over(family)
        .verdicts('egress', pod)
        .groups.some(({ columns, allowed, unknown }) => !columns.isEmpty() && this.#may(allowed, unknown, point)),
    );
  }

  blockOf(pod: number): Block | undefined {
    if (!this.#isOpen('egress', pod, 'UDP')) return 'egress';
    if (!this.#isOpen('ingress', pod, 'UDP')) return 'ingress';
    const isOpen = this.#isOpen('egress', pod, 'TCP') && this.#isOpen('ingress', pod, 'TCP');
    return isOpen ? undefined : 'tcp';
  }
}

function blockedPods(context: LintContext, servers: DnsServers | undefined): readonly BlockedPods[] {
  const ways = new DnsWays(context, servers);
  const { universe } = context.snapshot;
  const found = new Map<string, BlockedPods>();
  for (const [id, { sample }] of universe.classes.entries()) {
    if (sample.type !== 'pod' || sample.hostNetwork || servers?.classes.includes(id)) continue;
    const egress = context.governing('egress', id);
    if (!needsNames(egress, context)) continue;
    const block = ways.blockOf(id);
    if (!block || (block !== 'ingress' && asksElsewhere(egress, block, servers, context))) continue;
    const [server] = servers?.classes ?? [];
    const policies = block === 'ingress' && server !== undefined ? context.governing('ingress', server) : egress;
    const key = `${block} ${policies.map(({ index }) => index).join()}`;
    const known = found.get(key) ?? { block, policies, classes: [] };
    found.set(key, known);
    known.classes.push(id);
  }
  return [...found.values()];
}

/** The policy to point at: for a side that is shut the last with rules, for TCP the one that allows UDP. */
function blamed({ block, policies }: BlockedPods, context: LintContext): PlacedPolicy | undefined {
  const rulesOf = ({ policy }: PlacedPolicy) => (block === 'ingress' ? policy.ingress : policy.egress) ?? [];
  if (block !== 'tcp') return policies.findLast((policy) => rulesOf(policy).length > 0) ?? policies[0];
  const { table } = context.snapshot;
  const allowsUdp = (policy: PlacedPolicy): boolean =>
    rulesOf(policy).some(
      ({ action, matches }) =>
        action === 'allow' &&
        matches.some((match) => contains(table.set(context.engine.traffic(match, -1)), pointOf('UDP', 53))),
    );
  return policies.find(allowsUdp) ?? policies[0];
}

function message({ block, policies, classes }: BlockedPods, servers: DnsServers | undefined, context: LintContext) {
  const pods = endpointsText(classes, context);
  const dns = servers ? `the DNS pods (${listed(endpointNames(servers.classes, context))})` : 'any DNS server';
  const names = quotedList(policies.map(({ policy }) => policyName(policy)));
  if (block === 'egress') {
    return `DNS is out of reach for ${pods}: ${names} govern${policies.length === 1 ? 's' : ''} the egress, and no rule lets UDP 53 out to ${dns}`;
  }
  if (block === 'ingress') {
    return `DNS is out of reach for ${pods}: they may ask, but ${names} govern${policies.length === 1 ? 's' : ''} the ingress of ${dns}, and no rule lets UDP 53 in`;
  }
  return `DNS is open over UDP only for ${pods}: answers that do not fit into one packet come over TCP 53, which no rule allows`;
}

const ADVICE: Record<Block, string> = {
  egress: 'Allow egress to the DNS pods on UDP and TCP 53.',
  ingress: 'Allow the ingress of the DNS pods on UDP and TCP 53, or leave their namespace out of the policy.',
  tcp: 'Allow TCP 53 beside UDP 53.',
};

/** A rule that lets DNS out, in the words of the policy's family. */
function dnsRules(
  { resource }: PlacedPolicy,
  { namespace, key, value }: DnsServers['label'],
  block: Block,
): NewValue[] {
  const protocols = block === 'tcp' ? ['TCP'] : ['UDP', 'TCP'];
  if (resource?.kind === 'NetworkPolicy') {
    const to = {
      namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: namespace } },
      podSelector: { matchLabels: { [key]: value } },
    };
    return [{ to: [to], ports: protocols.map((protocol) => ({ protocol, port: 53 })) }];
  }
  if (resource?.kind !== 'CalicoNetworkPolicy' && resource?.kind !== 'GlobalNetworkPolicy') return [];
  return protocols.map((protocol) => ({
    action: 'Allow',
    protocol,
    destination: {
      namespaceSelector: `projectcalico.org/name == '${namespace}'`,
      selector: `${key} == '${value}'`,
      ports: [53],
    },
  }));
}

/** A policy that opens the ingress of the DNS pods, of the family of the one that shuts it. */
function dnsIngress(
  { policy, resource }: PlacedPolicy,
  { label, ports }: DnsServers,
  context: LintContext,
): NewValue[] {
  const { namespace, key, value } = label;
  const isOpenedByMore = context.placed.every(
    (one) => one.policy.tier !== policy.tier || !one.policy.ingress?.some(({ action }) => action === 'deny'),
  );
  if (!isOpenedByMore) return [];
  if (resource?.kind === 'NetworkPolicy') {
    const spec = {
      podSelector: { matchLabels: { [key]: value } },
      policyTypes: ['Ingress'],
      ingress: [{ ports: PROTOCOLS.map((protocol) => ({ protocol, port: ports[protocol] })) }],
    };
    const metadata = { name: freeName('allow-dns', namespace, context), namespace };
    return [{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec }];
  }
  if (resource?.kind !== 'CalicoNetworkPolicy' && resource?.kind !== 'GlobalNetworkPolicy') return [];
  const isGlobal = resource.kind === 'GlobalNetworkPolicy';
  const name = freeName('allow-dns-ingress', isGlobal ? '' : namespace, context);
  const given = mapAt(resource, ['spec'], context) ?? {};
  const spec = {
    ...(given.tier === undefined ? {} : { tier: given.tier }),
    ...(given.order === undefined ? {} : { order: given.order }),
    ...(isGlobal ? { namespaceSelector: `projectcalico.org/name == '${namespace}'` } : {}),
    selector: `${key} == '${value}'`,
    types: ['Ingress'],
    ingress: PROTOCOLS.map((protocol) => ({ action: 'Allow', protocol, destination: { ports: [ports[protocol]] } })),
  };
  const metadata = isGlobal ? { name } : { name, namespace };
  return [
    { apiVersion: 'projectcalico.org/v3', kind: isGlobal ? 'GlobalNetworkPolicy' : 'NetworkPolicy', metadata, spec },
  ];
}

function fixesFor(policy: PlacedPolicy, block: Block, servers: DnsServers | undefined, context: LintContext) {
  if (!servers || !policy.resource) return [];
  const { range } = policy.resource;
  if (block === 'ingress') {
    return fixOf('Let DNS in by another policy', appendObjects(range, dnsIngress(policy, servers, context), context));
  }
  const list = context.manifests.find(range, ['spec', 'egress']);
  const rules = dnsRules(policy, servers.label, block);
  return fixOf(block === 'tcp' ? 'Allow DNS over TCP' : 'Allow DNS', ...rules.map((rule) => addItem(list, rule)));
}

export const dnsBlocked: Lint = {
  code: 'dns-blocked',
  severity: 'warning',
  title: 'Pods that may talk to others cannot ask DNS for names',
  docs: {
    why: 'A pod whose egress is governed needs a rule for DNS as well, over UDP and TCP, and the DNS pods must let it in. Without it connections fail by name although every other rule is right.',
    fix: 'Allow UDP and TCP 53 to the DNS pods in the egress of the clients, and let the DNS pods take it in: where a policy governs their ingress too, it needs the same rule.',
    source: {
      title: 'Kubernetes: DNS for services and pods',
      url: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Egress]
  egress:
    - action: Allow
      protocol: TCP
      destination: { selector: app == 'db', ports: [5432] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: coredns, namespace: kube-system, labels: { k8s-app: kube-dns } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Egress]
  egress:
    - action: Allow
      protocol: TCP
      destination: { selector: app == 'db', ports: [5432] }
    - action: Allow
      protocol: UDP
      destination: { namespaceSelector: projectcalico.org/name == 'kube-system', selector: k8s-app == 'kube-dns', ports: [53] }
    - action: Allow
      protocol: TCP
      destination: { namespaceSelector: projectcalico.org/name == 'kube-system', selector: k8s-app == 'kube-dns', ports: [53] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: coredns, namespace: kube-system, labels: { k8s-app: kube-dns } } }
`,
  },
  check(context) {
    const servers = dnsServers(context);
    return blockedPods(context, servers).flatMap((blocked): Finding[] => {
      const { block, policies } = blocked;
      const policy = blamed(blocked, context);
      if (!policy?.resource) return [];
      const { resource } = policy;
      const related = policies
        .filter((one) => one !== policy && one.resource)
        .slice(0, 5)
        .map((one) => ({
          message: `\`${policyName(one.policy)}\` governs them too`,
          range: one.resource?.nameRange ?? one.policy.range,
        }));
      return [
        {
          ...(block === 'tcp' ? { severity: 'info' as const } : {}),
          message: message(blocked, servers, context),
          advice: ADVICE[block],
          range: resource.nameRange,
          object: labelOf(resource),
          ...(related.length > 0 ? { related } : {}),
          fixes: fixesFor(policy, block, servers, context),
        },
      ];
    });
  },
};
