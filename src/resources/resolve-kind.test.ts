// Which objects are decoded, refused, or left aside by name.
import { expect, it } from 'vitest';
import { decodeJson } from '../testing/decode-json.ts';
import { resolveKind } from './resolve-kind.ts';

const object = (apiVersion: string, kind: string) => ({ apiVersion, kind, metadata: { name: 'a', namespace: 'x' } });

it.each([
  ['extensions/v1beta1', 'NetworkPolicy', 'networking.k8s.io/v1', '1.16'],
  ['extensions/v1beta1', 'Deployment', 'apps/v1', '1.16'],
  ['apps/v1beta2', 'StatefulSet', 'apps/v1', '1.16'],
  ['networking.k8s.io/v1beta1', 'Ingress', 'networking.k8s.io/v1', '1.22'],
  ['batch/v1beta1', 'CronJob', 'batch/v1', '1.25'],
  ['discovery.k8s.io/v1beta1', 'EndpointSlice', 'discovery.k8s.io/v1', '1.25'],
])('%s %s is removed', (apiVersion, kind, served, release) => {
  const { said, diagnostics, resources, unused } = decodeJson(object(apiVersion, kind));
  expect(said).toEqual([
    `error: no matches for kind "${kind}" in version "${apiVersion}", which is not served since Kubernetes ${release} @ "${apiVersion}"`,
  ]);
  expect(diagnostics).toMatchObject([
    { gap: 'rejected', advice: `Write \`apiVersion: ${served}\`.`, object: `${kind} x/a` },
  ]);
  expect(resources).toEqual([]);
  expect(unused).toMatchObject([{ reason: 'rejected' }]);
});

it.each([
  ['v1', 'NetworkPolicy', 'Write `apiVersion: networking.k8s.io/v1`.'],
  ['v1', 'Pods', 'Write `kind: Pod`.'],
  ['apps/v1', 'Application', 'Correct the kind or its apiVersion.'],
  ['networking.k8s.io/v1', 'networkPolicy', 'Write `kind: NetworkPolicy`.'],
  ['networking.k8s.io/v1', 'NetworkPolicys', 'Write `kind: NetworkPolicy`.'],
  ['networking.k8s.io/v2', 'NetworkPolicy', 'Write `apiVersion: networking.k8s.io/v1`.'],
  ['networking/v1', 'NetworkPolicy', 'Write `apiVersion: networking.k8s.io/v1`.'],
  ['v1', 'Deployment', 'Write `apiVersion: apps/v1`.'],
  ['apps/v1', 'Pod', 'Write `apiVersion: v1`.'],
  ['v3', 'NetworkPolicy', 'Write `apiVersion: projectcalico.org/v3`.'],
  ['projectcalico/v3', 'NetworkPolicy', 'Write `apiVersion: projectcalico.org/v3`.'],
  ['projectcalico.org/v1', 'NetworkPolicy', 'Write `apiVersion: projectcalico.org/v3`.'],
  ['crd.projectcalico.org/v3', 'GlobalNetworkPolicy', 'Write `apiVersion: projectcalico.org/v3`.'],
  ['networking.k8s.io/v1', 'GlobalNetworkPolicy', 'Write `apiVersion: projectcalico.org/v3`.'],
  ['v1', 'Tier', 'Write `apiVersion: projectcalico.org/v3`.'],
  ['projectcalico.org/v3', 'GlobalNetworkPolcy', 'Write `kind: GlobalNetworkPolicy`.'],
  ['projectcalico.org/v3', 'HostEndpoints', 'Write `kind: HostEndpoint`.'],
])('%s %s does not exist', (apiVersion, kind, advice) =>
  expect(resolveKind(apiVersion, kind)).toMatchObject({ type: 'not-served', advice }),
);

it.each([
  ['projectcalico.org/v3', 'FutureNetworkPolicy'],
  ['cilium.io/v2', 'CiliumNetworkPolicy'],
  ['security.istio.io/v1', 'AuthorizationPolicy'],
  ['crd.antrea.io/v1beta1', 'ClusterNetworkPolicy'],
  ['vendor.example/v1', 'FancyNetworkPolicy'],
])('%s %s is not evaluated, and that is said', (apiVersion, kind) => {
  const { said, diagnostics, unused } = decodeJson(object(apiVersion, kind));
  expect(said).toEqual([
    `error: ${kind} of ${apiVersion} is not evaluated yet, so this answer lacks its effect @ "${apiVersion}"`,
  ]);
  expect(diagnostics).toMatchObject([{ code: 'policy-not-evaluated', gap: 'not-evaluated', object: `${kind} x/a` }]);
  expect(unused).toMatchObject([{ apiVersion, kind, namespace: 'x', name: 'a', reason: 'policy-not-evaluated' }]);
});

it.each([
  ['v1', 'ConfigMap'],
  ['v1', 'Secret'],
  ['apps/v1', 'ControllerRevision'],
  ['rbac.authorization.k8s.io/v1', 'Role'],
  ['serving.knative.dev/v1', 'Service'],
  ['extensions/v1beta1', 'PodSecurityPolicy'],
  ['projectcalico.org/v3', 'BGPConfiguration'],
  ['crd.projectcalico.org/v1', 'IPAMBlock'],
])('%s %s is left aside without a word', (apiVersion, kind) => {
  const { said, unused } = decodeJson(object(apiVersion, kind));
  expect(said).toEqual([]);
  expect(unused).toMatchObject([{ apiVersion, kind, name: 'a', reason: 'not-used' }]);
});

it.each([
  ['networking.k8s.io/v1', 'NetworkPolicy'],
  ['projectcalico.org/v3', 'CalicoNetworkPolicy'],
  ['crd.projectcalico.org/v1', 'CalicoNetworkPolicy'],
])('NetworkPolicy of %s is decoded as %s', (apiVersion, kind) =>
  expect(resolveKind(apiVersion, 'NetworkPolicy')).toMatchObject({ type: 'decode', kind: { kind } }),
);

it('offers to write the apiVersion that is served', () => {
  const { diagnostics } = decodeJson(object('projectcalico.org/v1', 'NetworkPolicy'));
  expect(diagnostics[0]?.fixes).toMatchObject([{ edits: [{ text: '"projectcalico.org/v3"' }] }]);
});
