// The report of a posture from manifests, for the tests of exporters.
import { defaultOptions } from '../engine/engine-options.ts';
import { clusterPosture } from '../engine/posture/cluster-posture.ts';
import { createSnapshot } from '../engine/snapshot.ts';
import type { FindingCounts } from '../exporters/findings-by-namespace.ts';
import type { PostureReport } from '../exporters/posture-report.ts';

/** A pod in namespace `lab`, one in `shop` that a policy closes to ingress, one in kube-system. */
export const postureManifests = ['lab', 'shop', 'kube-system']
  .map(
    (namespace) => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: ${namespace} }
spec: { containers: [{ name: c, image: i, ports: [{ containerPort: 80 }] }] }
status: { podIP: 10.0.0.${namespace.length} }
---
`,
  )
  .concat(
    `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }
`,
  )
  .join('');

export function postureOf(text = postureManifests, incomplete = false): PostureReport {
  const snapshot = createSnapshot([{ path: 'a.yaml', text }], defaultOptions);
  const findings = new Map<string, FindingCounts>([
    ['shop', { error: 0, warning: 2, info: 1 }],
    ['', { error: 1, warning: 0, info: 0 }],
  ]);
  return { posture: clusterPosture(snapshot), findings, assertions: { pinned: 3, broken: 1 }, incomplete };
}
