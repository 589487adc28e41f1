// What is read out of hosts.
import { expect, it } from 'vitest';
import type { HostSummary } from '../engine/results.ts';
import { reportOf } from '../testing/report-of.ts';
import { describeHost } from './describe-node.ts';

const open = { state: 'open', policies: 0, rules: 0 } as const;
const words = (host: HostSummary) => describeHost(host, open, open);

it('tells automatic host endpoints from those somebody wrote', async () => {
  const text = `
apiVersion: v1
kind: Node
metadata: { name: n1 }
---
apiVersion: projectcalico.org/v3
kind: KubeControllersConfiguration
metadata: { name: default }
spec: { controllers: { node: { hostEndpoint: { autoCreate: Enabled } } } }
---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: written }
spec: { node: n2, interfaceName: eth0 }
`;
  const { hosts, problems } = await reportOf([{ path: 'a.yaml', text }]);
  expect(problems).toEqual([]);
  expect(hosts.map(words)).toEqual([
    'Automatic host endpoint n1-auto-hep of node n1, every interface, ingress not governed, egress not governed',
    'Host endpoint written of node n2, interface eth0, ingress not governed, egress not governed',
  ]);
});
