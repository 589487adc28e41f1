// `system-traffic-denied`: what a cluster needs to run, and policies close: the API server, resolvers outside, metrics.

import type { Workload } from '../../model/cluster.ts';
import { selectsOne } from '../../model/selector.ts';
import { Bitset } from '../../net/bitset.ts';
import { allPorts, contains, pointOf } from '../../net/connection-set.ts';
import { dnsServers } from '../dns-servers.ts';
import { workloadsText } from '../endpoint-words.ts';
import { podIn } from '../hypothetical.ts';
import type { Finding, Lint } from '../lint.ts';
import type { Direction, LintContext, PlacedPolicy } from '../lint-context.ts';
import { labelOf } from '../wording.ts';

/** Labels by which common components are known. */
const NAME_LABELS = ['k8s-app', 'app.kubernetes.io/name', 'app'] as const;

/** Components that do nothing without the API server. */
const NEED_API = new Set([
  'calico-kube-controllers',
  'cert-manager',
  'cluster-autoscaler',
  'external-dns',
  'ingress-nginx',
  'kube-state-metrics',
  'metrics-server',
  'prometheus-operator',
]);

const COLLECTORS = new Set(['prometheus', 'vmagent', 'grafana-agent', 'alloy']);
const METRICS_PORT = /^(http-?)?metrics$/;

const isCalled = ({ labels }: Workload, names: ReadonlySet<string>): boolean =>
  NAME_LABELS.some((key) => names.has(labels.get(key) ?? ''));

/** A workload, and the class of one of its pods. */
interface Placed {
  readonly workload: Workload;
  readonly id: number;
}

/** Workloads under policy. */
function workloadsOf({ snapshot: { cluster, universe } }: LintContext): readonly Placed[] {
  return cluster.workloads.flatMap((workload) => {
    const id = universe.classOf[workload.endpoints[0] ?? -1];
    return id === undefined || workload.hostNetwork ? [] : [{ workload, id }];
  });
}

/** A default deny for everybody is told as that, where nobody thought of the system. */
function isForEverybody(governing: readonly PlacedPolicy[], { namespace }: Workload): boolean {
  const isAnybody = ({ policy }: PlacedPolicy): boolean =>
    policy.namespace === '' && selectsOne(policy.subject, podIn('some-namespace'));
  return governing.some(isAnybody) && !governing.some(({ policy }) => policy.namespace === namespace);
}

/** Whether a class may send something of `ports` anywhere but to pods: to addresses, or to whatever has those of nodes. */
function mayLeave(id: number, ports: 'TCP' | number, { snapshot: { matrix, universe, table } }: LintContext): boolean {
  const outside = Bitset.range(universe.size, universe.classes.length, universe.size).or(universe.onHosts);
  const asked = table.intern(allPorts('TCP'));
  return matrix.families.some((family) =>
    matrix
      .over(family)
      .verdicts('egress', id)
      .groups.some(({ columns, allowed, unknown }) => {
        const may = table.union(allowed, unknown);
        const isOpen =
          ports === 'TCP' ? table.intersection(may, asked) !== table.none : contains(table.set(may), ports);
        return isOpen && columns.intersects(outside);
      }),
  );
}

function place(governing: readonly PlacedPolicy[], direction: Direction): PlacedPolicy | undefined {
  const written = governing.filter(({ resource }) => resource);
  return written.findLast(({ policy }) => (policy[direction] ?? []).length > 0) ?? written[0];
}

interface Need {
  readonly whose: readonly Placed[];
  readonly ports: 'TCP' | number;
  readonly severity: 'warning' | 'info';
  readonly what: string;
  readonly advice: string;
}

/** Needs that lead out of the pods' network. */
function needs(workloads: readonly Placed[], context: LintContext): readonly Need[] {
  const label = dnsServers(context)?.label;
  const servers = workloads.filter(
    ({ workload }) => workload.namespace === label?.namespace && workload.labels.get(label.key) === label.value,
  );
  return [
    {
      whose: [...servers, ...workloads.filter(({ workload }) => isCalled(workload, NEED_API))],
      ports: 'TCP',
      severity: 'warning',
      what: 'the API server: no rule lets any TCP port out to addresses that are not pods',
      advice: 'Allow egress to the addresses of the API server, or to the Service `default/kubernetes`.',
    },
    {
      whose: servers,
      ports: pointOf('UDP', 53),
      severity: 'info',
      what: 'resolvers outside: no rule lets UDP 53 out to addresses that are not pods, so names of the Internet do not resolve',
      advice: 'Allow egress on UDP and TCP 53 to the resolvers that DNS forwards to.',
    },
  ];
}

function outward({ whose, ports, severity, what, advice }: Need, context: LintContext): readonly Finding[] {
  const shut = whose.filter(({ workload, id }) => {
    const governing = context.governing('egress', id);
    return governing.length > 0 && !isForEverybody(governing, workload) && !mayLeave(id, ports, context);
  });
  const policy = shut[0] && place(context.governing('egress', shut[0].id), 'egress');
  if (!policy?.resource) return [];
  return [
    {
      severity,
      message: `${workloadsText(shut.map(({ workload }) => workload))} cannot reach ${what}`,
      advice,
      range: policy.resource.nameRange,
      object: labelOf(policy.resource),
    },
  ];
}

/** Pods that offer metrics under a port of that name, and no collector of the manifests reaches. */
function metrics(workloads: readonly Placed[], context: LintContext): readonly Finding[] {
  const { matrix, table } = context.snapshot;
  const collectors = workloads.filter(({ workload }) => isCalled(workload, COLLECTORS));
  if (collectors.length === 0) return [];
  const shut = workloads.filter(({ workload, id }) => {
    const port = workload.ports.find(({ name }) => METRICS_PORT.test(name ?? ''));
    if (!port || isCalled(workload, COLLECTORS) || !matrix.isGoverned('ingress', id)) return false;
    const point = pointOf(port.protocol, port.port);
    return !collectors.some((collector) => {
      const { allowed, unknown } = matrix.pair(collector.id, id);
      return contains(table.set(table.union(allowed, unknown)), point);
    });
  });
  const policy = shut[0] && place(context.governing('ingress', shut[0].id), 'ingress');
  if (!policy?.resource) return [];
  const whose = workloadsText(shut.map(({ workload }) => workload));
  const by = workloadsText(collectors.map(({ workload }) => workload));
  return [
    {
      severity: 'info',
      message: `Nobody collects the metrics of ${whose}: ${by} cannot reach the port that is named so`,
      advice: 'Allow it at both ends, from the collector and to the port, or give the port another name.',
      range: policy.resource.nameRange,
      object: labelOf(policy.resource),
    },
  ];
}

const dns = `{ apiVersion: v1, kind: Pod, metadata: { name: coredns, namespace: kube-system, labels: { k8s-app: kube-dns } } }\n`;
const policy = (egress: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: dns, namespace: kube-system }
spec:
  podSelector: { matchLabels: { k8s-app: kube-dns } }
  policyTypes: [Egress]
  egress:
    - ports: [{ protocol: UDP, port: 53 }]
${egress}---
`;

export const systemTrafficDenied: Lint = {
  code: 'system-traffic-denied',
  severity: 'warning',
  title: 'Policies close what the cluster needs to run',
  docs: {
    why: 'DNS reads Services from the API server and asks resolvers outside for all other names; controllers watch the API server; collectors of metrics connect to what they watch. A default deny closes all of this, and the failure shows somewhere else and later. Kubelets need no policy: a node always reaches its own pods.',
    fix: 'Allow each of these flows before the default deny is enforced, at both ends: egress to the API server and to the resolvers, ingress from the collectors.',
    source: {
      title: 'Calico: enable default deny for Kubernetes pods',
      url: 'https://docs.tigera.io/calico/latest/network-policy/get-started/kubernetes-default-deny',
    },
    bad: policy('') + dns,
    good: policy('    - ports: [{ port: 6443 }]\n') + dns,
  },
  check(context) {
    const workloads = workloadsOf(context);
    return [...needs(workloads, context).flatMap((need) => outward(need, context)), ...metrics(workloads, context)];
  },
};
