// Namespaces and pods as the API server hands them out, with all that answers do not depend on.
import type { YamlValue } from '../yaml-text.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import { mixBits, nameHash } from './seeded-random.ts';
import { namespaceName, type PlannedWorkload, podAddress, podName } from './workload-plan.ts';

export type Manifest = { readonly [key: string]: YamlValue };

const CREATED = '2026-03-02T08:15:42Z';
const PODS_PER_NODE = 30;

function uid(value: number): string {
  const hex = [0, 1, 2, 3]
    .map((part) =>
      mixBits(value * 4 + part)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export function namespaceObject(index: number): Manifest {
  const name = namespaceName(index);
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      creationTimestamp: CREATED,
      labels: { 'kubernetes.io/metadata.name': name, stage: index % 3 === 0 ? 'production' : 'staging' },
      name,
      resourceVersion: String(1000 + index),
      uid: uid(-1 - index),
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

/** What the API server notes of each field: who wrote it. */
const fields = (...names: readonly string[]): Manifest => Object.fromEntries(names.map((name) => [`f:${name}`, {}]));

const containerFields: Manifest = {
  '.': {},
  ...fields('image', 'name'),
  'f:ports': { 'k:{"containerPort":8080,"protocol":"TCP"}': { '.': {}, ...fields('containerPort', 'name') } },
};

/** A part of it: whole, it would be half of every pod, and kubectl leaves it out unless asked. */
function managedFields(ownerUid: string, podIP: string): YamlValue {
  const metadataFields = {
    'f:labels': { '.': {}, ...fields('app') },
    'f:ownerReferences': { '.': {}, [`k:{"uid":"${ownerUid}"}`]: {} },
  };
  const specFields = { 'f:containers': { 'k:{"name":"main"}': containerFields }, ...fields('restartPolicy') };
  const statusFields = { 'f:podIPs': { '.': {}, [`k:{"ip":"${podIP}"}`]: { '.': {}, ...fields('ip') } } };
  return [
    {
      apiVersion: 'v1',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:metadata': metadataFields, 'f:spec': specFields, 'f:status': statusFields },
      manager: 'kube-controller-manager',
      operation: 'Update',
      time: CREATED,
    },
  ];
}

function labels(plan: ClusterPlan, { app, role, hash }: PlannedWorkload, name: string, pod: number): Manifest {
  const shared = { app, 'pod-template-hash': hash, tier: role };
  if (!plan.uniqueLabels) return shared;
  return {
    ...shared,
    'apps.kubernetes.io/pod-index': String(pod),
    'controller-revision-hash': `${app}-${nameHash(pod, 10)}`,
    'statefulset.kubernetes.io/pod-name': name,
  };
}

const container: YamlValue = {
  env: [{ name: 'LOG_LEVEL', value: 'info' }],
  image: 'registry.example.com/shop/service:1.27.3',
  imagePullPolicy: 'IfNotPresent',
  livenessProbe: {
    failureThreshold: 3,
    httpGet: { path: '/healthz', port: 'http', scheme: 'HTTP' },
    periodSeconds: 10,
  },
  name: 'main',
  ports: [{ containerPort: 8080, name: 'http', protocol: 'TCP' }],
  resources: { limits: { memory: '256Mi' }, requests: { cpu: '50m', memory: '128Mi' } },
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  volumeMounts: [
    { mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', name: 'kube-api-access', readOnly: true },
  ],
};

const volumes: YamlValue = [
  {
    name: 'kube-api-access',
    projected: {
      defaultMode: 420,
      sources: [{ serviceAccountToken: { expirationSeconds: 3607, path: 'token' } }],
    },
  },
];

const conditions: YamlValue = ['Ready', 'ContainersReady', 'PodScheduled'].map((type) => ({
  lastProbeTime: null,
  lastTransitionTime: CREATED,
  status: 'True',
  type,
}));

function status(pod: number, node: number): Manifest {
  const hostIP = `192.168.${node >> 8}.${node & 255}`;
  const podIP = podAddress(pod);
  const digest = `sha256:${[1, 2, 3, 4]
    .map((part) =>
      mixBits(pod + part * 7)
        .toString(16)
        .padStart(16, '0'),
    )
    .join('')}`;
  return {
    conditions,
    containerStatuses: [
      {
        containerID: `containerd://${digest}`,
        image: 'registry.example.com/shop/service:1.27.3',
        imageID: `registry.example.com/shop/service@sha256:${digest}`,
        lastState: {},
        name: 'main',
        ready: true,
        restartCount: 0,
        started: true,
        state: { running: { startedAt: CREATED } },
      },
    ],
    hostIP,
    hostIPs: [{ ip: hostIP }],
    phase: 'Running',
    podIP,
    podIPs: [{ ip: podIP }],
    qosClass: 'Burstable',
    startTime: CREATED,
  };
}

export function podObject(plan: ClusterPlan, workload: PlannedWorkload, replica: number): Manifest {
  const pod = workload.firstPod + replica;
  const node = Math.floor(pod / PODS_PER_NODE);
  const name = podName(workload, replica);
  const owner = `${workload.app}-${workload.hash}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      annotations: { 'checksum/config': nameHash(workload.index, 32), 'prometheus.io/scrape': 'true' },
      creationTimestamp: CREATED,
      generateName: `${owner}-`,
      labels: labels(plan, workload, name, pod),
      managedFields: managedFields(uid(workload.index), podAddress(pod)),
      name,
      namespace: workload.namespace,
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'ReplicaSet',
          name: owner,
          uid: uid(workload.index),
        },
      ],
      resourceVersion: String(5000 + pod),
      uid: uid(1_000_000 + pod),
    },
    spec: {
      containers: [container],
      dnsPolicy: 'ClusterFirst',
      enableServiceLinks: true,
      nodeName: `node-${node}`,
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      securityContext: {},
      serviceAccountName: 'default',
      terminationGracePeriodSeconds: 30,
      volumes,
    },
    status: status(pod, node),
  };
}
