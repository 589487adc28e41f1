// What cluster to generate, in numbers; and the shapes that clusters come in.

export type BenchDialect = 'kubernetes' | 'calico' | 'mixed';

export interface ClusterPlan {
  readonly seed: number;
  readonly pods: number;
  readonly podsPerWorkload: number;
  readonly namespaces: number;
  /** Namespaced ones; in a mixed cluster every other one is of Calico. */
  readonly policies: number;
  readonly dialect: BenchDialect;
  /** Every pod has labels that no other pod has, as those of a StatefulSet do. */
  readonly uniqueLabels: boolean;
  readonly globalPolicies: number;
  /** Tiers beside the default one; policies of Calico are spread over them. */
  readonly tiers: number;
  readonly networkSets: number;
  readonly cidrsPerSet: number;
  /** Policies whose rule lists so many single ports. */
  readonly portLists: number;
  readonly portsPerList: number;
}

export interface PlanWords {
  readonly pods: number;
  readonly namespaces?: number;
  readonly policies?: number;
  readonly dialect?: BenchDialect;
  readonly shape?: string;
  readonly seed?: number;
}

/** Each shape is hard in one way. */
type Shape = (pods: number) => Partial<ClusterPlan>;

const shapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['even', () => ({})],
  ['small-namespaces', (pods) => ({ namespaces: Math.ceil(pods / 10) })],
  ['one-namespace', () => ({ namespaces: 1 })],
  ['unique-labels', () => ({ uniqueLabels: true })],
  ['many-policies', () => ({ policies: 10_000 })],
  ['global-tiers', () => ({ dialect: 'calico', globalPolicies: 1000, tiers: 20 })],
  ['threat-feeds', () => ({ dialect: 'calico', networkSets: 10, cidrsPerSet: 10_000 })],
  ['port-lists', () => ({ portLists: 20, portsPerList: 3000 })],
]);

export const benchShapes: readonly string[] = [...shapes.keys()];

/**
 * About 150 pods a namespace and 0.07 policies a pod, at most 5,000, where nothing else is said; at 150,000 pods that is the
 * largest cluster that Kubernetes supports. Throws for a shape it does not know.
 */
export function planCluster({ pods, namespaces, policies, dialect, shape = 'even', seed = 1 }: PlanWords): ClusterPlan {
  const special = shapes.get(shape);
  if (!special) throw new Error(`no shape is called ${shape}; there are ${benchShapes.join(', ')}`);
  const shaped = special(pods);
  const spoken = dialect ?? shaped.dialect ?? 'kubernetes';
  const hasCalico = spoken !== 'kubernetes';
  return {
    seed,
    pods,
    podsPerWorkload: 5,
    namespaces: Math.max(1, Math.ceil(pods / 150)),
    policies: Math.min(5000, Math.round(pods * 0.07)),
    uniqueLabels: false,
    globalPolicies: hasCalico ? 20 : 0,
    tiers: hasCalico ? 3 : 0,
    networkSets: 0,
    cidrsPerSet: 0,
    portLists: 0,
    portsPerList: 0,
    ...shaped,
    ...(namespaces === undefined ? {} : { namespaces }),
    ...(policies === undefined ? {} : { policies }),
    dialect: spoken,
  };
}
