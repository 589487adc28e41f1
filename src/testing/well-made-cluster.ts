// A cluster as a careful team writes it: tiers that pass on, default deny, DNS both ways, a host, sets, and rules at both ends.
import type { SourceFile } from '../documents/source-file.ts';

const pods = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: shop } }
---
apiVersion: v1
kind: Namespace
metadata: { name: ops, labels: { team: ops } }
---
apiVersion: v1
kind: Namespace
metadata: { name: kube-system }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } }, spec: { containers: [{ name: web, image: web, ports: [{ name: http, containerPort: 8080 }] }] } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } }, spec: { containers: [{ name: db, image: db, ports: [{ containerPort: 5432 }] }] } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: agent, namespace: ops, labels: { app: agent } }, spec: { containers: [{ name: agent, image: agent }] } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: coredns, namespace: kube-system, labels: { k8s-app: kube-dns } }, spec: { containers: [{ name: dns, image: dns, ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 53 }] }] } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, clusterIP: 10.96.0.20, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: kube-dns, namespace: kube-system }
spec: { selector: { k8s-app: kube-dns }, clusterIP: 10.96.0.10, ports: [{ name: dns, port: 53, protocol: UDP }, { name: dns-tcp, port: 53 }] }
`;

const platform = `apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: security }
spec: { order: 100, defaultAction: Pass }
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: { name: bad-addresses, labels: { reputation: bad } }
spec: { nets: [203.0.113.0/24] }
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: block-bad-addresses }
spec:
  tier: security
  order: 10
  namespaceSelector: has(projectcalico.org/name)
  types: [Ingress, Egress]
  ingress:
    - action: Deny
      source: { selector: reputation == 'bad' }
    - action: Pass
  egress:
    - action: Deny
      destination: { selector: reputation == 'bad' }
    - action: Pass
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: default-deny }
spec:
  order: 2000
  namespaceSelector: has(projectcalico.org/name) && projectcalico.org/name not in {'kube-system', 'calico-system', 'calico-apiserver', 'tigera-operator'}
  types: [Ingress, Egress]
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: allow-dns }
spec:
  order: 100
  namespaceSelector: has(projectcalico.org/name) && projectcalico.org/name not in {'kube-system', 'calico-system', 'calico-apiserver', 'tigera-operator'}
  types: [Egress]
  egress:
    - action: Allow
      protocol: UDP
      destination: { namespaceSelector: projectcalico.org/name == 'kube-system', selector: k8s-app == 'kube-dns', ports: [53] }
    - action: Allow
      protocol: TCP
      destination: { namespaceSelector: projectcalico.org/name == 'kube-system', selector: k8s-app == 'kube-dns', ports: [53] }
---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: worker-1, labels: { role: worker } }
spec: { node: worker-1, interfaceName: "*", expectedIPs: [192.168.10.1], profiles: [projectcalico-default-allow] }
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: ssh-from-offices }
spec:
  order: 10
  selector: role == 'worker'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      source: { nets: [198.51.100.0/24] }
      destination: { ports: [22] }
`;

const shop = `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  order: 200
  selector: app == 'web'
  types: [Ingress, Egress]
  ingress:
    - action: Allow
      protocol: TCP
      destination: { ports: [http] }
  egress:
    - action: Allow
      protocol: TCP
      destination: { selector: app == 'db', ports: [5432] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector: { matchLabels: { app: web } }
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ops } }
          podSelector: { matchLabels: { app: agent } }
      ports: [{ port: 5432 }]
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: agent, namespace: ops }
spec:
  order: 200
  selector: app == 'agent'
  types: [Egress]
  egress:
    - action: Allow
      protocol: TCP
      destination: { namespaceSelector: projectcalico.org/name == 'shop', selector: app == 'db', ports: [5432] }
`;

export const wellMadeCluster: readonly SourceFile[] = [
  { path: 'platform.yaml', text: platform },
  { path: 'pods.yaml', text: pods },
  { path: 'shop.yaml', text: shop },
];
