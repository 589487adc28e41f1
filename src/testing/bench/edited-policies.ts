// Policies that a benchmark edits, one small file each, and the edits.
import type { SourceFile } from '../../documents/source-file.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import { seededRandom } from './seeded-random.ts';
import { namespaceName, roles, workloadAt, workloadCount } from './workload-plan.ts';

/** One kind of edit: the text of a file before it, and after its `run`-th variant, no two of which say the same. */
export interface PolicyEdit {
  readonly edit: string;
  readonly change: (run: number) => SourceFile;
}

export interface EditedPolicies {
  /** Part of the cluster before any edit. */
  readonly files: readonly SourceFile[];
  readonly edits: readonly PolicyEdit[];
}

/** Namespaced policies are edited in turn, so that no place in the cluster decides. */
const NAMESPACED = 15;
const STREAM = 2 ** 26;

interface Words {
  readonly app: string;
  readonly port: number;
  readonly role: string;
}

interface Namespaced {
  readonly words: Words;
  readonly fileOf: (words: Words) => SourceFile;
}

function namespaced(plan: ClusterPlan, place: number): Namespaced {
  const random = seededRandom(plan.seed, STREAM + place);
  const subject = workloadAt(plan, random.below(workloadCount(plan)));
  const peer = workloadAt(plan, random.below(workloadCount(plan)));
  const fileOf = ({ app, port, role }: Words): SourceFile => ({
    path: `edited/namespaced-${place}.yaml`,
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: edited-${place}
  namespace: ${subject.namespace}
spec:
  podSelector:
    matchLabels:
      app: ${app}
  policyTypes: [Ingress, Egress]
  ingress:
  - from:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: ${peer.namespace}
      podSelector:
        matchLabels:
          app: ${peer.app}
    ports:
    - port: ${port}
  egress:
  - to:
    - namespaceSelector: {}
      podSelector:
        matchLabels:
          tier: ${role}
`,
  });
  return { words: { app: subject.app, port: 8080, role: roles[0] }, fileOf };
}

const tier: SourceFile = {
  path: 'edited/tier.yaml',
  text: 'apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata:\n  name: edited\nspec:\n  order: 50\n',
};

/** A policy of Calico over everything, which any cluster may have; what it does not name passes on to the other tiers. */
function global(action: string, ports: string): SourceFile {
  return {
    path: 'edited/global.yaml',
    text: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: edited.global
spec:
  tier: edited
  order: 1
  selector: all()
  types: [Ingress]
  ingress:
  - action: ${action}
    protocol: TCP
    destination:
      ports: [${ports}]
  - action: Pass
`,
  };
}

/** A policy for the page, where a person types: its last line is the port, and the label of pods that it selects is `app-0`. */
export function typedPolicy(): SourceFile {
  return {
    path: 'typed.yaml',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: typed
  namespace: ${namespaceName(0)}
spec:
  podSelector:
    matchLabels:
      app: app-0
  ingress:
  - from:
    - namespaceSelector: {}
    ports:
    - port: 8080`,
  };
}

export function editedPolicies(plan: ClusterPlan): EditedPolicies {
  const policies = Array.from({ length: NAMESPACED }, (_, place) => namespaced(plan, place));
  const edited = (run: number, words: Partial<Words>): SourceFile => {
    const policy = policies[run % NAMESPACED] ?? namespaced(plan, 0);
    return policy.fileOf({ ...policy.words, ...words });
  };
  return {
    files: [...policies.map(({ words, fileOf }) => fileOf(words)), tier, global('Allow', '80')],
    edits: [
      { edit: 'a port', change: (run) => edited(run, { port: 9000 + run }) },
      { edit: "egress peers' label", change: (run) => edited(run, { role: `other-${run}` }) },
      { edit: "the policy's own selector", change: (run) => edited(run, { app: `other-${run}` }) },
      { edit: 'a port of a global policy', change: (run) => global('Allow', `8080, ${9000 + run}`) },
      { edit: 'a global policy denies a port', change: (run) => global('Deny', `8080, ${9000 + run}`) },
    ],
  };
}
