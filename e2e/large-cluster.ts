// A cluster of many namespaces as `kubectl get -o json` prints it, with policies in a file of their own: neighbours may reach one another.
const NAMESPACES = 320;
const WORKLOADS_EACH = 10;
const APPS = ['web', 'api', 'worker', 'db', 'cache', 'queue', 'search', 'auth', 'mail', 'report'];

export const namespaceName = (number: number): string => `team-${String(number).padStart(3, '0')}`;

const labelsOf = (app: string) => ({ app, tier: app === 'db' || app === 'cache' ? 'data' : 'service' });

const deployment = (namespace: string, app: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: app, namespace },
  spec: {
    replicas: 5,
    selector: { matchLabels: { app } },
    template: {
      metadata: { labels: labelsOf(app) },
      spec: { containers: [{ name: app, image: app, ports: [{ containerPort: 8080 }] }] },
    },
  },
});

const pod = (namespace: string, app: string, number: number) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: `${app}-7f9c-${number}`,
    namespace,
    labels: labelsOf(app),
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: app, controller: true }],
  },
  spec: { containers: [{ name: app, image: app, ports: [{ containerPort: 8080 }] }] },
  status: { phase: 'Running', podIPs: [{ ip: `10.20.${number}.7` }] },
});

/** 320 namespaces with 10 workloads each; the pods of one workload are there one by one. */
export function largeCluster(): string {
  const items: object[] = [];
  for (let number = 0; number < NAMESPACES; number++) {
    const namespace = namespaceName(number);
    items.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    for (const app of APPS.slice(0, WORKLOADS_EACH)) items.push(deployment(namespace, app));
  }
  for (let number = 0; number < 5; number++) items.push(pod(namespaceName(123), 'search', number));
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

const policy = (namespace: string, name: string, spec: string): string =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec:
${spec}`;

/** Every other namespace is closed to all but its neighbour; what `edited` adds comes last. */
export function largePolicies(edited = ''): string {
  const texts: string[] = [];
  for (let number = 0; number < NAMESPACES; number += 2) {
    const from = namespaceName((number + 1) % NAMESPACES);
    texts.push(
      policy(
        namespaceName(number),
        'from-neighbour',
        `  podSelector: {}
  policyTypes: [Ingress]
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${from} } } }]
`,
      ),
    );
  }
  return `${texts.join('---\n')}${edited}`;
}

/** A policy that lets every pod reach one more namespace. */
export const openEverywhere = (number: number): string =>
  `---\n${policy(namespaceName(number), 'from-everywhere', '  podSelector: {}\n  policyTypes: [Ingress]\n  ingress: [{}]\n')}`;
