// Two versions of one cluster, as a pull request makes them: objects come, go and change, policies in their parts.
import fc from 'fast-check';
import { calicoClusterArbitrary, type GeneratedCalico } from './generate-calico-cluster.ts';
import type { GeneratedCluster } from './generate-cluster.ts';
import { clusterArbitraryOf } from './generate-cluster.ts';
import type { Manifest } from './generate-policy.ts';
import type { YamlValue } from './yaml-text.ts';

/** What becomes of an object; `mix`: it takes some of what another of its kind says. */
type Fate = 'stays' | 'goes' | 'mix';

const fateArbitrary = fc.oneof(
  { arbitrary: fc.constant<Fate>('stays'), weight: 5 },
  { arbitrary: fc.constant<Fate>('mix'), weight: 3 },
  { arbitrary: fc.constant<Fate>('goes'), weight: 1 },
);

const isMap = (value: YamlValue | undefined): value is { readonly [key: string]: YamlValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `take` says field by field which of the two counts; lists of rules lose their last, or get one of the other's. */
function mixed(own: YamlValue, other: YamlValue | undefined, take: readonly boolean[], depth = 0): YamlValue {
  if (other === undefined || JSON.stringify(own) === JSON.stringify(other)) return own;
  if (isMap(own) && isMap(other)) {
    const fields = Object.entries(own).map(([key, value], at): [string, YamlValue] => {
      const isFixed =
        key === 'name' || key === 'namespace' || key === 'kind' || key === 'apiVersion' || key === 'status';
      return [key, isFixed ? value : mixed(value, other[key], take.slice(at % 3), depth + 1)];
    });
    const added = Object.entries(other).filter(
      ([key]) => !(key in own) && key !== 'status' && depth > 1 && take[depth % take.length],
    );
    return Object.fromEntries([...fields, ...added]);
  }
  if (Array.isArray(own) && Array.isArray(other)) {
    const kept = take[depth % take.length] ? own.slice(0, -1) : own;
    const more = take[(depth + 1) % take.length] ? other.slice(0, 1) : [];
    const items = kept.map((item, at) => mixed(item, other[at], take.slice(1), depth + 1));
    return take[(depth + 2) % take.length] ? [...more, ...items] : [...items, ...more];
  }
  return take[depth % take.length] ? other : own;
}

function changed(
  own: readonly Manifest[],
  others: readonly Manifest[],
  fates: readonly Fate[],
  take: readonly boolean[],
): Manifest[] {
  return own.flatMap((object, at): Manifest[] => {
    const fate = fates[at % fates.length];
    if (fate === 'goes') return [];
    const other = others.find(({ kind }, index) => index >= at % 3 && kind === object.kind);
    if (fate === 'stays' || !other) return [object];
    const result = mixed(object, other, take);
    return isMap(result) ? [result] : [object];
  });
}

export interface GeneratedPair {
  readonly base: GeneratedCluster;
  readonly head: GeneratedCluster;
}

/** Both with the same ends to probe, whether or not they are there in both. */
export const reviewPairArbitrary: fc.Arbitrary<GeneratedPair> = fc
  .record({
    base: clusterArbitraryOf('ipv4'),
    other: clusterArbitraryOf('ipv4'),
    objects: fc.array(fateArbitrary, { minLength: 6, maxLength: 6 }),
    policies: fc.array(fateArbitrary, { minLength: 4, maxLength: 4 }),
    take: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    extra: fc.nat(2),
  })
  .map(({ base, other, objects, policies, take, extra }) => {
    const added = other.policies.slice(0, extra).map((policy, at): Manifest => {
      const metadata = isMap(policy.metadata) ? policy.metadata : {};
      return { ...policy, metadata: { ...metadata, name: `added-${at}` } };
    });
    const head = {
      ...base,
      objects: changed(base.objects, other.objects, objects, take),
      policies: [...changed(base.policies, other.policies, policies, take), ...added],
    };
    return { base, head };
  });

/** The same under Calico. */
export const calicoPairArbitrary: fc.Arbitrary<{ readonly base: GeneratedCalico; readonly head: GeneratedCalico }> = fc
  .record({
    base: calicoClusterArbitrary,
    other: calicoClusterArbitrary,
    objects: fc.array(fateArbitrary, { minLength: 6, maxLength: 6 }),
    policies: fc.array(fateArbitrary, { minLength: 4, maxLength: 4 }),
    take: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  })
  .map(({ base, other, objects, policies, take }) => {
    const head = {
      ...base,
      objects: changed(base.objects, other.objects, objects, take),
      policies: changed(base.policies, other.policies, policies, take),
    };
    return { base, head };
  });
