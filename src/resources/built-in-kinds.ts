// Kinds of the built-in API groups that policy lives in: another kind there is a misspelling, not an extension.

/** By group; the core group is ''. */
export const BUILT_IN_KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    '',
    [
      'Binding',
      'ComponentStatus',
      'ConfigMap',
      'Endpoints',
      'Event',
      'LimitRange',
      'List',
      'Namespace',
      'Node',
      'PersistentVolume',
      'PersistentVolumeClaim',
      'Pod',
      'PodTemplate',
      'RangeAllocation',
      'ReplicationController',
      'ResourceQuota',
      'Secret',
      'Service',
      'ServiceAccount',
      'Status',
    ],
  ],
  ['apps', ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']],
  ['batch', ['CronJob', 'Job']],
  ['discovery.k8s.io', ['EndpointSlice']],
  ['networking.k8s.io', ['ClusterCIDR', 'IPAddress', 'Ingress', 'IngressClass', 'NetworkPolicy', 'ServiceCIDR']],
]);
