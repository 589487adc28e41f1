// Runs a small cluster through the engine before the first one is opened, so that its code is compiled by then.
import { PAGE_LIMITS } from '../engine/answer-limits.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import { LargeFileReader } from '../engine/large-file.ts';

const PODS = 500;

/** Takes some hundredths of a second; nothing of it stays. */
export function warmUp(): void {
  const reader = new LargeFileReader('warm-up.json');
  reader.push(new TextEncoder().encode(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: items() })));
  const session = new EngineSession(() => 0, PAGE_LIMITS);
  session.load(reader.finish(), defaultOptions);
  session.picture({
    ports: 'declared',
    expandedNamespaces: [],
    expandedWorkloads: [],
    edges: 'governed',
    limit: PODS,
  });
}

function items(): readonly object[] {
  const pods = Array.from({ length: PODS }, (_, at) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `app-${at % 50}-${at}`,
      namespace: `team-${at % 5}`,
      labels: { app: `app-${at % 50}` },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `app-${at % 50}`, controller: true }],
    },
    spec: { nodeName: 'node', containers: [{ name: 'app', image: 'app', ports: [{ containerPort: 8080 }] }] },
    status: { phase: 'Running', podIP: `10.0.${at >> 8}.${at & 255}` },
  }));
  const policies = Array.from({ length: 20 }, (_, at) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `policy-${at}`, namespace: `team-${at % 5}` },
    spec: {
      podSelector: { matchLabels: { app: `app-${at}` } },
      ingress: [
        { from: [{ namespaceSelector: {} }, { ipBlock: { cidr: `192.0.2.${at}/32` } }], ports: [{ port: 8080 }] },
      ],
    },
  }));
  return [...policies, ...pods];
}
