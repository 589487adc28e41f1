// Writes what V8 compiles of the built command beside it, so that no run has to compile it again (src/cli/start.ts).
// Usage: node .ci/write-code-cache.mjs DIST-FOLDER; runs the command on a few manifests, so that functions used are compiled.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';

const folder = resolve(process.argv[2]);
const bundle = join(folder, 'command.js');
const demo = join(import.meta.dirname, '../src/lessons/demo');

/** A pod as `kubectl get -o yaml` prints it, and one as people write them. */
function pod(name, app) {
  const labels = `app: ${app}`;
  return `---
apiVersion: v1
kind: Pod
metadata:
  annotations:
    checksum/config: ${name}
  creationTimestamp: "2026-03-02T08:15:42Z"
  labels:
    ${labels}
  managedFields:
  - apiVersion: v1
    fieldsV1:
      f:metadata:
        f:ownerReferences:
          k:{"uid":"1"}: {}
    manager: kube-controller-manager
  name: ${name}
  namespace: shop
  ownerReferences:
  - apiVersion: apps/v1
    controller: true
    kind: ReplicaSet
    name: ${app}-6d5f
    uid: "1"
spec:
  containers:
  - name: main
    ports:
    - containerPort: 8080
      name: http
      protocol: TCP
  nodeName: node-1
status:
  hostIP: 192.168.0.1
  hostIPs:
  - ip: 192.168.0.1
  phase: Running
  podIP: 10.0.0.1
  podIPs:
  - ip: 10.0.0.1
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}-flow, namespace: shop, labels: {${labels}}}
spec: {containers: [{name: main, ports: [{containerPort: 8080}]}]}
status: {phase: Running, podIP: 10.0.1.1}
`;
}

/** Enough for the reader of large files, with policies of the demo. */
function largeManifests() {
  const policies = join(demo, 'policies');
  const pods = Array.from({ length: 400 }, (_, index) => pod(`pod-${index}`, `app-${index % 40}`));
  return [...pods, ...readdirSync(policies).map((name) => `---\n${readFileSync(join(policies, name), 'utf8')}`)].join(
    '',
  );
}

const scratch = mkdtempSync(join(tmpdir(), 'sluice-warm-'));
const cluster = join(scratch, 'cluster.yaml');
writeFileSync(cluster, largeManifests());

const runs = [
  ['connectivity', cluster, '--format', 'json'],
  ['connectivity', demo],
  ['explain', demo, '--help'],
  ['diff', demo, demo],
  ['lint', demo],
  ['--help'],
];

const script = new Script(Module.wrap(readFileSync(bundle, 'latin1')), { filename: bundle });
// The command ends its process; here, more is to come.
process.exit = (status) => {
  process.exitCode = status;
};

// Each run begins when the one before it has nothing left to do.
process.on('beforeExit', () => {
  if (process.exitCode === 4) throw new Error('the command failed');
  process.exitCode = 0;
  const args = runs.shift();
  if (args === undefined) return;
  process.argv = [process.execPath, bundle, ...args];
  script.runInThisContext()({}, createRequire(bundle), undefined, bundle, folder);
  setImmediate(() => undefined);
});
process.on('exit', (status) => {
  rmSync(scratch, { recursive: true, force: true });
  if (status === 0) writeFileSync(join(folder, 'command.cache'), script.createCachedData());
});
