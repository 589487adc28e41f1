// `ipblock-covers-pods`: an address block with pods in it, which implementations of Kubernetes policy read differently.

import { counted } from '../../base/counted.ts';
import { type Cidr, cidrOfAddress, containsCidr } from '../../net/cidr.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type LintContext } from '../lint-context.ts';
import { labelOf, listed } from '../wording.ts';

interface PodAddress {
  readonly pod: string;
  readonly cidr: Cidr;
}

/** Addresses that only the pod itself has. */
function podAddresses({ snapshot: { cluster } }: LintContext): readonly PodAddress[] {
  return cluster.endpoints.flatMap((endpoint) => {
    if (endpoint.type !== 'pod' || endpoint.hostNetwork) return [];
    const pod = `${endpoint.namespace}/${endpoint.name}`;
    return endpoint.addresses.map((address) => ({ pod, cidr: cidrOfAddress(address) }));
  });
}

function finding(resource: Resource, addresses: readonly PodAddress[]): readonly Finding[] {
  if (resource.kind !== 'NetworkPolicy') return [];
  const peers = DIRECTIONS.flatMap((direction) => resource.spec[direction].flatMap((rule) => rule.peers));
  return peers.flatMap((peer): readonly Finding[] => {
    if (peer.type !== 'ipBlock') return [];
    const { cidr, except, range } = peer;
    const pods = addresses.filter(
      (one) => containsCidr(cidr, one.cidr) && !except.some((other) => containsCidr(other, one.cidr)),
    );
    if (pods.length === 0) return [];
    const names = [...new Set(pods.map(({ pod }) => pod))];
    return [
      {
        message: `${cidr.text} covers the addresses of ${counted(names.length, 'pod')} (${listed(names)}): here they match, but some network plug-ins never match pods by address`,
        advice: 'Select pods by label, and leave their addresses out of the block by `except`.',
        range,
        object: labelOf(resource),
      },
    ];
  });
}

const pods = `---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } }, status: { podIP: 10.244.0.7 } }
`;

export const ipblockCoversPods: Lint = {
  code: 'ipblock-covers-pods',
  severity: 'info',
  title: 'An address block covers pods',
  docs: {
    why: 'Kubernetes means an ipBlock for addresses outside the cluster and does not say what becomes of pods in it. Some implementations match them by address, others only by label.',
    fix: 'Name pods by `podSelector` and `namespaceSelector`, and keep an ipBlock for addresses outside; leave the range of the pods out by `except`.',
    source: {
      title: 'Kubernetes: network policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
    semantics: 'kubernetes',
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress:
    - from: [{ ipBlock: { cidr: 10.0.0.0/8 } }]
${pods}`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress:
    - from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.244.0.0/16] } }]
${pods}`,
  },
  check(context) {
    if (context.snapshot.options.semantics !== 'kubernetes') return [];
    const addresses = podAddresses(context);
    return context.resources.flatMap((resource) => finding(resource, addresses));
  },
};
