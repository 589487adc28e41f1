// What drawn clusters and policies turn into.
import { describe, expect, it } from 'vitest';
import { cluster, policy } from './cluster-text.ts';

describe('cluster', () => {
  it('draws namespaces, pods with addresses and ports, and workloads', () => {
    const [file] = cluster`
      shop{team=red}: web{app=web}:http=80,53/UDP@10.0.0.1^node-1  # a pod
      ~bare: db{app=db}*2
    `;
    expect(file).toEqual({
      path: 'cluster.yaml',
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    team: red
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  nodeName: node-1
  containers:
    - name: main
      image: img
      ports:
        - name: http
          containerPort: 80
        - containerPort: 53
          protocol: UDP
status:
  phase: Running
  podIP: "10.0.0.1"
  podIPs:
    - ip: "10.0.0.1"
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: db
  namespace: bare
spec:
  replicas: 2
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: main
          image: img
`,
    });
  });

  it('draws other kinds, flags and nodes', () => {
    const [file] = cluster`
      node n1 10.10.0.1 fd00::1
      shop: CronJob/tick{job=tick} proxy@10.10.0.1,fd00::1^n1!host old@10.0.0.9!done
    `;
    expect(file?.text.match(/kind: .*|hostNetwork: .*|phase: .*|ip: .*|address: .*/g)).toEqual([
      'kind: Node',
      'address: "10.10.0.1"',
      'address: "fd00::1"',
      'kind: Namespace',
      'kind: CronJob',
      'kind: Pod',
      'hostNetwork: true',
      'phase: Running',
      'ip: "10.10.0.1"',
      'ip: "fd00::1"',
      'kind: Pod',
      'phase: Succeeded',
      'ip: "10.0.0.9"',
    ]);
  });

  it('refuses what its grammar does not have', () => {
    expect(() => cluster`shop web`).toThrow('`shop web` is no namespace line');
    expect(() => cluster`shop: web{app`).toThrow('is no endpoint');
    expect(() => cluster`shop: web:80/ICMP`).toThrow('`80/ICMP` is no port');
  });
});

describe('policy', () => {
  it('wraps the text of a spec', () => {
    const file = policy('shop/allow-web')`
      podSelector: {matchLabels: {app: web}}
      ingress:
      - from: [{podSelector: {}}]
    `;
    expect(file).toEqual({
      path: 'policies/shop/allow-web.yaml',
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: allow-web
  namespace: shop
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
  - from: [{podSelector: {}}]
`,
    });
  });
});
