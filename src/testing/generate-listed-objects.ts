// Arbitrary objects as `kubectl get` lists them, with what the API server adds, and the ways to write a list of them (tests only).
import fc from 'fast-check';
import { type CreateNodeOptions, stringify, type ToStringOptions } from 'yaml';
import type { YamlValue } from './yaml-text.ts';

export type ListedObject = Readonly<Record<string, YamlValue>>;

const word = fc.constantFrom('web', 'db', 'a', 'shop', 'api-1', 'x-2-y');
const labelValue = fc.constantFrom(
  'web',
  'db',
  '',
  'true',
  'on',
  'y',
  '1',
  '1.10',
  '0120',
  '1e3',
  '2024-01-01',
  'v1.2.3',
  'null',
);
const labels = fc.dictionary(
  fc.constantFrom('app', 'tier', 'app.kubernetes.io/name', 'y', 'pod-template-hash'),
  labelValue,
  {
    maxKeys: 4,
  },
);
const sentence = fc.constantFrom(
  'plain',
  '',
  'key: value',
  'a #comment',
  '#hash',
  'two\nlines\n',
  'trailing \n\n  indented\n',
  'it is "quoted" and \'so\'',
  'back\\slash',
  'a long text that has to be folded because it is wider than eighty columns: 0/1 nodes are available, 1 had taint {x: y}',
  'äöü – “typographic”',
  '{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{}}}',
  '- item',
  '*alias',
  '&anchor',
  '!tag',
  '%x',
  '@at',
  '--flag=1',
  '.5',
  '~',
  '{{ no action }}',
  'tab\there',
  'nbsp\u00a0here',
  '😀',
  '\u2028',
);
const uid = fc.constantFrom('4f21d8cd-1234-4abc-9def-b524b7f60000', '12345678-0000-4000-8000-000000000000', '1e10');

/** Names of fields as the API server keeps them, and keys of that kind that nobody has seen yet. */
const fields = fc.dictionary(
  fc.constantFrom(
    'f:labels',
    'k:{"type":"Ready"}',
    'k:{"containerPort":80,"protocol":"TCP"}',
    'v:"example.com/keep"',
    'k:{"name":"a b"}',
    'k:{{"a"}}',
    "a'b",
    'a,b]c[d}',
    'a{',
    'a#b',
    'a:#b',
    'a: b',
    'a|c>d&e*f!g%h@i`j\\k~l=m',
    '{"a"}',
    '"a"b',
  ),
  fc.constantFrom({}, 'text', { '.': {} }),
  { maxKeys: 3 },
);

const metadata = (namespaced: boolean) =>
  fc
    .record(
      {
        annotations: fc.dictionary(
          fc.constantFrom('note', 'example.com/info', 'deployment.kubernetes.io/revision'),
          sentence,
          {
            maxKeys: 2,
          },
        ),
        creationTimestamp: fc.constant('2026-11-01T10:00:00Z'),
        labels,
        managedFields: fc.array(
          fields.map((names) => ({ fieldsV1: { 'f:metadata': { '.': {}, ...names } }, time: null })),
          { maxLength: 1 },
        ),
        name: word,
        namespace: namespaced ? word : fc.constant(''),
        ownerReferences: fc.array(
          fc.record({
            apiVersion: fc.constant('apps/v1'),
            controller: fc.boolean(),
            kind: fc.constant('ReplicaSet'),
            name: word,
            uid,
          }),
          { maxLength: 1 },
        ),
        resourceVersion: fc.constant('100'),
        uid,
      },
      { requiredKeys: ['name'] },
    )
    .map((meta) => ({ ...meta }));

const protocol = fc.constantFrom('TCP', 'UDP', 'SCTP');
const containerPort = fc.record(
  { containerPort: fc.integer({ min: 1, max: 65535 }), name: fc.constantFrom('http', 'dns'), protocol },
  { requiredKeys: ['containerPort'] },
);
const container = fc.record(
  {
    args: fc.array(sentence, { maxLength: 2 }),
    env: fc.array(fc.record({ name: word, value: sentence }), { maxLength: 2 }),
    image: fc.constantFrom('nginx:1', 'registry.example.com:5000/a@sha256:00'),
    name: word,
    ports: fc.array(containerPort, { maxLength: 2 }),
    resources: fc.constantFrom({}, { limits: { cpu: '1', memory: '512Mi' } }),
  },
  { requiredKeys: ['name'] },
);
const podSpec = fc.record(
  {
    containers: fc.array(container, { minLength: 1, maxLength: 2 }),
    hostNetwork: fc.boolean(),
    initContainers: fc.array(container, { maxLength: 1 }),
    nodeName: word,
    securityContext: fc.constant({}),
    serviceAccount: word,
    serviceAccountName: word,
    terminationGracePeriodSeconds: fc.constant(30),
    tolerations: fc.constant([{ effect: 'NoExecute', key: 'k', tolerationSeconds: 300 }, {}]),
  },
  { requiredKeys: ['containers'] },
);
const address = fc.constantFrom('10.0.0.1', '10.255.1.2', 'fd00::1', 'FD00:0::1');
const podStatus = fc.record(
  {
    conditions: fc.array(
      fc.record({ lastProbeTime: fc.constant(null), message: sentence, status: fc.constant('True') }),
      {
        maxLength: 2,
      },
    ),
    hostIP: address,
    hostIPs: fc.array(fc.record({ ip: address }), { maxLength: 2 }),
    phase: fc.constantFrom('Running', 'Succeeded', ''),
    podIP: address,
    podIPs: fc.array(fc.record({ ip: address }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const template = fc.record({ metadata: fc.record({ creationTimestamp: fc.constant(null), labels }), spec: podSpec });
const workloadSpec = fc.record({ replicas: fc.nat(5), selector: fc.constant({ matchLabels: { a: 'b' } }), template });
const status = fc.record({ observedGeneration: fc.nat(9), message: sentence });

function object(apiVersion: string, kind: string, namespaced: boolean, fields: Record<string, fc.Arbitrary<unknown>>) {
  // As kubectl prints them, in the order of the alphabet, or with apiVersion and kind first.
  return fc
    .tuple(fc.record({ metadata: metadata(namespaced), ...fields }), fc.boolean())
    .map(([rest, sorted]): ListedObject => {
      const whole = JSON.parse(JSON.stringify({ apiVersion, kind, ...rest }));
      return sorted
        ? (Object.fromEntries(Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1))) as ListedObject)
        : whole;
    });
}

const workload = (kind: string) => object('apps/v1', kind, true, { spec: workloadSpec, status });

/** Objects of every kind that is read fast, of policies, and of what no answer uses. */
export const listedObject: fc.Arbitrary<ListedObject> = fc.oneof(
  { weight: 6, arbitrary: object('v1', 'Pod', true, { spec: podSpec, status: podStatus }) },
  {
    weight: 1,
    arbitrary: object('v1', 'Namespace', false, { spec: fc.constant({ finalizers: ['kubernetes'] }), status }),
  },
  ...['Deployment', 'ReplicaSet', 'StatefulSet'].map((kind) => ({ weight: 1, arbitrary: workload(kind) })),
  { weight: 1, arbitrary: object('apps/v1', 'DaemonSet', true, { spec: fc.record({ template }), status }) },
  {
    weight: 1,
    arbitrary: object('batch/v1', 'Job', true, { spec: fc.record({ backoffLimit: fc.nat(6), template }), status }),
  },
  {
    weight: 1,
    arbitrary: object('batch/v1', 'CronJob', true, {
      spec: fc.record({
        jobTemplate: fc.record({ spec: fc.record({ template }) }),
        schedule: fc.constant('* * * * *'),
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: object('v1', 'Service', true, {
      spec: fc.record({
        clusterIP: fc.constantFrom('None', '10.0.0.9', ''),
        clusterIPs: fc.constantFrom(['None'], ['10.0.0.9']),
        ports: fc.array(
          fc.record(
            {
              name: word,
              port: fc.integer({ min: 1, max: 65535 }),
              protocol,
              targetPort: fc.constantFrom(80, 'http', 0),
            },
            { requiredKeys: ['port'] },
          ),
          { maxLength: 2 },
        ),
        selector: labels,
        type: fc.constantFrom('ClusterIP', 'LoadBalancer'),
      }),
      status: fc.constant({ loadBalancer: {} }),
    }),
  },
  {
    weight: 2,
    arbitrary: object('discovery.k8s.io/v1', 'EndpointSlice', true, {
      addressType: fc.constantFrom('IPv4', 'IPv6', 'FQDN'),
      endpoints: fc.array(
        fc.record({ addresses: fc.array(address, { maxLength: 2 }), conditions: fc.constant({ ready: true }) }),
        { maxLength: 2 },
      ),
      ports: fc.array(fc.record({ name: fc.constantFrom('http', ''), port: fc.nat(65535), protocol }), {
        maxLength: 1,
      }),
    }),
  },
  { weight: 1, arbitrary: object('v1', 'ServiceAccount', true, {}) },
  {
    weight: 1,
    arbitrary: object('v1', 'Node', false, {
      spec: fc.constant({ podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24'] }),
      status: fc.record({
        addresses: fc.array(fc.record({ address, type: fc.constantFrom('InternalIP', 'Hostname') })),
      }),
    }),
  },
  { weight: 1, arbitrary: object('v1', 'ConfigMap', true, { data: fc.dictionary(word, sentence) }) },
  {
    weight: 1,
    arbitrary: object('networking.k8s.io/v1', 'NetworkPolicy', true, {
      spec: fc.record({ podSelector: fc.record({ matchLabels: labels }), policyTypes: fc.constant(['Ingress']) }),
    }),
  },
);

export type ListStyle = (objects: readonly ListedObject[]) => string;

const list = (items: readonly ListedObject[]) => ({
  apiVersion: 'v1',
  items,
  kind: 'List',
  metadata: { resourceVersion: '' },
});
const yaml = (value: unknown, options: ToStringOptions & CreateNodeOptions = {}): string =>
  stringify(value, { version: '1.1', indentSeq: false, aliasDuplicateObjects: false, ...options });

/** Every way to write objects into one file, by name. */
export const listStyles: Readonly<Record<string, ListStyle>> = {
  'JSON list': (objects) => `${JSON.stringify(list(objects), null, 4)}\n`,
  'JSON list on one line': (objects) => JSON.stringify(list(objects)),
  'JSON values': (objects) => objects.map((object) => JSON.stringify(object)).join('\n'),
  'typed JSON list': (objects) => JSON.stringify({ kind: 'PodList', apiVersion: 'v1', metadata: {}, items: objects }),
  'YAML list': (objects) => yaml(list(objects)),
  'YAML list, indented': (objects) => yaml(list(objects), { indentSeq: true, indent: 4 }),
  'YAML list with CRLF': (objects) => yaml(list(objects), { lineWidth: 0 }).replaceAll('\n', '\r\n'),
  'YAML documents': (objects) => objects.map((object) => yaml(object, { lineWidth: 0 })).join('---\n'),
  'YAML documents in quotes': (objects) =>
    objects
      .map((object) => `---\n# a comment\n${yaml(object, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 })}`)
      .join(''),
  'YAML documents in single quotes': (objects) =>
    objects.map((object) => `---\n\n${yaml(object, { defaultStringType: 'QUOTE_SINGLE' })}`).join(''),
  'YAML with brackets': (objects) =>
    objects
      .map((object) => {
        const { apiVersion, kind, metadata: meta } = object;
        const rest = Object.entries(object).filter(([key]) => !['apiVersion', 'kind', 'metadata'].includes(key));
        const fields = rest.map(([key, value]) => `${key}: ${JSON.stringify(value).replaceAll('":', '": ')}`);
        return [
          `apiVersion: ${apiVersion}`,
          `kind: ${kind} # here`,
          yaml({ metadata: meta }).trimEnd(),
          ...fields,
        ].join('\n');
      })
      .join('\n---\n'),
  'YAML with brackets and few quotes': (objects) =>
    objects
      .map((object) =>
        Object.entries(object)
          .map(([key, value]) => `${key}: ${yaml(value, { collectionStyle: 'flow', lineWidth: 0 })}`)
          .join('')
          // It ends the line of YAML 1.1, where there is more of this one.
          .replaceAll('\u2028', '_'),
      )
      .join('---\n'),
};
