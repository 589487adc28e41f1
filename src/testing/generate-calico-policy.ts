// Arbitrary policies of every kind that Calico enforces or stages: its own, and Kubernetes' as it reads them.
import fc from 'fast-check';
import {
  type AdminWords,
  adminNetworkPolicy,
  baselineAdminNetworkPolicy,
  clusterNetworkPolicy,
} from './generate-admin-policy.ts';
import { calicoRuleArbitrary } from './generate-calico-rule.ts';
import {
  accountSelector,
  compact,
  namespaceSelector,
  namespaceWords,
  netWords,
  objectSelector,
  portWords,
  sometimes,
} from './generate-calico-words.ts';
import { type Manifest, policySpecArbitrary } from './generate-policy.ts';
import type { YamlValue } from './yaml-text.ts';

export const tierWords = ['security', 'platform', 'a-team'] as const;

/** Which release reads the policies: names, tiers and kinds depend on it. */
export type Release = '3.31' | '3.32';

/** Names between which ties are broken in ways that differ from release to release. */
const policyName = fc.constantFrom('a', 'a-b', 'ab', 'b', 'z');
const order = fc.constantFrom<number | undefined>(undefined, -5, 10, 99.5, 500, 1000, 1000, 1500);
const namespace = fc.oneof(
  { arbitrary: fc.constant(namespaceWords[0]), weight: 5 },
  fc.constantFrom<string | undefined>(...namespaceWords, undefined),
);

const types = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 3 },
  fc.constantFrom<YamlValue | undefined>(['Ingress'], ['Egress'], ['Ingress', 'Egress'], ['Egress', 'Ingress'], []),
);

/** The tier `default` may be written; one in twenty is a tier that nobody declares, unless it is declared. */
function tierName(release: Release, places: readonly string[]): fc.Arbitrary<string | undefined> {
  const builtIn = release === '3.32' ? ['kube-admin', 'kube-baseline'] : ['adminnetworkpolicy'];
  const known = [...places, ...places, ...builtIn];
  return fc.oneof(
    { arbitrary: fc.constantFrom<string | undefined>(undefined, undefined, 'default'), weight: 9 },
    { arbitrary: fc.constantFrom(...known), weight: 10 },
    { arbitrary: fc.constant('undeclared'), weight: 1 },
  );
}

/** Up to 3.31 a policy outside of the tier `default` is named after its tier. */
const nameIn = (release: Release, tier: string | undefined, name: string): string =>
  release === '3.32' || tier === undefined || tier === 'default' ? name : `${tier}.${name}`;

const rulesOf = (direction: 'ingress' | 'egress', isNamespaced: boolean): fc.Arbitrary<YamlValue | undefined> =>
  fc.oneof(
    { arbitrary: fc.constantFrom<YamlValue | undefined>(undefined, []), weight: 1 },
    {
      arbitrary: fc.array(calicoRuleArbitrary({ isNamespaced, direction }), { minLength: 1, maxLength: 3 }),
      weight: 3,
    },
  );

/** How a global policy treats hosts; each form has its own demands. */
const hostStage = fc.oneof(
  { arbitrary: fc.constant({}), weight: 9 },
  fc.constantFrom<Manifest>(
    { applyOnForward: true },
    { applyOnForward: true, doNotTrack: true },
    { applyOnForward: true, preDNAT: true, types: ['Ingress'] },
  ),
);

function calicoSpec(isNamespaced: boolean): fc.Arbitrary<Manifest> {
  const shared = {
    order,
    selector: sometimes(8, objectSelector),
    serviceAccountSelector: sometimes(1, accountSelector),
    types,
    ingress: rulesOf('ingress', isNamespaced),
    egress: rulesOf('egress', isNamespaced),
  };
  if (isNamespaced) return fc.record(shared).map(compact);
  return fc.record({ ...shared, namespaceSelector: sometimes(3, namespaceSelector), hostStage }).map((drawn) => {
    const { hostStage: stage, ...spec } = drawn;
    const whole = compact({ ...spec, ...stage });
    if (!('preDNAT' in stage)) return whole;
    return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== 'egress'));
  });
}

const stagedAction = fc.constantFrom<string | undefined>(
  undefined,
  undefined,
  'Set',
  'Set',
  'Delete',
  'Learn',
  'Ignore',
);

/** "With `Delete` every other spec field except `tier` must be empty" (Calico spec, 1.9). */
function stagedSpec(spec: Manifest, action: string | undefined): Manifest {
  return action === 'Delete' ? { stagedAction: action } : compact({ ...spec, stagedAction: action });
}

function calicoPolicy(kind: string, release: Release, tiers: readonly string[]): fc.Arbitrary<Manifest> {
  const isNamespaced = !kind.includes('Global');
  const parts = {
    name: policyName,
    tier: tierName(release, tiers),
    spec: calicoSpec(isNamespaced),
    namespace: isNamespaced ? namespace : fc.constant(undefined),
    action: kind.startsWith('Staged') ? stagedAction : fc.constant(undefined),
  };
  return fc.record(parts).map(({ name, tier, spec, namespace: ns, action }) => ({
    apiVersion: 'projectcalico.org/v3',
    kind,
    metadata: compact({ name: nameIn(release, tier, name), namespace: ns }),
    spec: compact({ tier, ...(kind.startsWith('Staged') ? stagedSpec(spec, action) : spec) }),
  }));
}

const kubernetesPolicy: fc.Arbitrary<Manifest> = fc
  .record({ name: policyName, namespace, spec: policySpecArbitrary('ipv4') })
  .map(({ name, namespace: ns, spec }) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: compact({ name, namespace: ns }),
    spec,
  }));

const stagedKubernetesPolicy: fc.Arbitrary<Manifest> = fc
  .record({ policy: kubernetesPolicy, action: stagedAction })
  .map(({ policy, action }) => ({
    ...policy,
    apiVersion: 'projectcalico.org/v3',
    kind: 'StagedKubernetesNetworkPolicy',
    spec: stagedSpec((policy.spec ?? {}) as Manifest, action),
  }));

const adminWords: AdminWords = {
  names: policyName,
  networks: [...netWords[4], ...netWords[6]],
  ports: portWords,
  // Calico does not support peers that name nodes.
  nodes: fc.constant<Manifest>({ nodes: { matchLabels: { disk: 'ssd' } } }),
};

/** A policy of any kind, mostly Calico's own; kinds that the release ignores are among them. */
export function anyPolicyArbitrary(release: Release, tiers: readonly string[]): fc.Arbitrary<Manifest> {
  const calico = (kind: string) => calicoPolicy(kind, release, tiers);
  const isOld = release === '3.31';
  return fc.oneof(
    { arbitrary: calico('NetworkPolicy'), weight: 8 },
    { arbitrary: calico('GlobalNetworkPolicy'), weight: 8 },
    { arbitrary: calico('StagedNetworkPolicy'), weight: 1 },
    { arbitrary: calico('StagedGlobalNetworkPolicy'), weight: 1 },
    { arbitrary: stagedKubernetesPolicy, weight: 1 },
    { arbitrary: kubernetesPolicy, weight: 3 },
    { arbitrary: clusterNetworkPolicy(adminWords), weight: isOld ? 1 : 3 },
    { arbitrary: adminNetworkPolicy(adminWords), weight: isOld ? 3 : 1 },
    { arbitrary: baselineAdminNetworkPolicy(adminWords), weight: 1 },
  );
}
