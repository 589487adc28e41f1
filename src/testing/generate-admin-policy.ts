// Arbitrary policies of administrators (policy.networking.k8s.io), in the old kinds and the new one; priorities are often equal.
import fc from 'fast-check';
import { compact, sometimes } from './generate-calico-words.ts';
import type { Manifest } from './generate-policy.ts';

/** What differs between the clusters that the policies are for. */
export interface AdminWords {
  readonly names: fc.Arbitrary<string>;
  readonly networks: readonly string[];
  readonly ports: readonly string[];
  /** A peer that names nodes. */
  readonly nodes: fc.Arbitrary<Manifest>;
  /** A peer that names domains; it goes with rules that allow. */
  readonly domains?: fc.Arbitrary<Manifest>;
}

/** How the old kinds and the new one differ. */
interface AdminForm {
  readonly actions: readonly string[];
  readonly ports: 'protocols' | 'ports';
  readonly port: fc.Arbitrary<Manifest>;
}

const labelMap = fc.constantFrom<Manifest>({}, { app: 'web' }, { tier: 'front' }, { app: 'db' });
const namespaceMap = fc.constantFrom<Manifest>(
  {},
  { team: 'red' },
  { 'kubernetes.io/metadata.name': 'shop' },
  { env: 'prod' },
);
const adminPods = fc.oneof(
  namespaceMap.map((matchLabels): Manifest => ({ namespaces: { matchLabels } })),
  fc.tuple(namespaceMap, labelMap).map(
    ([namespaces, pods]): Manifest => ({
      pods: { namespaceSelector: { matchLabels: namespaces }, podSelector: { matchLabels: pods } },
    }),
  ),
);

function newPort({ ports }: AdminWords): fc.Arbitrary<Manifest> {
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('tcp', 'udp', 'sctp'), fc.constantFrom<Manifest>({ number: 80 }, { number: 53 }))
      .map(([protocol, port]): Manifest => ({ [protocol]: { destinationPort: port } })),
    fc
      .constantFrom('tcp', 'udp')
      .map((protocol): Manifest => ({ [protocol]: { destinationPort: { range: { start: 79, end: 8080 } } } })),
    fc.constantFrom(...ports).map((destinationNamedPort): Manifest => ({ destinationNamedPort })),
  );
}

function oldPort({ ports }: AdminWords): fc.Arbitrary<Manifest> {
  return fc.oneof(
    fc.constantFrom<Manifest>(
      { portNumber: { port: 80, protocol: 'TCP' } },
      { portNumber: { port: 53, protocol: 'UDP' } },
      { portRange: { start: 79, end: 8080 } },
      { portRange: { start: 1, end: 53, protocol: 'SCTP' } },
    ),
    fc.constantFrom(...ports).map((name): Manifest => ({ namedPort: name })),
  );
}

const isNamed = (item: Manifest): boolean => 'namedPort' in item || 'destinationNamedPort' in item;

/** Peers outside of the cluster go with no port by name. */
function adminRule(form: AdminForm, side: 'from' | 'to', words: AdminWords): fc.Arbitrary<Manifest> {
  const list = (items: fc.Arbitrary<Manifest>) => sometimes(6, fc.array(items, { minLength: 1, maxLength: 2 }));
  const action = fc.constantFrom(...form.actions);
  const pods = fc.array(adminPods, { minLength: 1, maxLength: 2 });
  const toPods = fc.record({ action, [side]: pods, [form.ports]: list(form.port) });
  if (side === 'from') return toPods.map(compact);
  const networks = fc
    .uniqueArray(fc.constantFrom(...words.networks), { minLength: 1, maxLength: 3 })
    .map((cidrs): Manifest => ({ networks: cidrs }));
  const outside = fc.array(
    fc.oneof({ arbitrary: networks, weight: 5 }, { arbitrary: adminPods, weight: 3 }, words.nodes),
    { minLength: 1, maxLength: 2 },
  );
  const numbered = list(form.port.filter((item) => !isNamed(item)));
  const toOutside = fc.record({ action, [side]: outside, [form.ports]: numbered });
  if (!words.domains) return fc.oneof(toPods, toOutside).map(compact);
  const allow = fc.constantFrom(...form.actions.slice(0, 1));
  const domains = fc.array(words.domains, { minLength: 1, maxLength: 1 });
  const toDomains = fc.record({ action: allow, [side]: domains, [form.ports]: numbered });
  return fc
    .oneof({ arbitrary: toPods, weight: 4 }, { arbitrary: toOutside, weight: 4 }, { arbitrary: toDomains, weight: 1 })
    .map(compact);
}

function adminSpec(form: AdminForm, words: AdminWords): fc.Arbitrary<Manifest> {
  const rules = (side: 'from' | 'to') =>
    sometimes(7, fc.array(adminRule(form, side, words), { minLength: 1, maxLength: 2 }));
  return fc.record({ subject: adminPods, ingress: rules('from'), egress: rules('to') }).map(compact);
}

const newForm = (words: AdminWords): AdminForm => ({
  actions: ['Accept', 'Deny', 'Pass'],
  ports: 'protocols',
  port: newPort(words),
});
const oldForm = (words: AdminWords): AdminForm => ({
  actions: ['Allow', 'Deny', 'Pass'],
  ports: 'ports',
  port: oldPort(words),
});
const priority = fc.constantFrom(0, 10, 1000);

export function clusterNetworkPolicy(words: AdminWords): fc.Arbitrary<Manifest> {
  const tier = fc.constantFrom('Admin', 'Baseline');
  return fc
    .record({ name: words.names, tier, priority, spec: adminSpec(newForm(words), words) })
    .map(({ name, spec, ...place }) => ({
      apiVersion: 'policy.networking.k8s.io/v1alpha2',
      kind: 'ClusterNetworkPolicy',
      metadata: { name },
      spec: { ...place, ...spec },
    }));
}

export function adminNetworkPolicy(words: AdminWords): fc.Arbitrary<Manifest> {
  return fc
    .record({ name: words.names, priority, spec: adminSpec(oldForm(words), words) })
    .map(({ name, priority: rank, spec }) => ({
      apiVersion: 'policy.networking.k8s.io/v1alpha1',
      kind: 'AdminNetworkPolicy',
      metadata: { name },
      spec: { priority: rank, ...spec },
    }));
}

/** Its rules name no domains. */
export function baselineAdminNetworkPolicy({ domains: _, ...words }: AdminWords): fc.Arbitrary<Manifest> {
  return adminSpec({ ...oldForm(words), actions: ['Allow', 'Deny'] }, words).map((spec) => ({
    apiVersion: 'policy.networking.k8s.io/v1alpha1',
    kind: 'BaselineAdminNetworkPolicy',
    metadata: { name: 'default' },
    spec,
  }));
}

/**
 * Policies of administrators as one cluster may hold them: of one version of the API, since nothing says how the two go
 * together; names differ, and the old version has one baseline at most.
 */
export function adminPoliciesArbitrary(words: Omit<AdminWords, 'names'>): fc.Arbitrary<Manifest[]> {
  const all = { ...words, names: fc.constant('') };
  const several = (policy: fc.Arbitrary<Manifest>): fc.Arbitrary<Manifest[]> =>
    fc
      .array(policy, { minLength: 1, maxLength: 5, size: 'max' })
      .map((policies) => policies.map((one, position) => ({ ...one, metadata: { name: `admin-${position}` } })));
  const old = fc.tuple(several(adminNetworkPolicy(all)), fc.option(baselineAdminNetworkPolicy(all)));
  return fc.oneof(
    several(clusterNetworkPolicy(all)),
    old.map(([policies, baseline]) => (baseline ? [...policies, baseline] : policies)),
  );
}
