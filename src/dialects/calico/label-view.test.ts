// The labels that Calico's selectors see on pods and hosts.
import { expect, it } from 'vitest';
import { buildCluster } from '../../model/build-cluster.ts';
import { joinParts } from '../../model/join-parts.ts';
import { decodeFiles } from '../../testing/decode-files.ts';
import { contribute } from './contribute.ts';
import { labelView } from './label-view.ts';

const text = `
{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: red}}}
---
{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop, labels: {role: front}}}
---
apiVersion: v1
kind: Pod
metadata: {name: a, namespace: shop, labels: {app: a, pcns.team: blue, projectcalico.org/namespace: other}}
spec: {serviceAccountName: web, containers: [{name: c, image: i}]}
---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: h, labels: {app: h, pcns.team: green}}
spec: {node: n1, interfaceName: "*", profiles: [first, second, kns.shop]}
---
{apiVersion: projectcalico.org/v3, kind: Profile, metadata: {name: first}, spec: {labelsToApply: {app: p, zone: one}}}
---
{apiVersion: projectcalico.org/v3, kind: Profile, metadata: {name: second}, spec: {labelsToApply: {zone: two, rack: r}}}
`;

const resources = decodeFiles([{ path: 'a.yaml', text }]);
const bare = buildCluster(resources);
const context = { semantics: 'calico-3.32', pending: 'enforced', domains: new Map(), cluster: bare } as const;
const cluster = joinParts(bare, [contribute(resources, context)]);
const view = labelView(cluster, 'calico-3.32');
const label = (id: string, key: string) => {
  const endpoint = cluster.endpoints.find((one) => one.id === id);
  return endpoint && view?.(endpoint, key);
};

it.each([
  ['app', 'a'],
  ['projectcalico.org/namespace', 'shop'],
  ['projectcalico.org/orchestrator', 'k8s'],
  ['projectcalico.org/serviceaccount', 'web'],
  ['pcns.team', 'red'],
  ['pcns.kubernetes.io/metadata.name', 'shop'],
  ['pcns.projectcalico.org/name', 'shop'],
  ['pcsa.role', 'front'],
  ['pcsa.projectcalico.org/name', 'web'],
  ['projectcalico.org/name', undefined],
  ['pcns.projectcalico.org/namespace', undefined],
  ['team', undefined],
])('of a pod: %s is %s', (key, value) => expect(label('pod:shop/a', key)).toBe(value));

it.each([
  ['app', 'h'],
  ['zone', 'one'],
  ['rack', 'r'],
  ['pcns.team', 'green'],
  ['pcns.projectcalico.org/name', 'shop'],
  ['projectcalico.org/namespace', undefined],
  ['projectcalico.org/orchestrator', undefined],
])('of a host, with those of its profiles: %s is %s', (key, value) => {
  expect(label('host:h', key)).toBe(value);
  expect(label('transit:h', key)).toBe(value);
});

it('leaves labels as they are under the reading of Kubernetes', () =>
  expect(labelView(cluster, 'kubernetes')).toBeUndefined());
