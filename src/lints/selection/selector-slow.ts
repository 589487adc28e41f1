// `selector-slow`: a selector in a large cluster that Calico has to try on every pod.
import type { CalicoSelector } from '../../resources/calico-selector-syntax.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext } from '../lint-context.ts';
import { type PolicySelector, selectorsOf } from '../policy-selectors.ts';
import { conditionsOf } from '../selector-tree.ts';

/** Pods from which on it matters. */
const MANY = 1000;

/** Keys of labels that whatever fits must have: by these Calico looks up whom to try. */
function requiredKeys(tree: CalicoSelector): ReadonlySet<string> {
  switch (tree.op) {
    case 'and':
      return new Set(tree.terms.flatMap((term) => [...requiredKeys(term)]));
    case 'or': {
      const [first, ...others] = tree.terms.map(requiredKeys);
      return new Set([...(first ?? [])].filter((key) => others.every((keys) => keys.has(key))));
    }
    case 'not':
    case 'all':
    case 'global':
    case 'differs':
    case 'not-in':
      return new Set();
    default:
      return new Set([tree.key.text]);
  }
}

/** Selectors that are asked together, of what a policy applies to or of one side of a rule. */
function groups(policy: CalicoPolicy): readonly (readonly PolicySelector[])[] {
  const byEntity = new Map<unknown, PolicySelector[]>();
  for (const selector of selectorsOf(policy)) {
    // One that leaves out is tried on those alone whom others find; in one namespace there are few.
    if (selector.leavesOut || selector.within !== undefined) continue;
    byEntity.set(selector.entity, [...(byEntity.get(selector.entity) ?? []), selector]);
  }
  return [...byEntity.values()];
}

const isSlow = (all: readonly PolicySelector[]): boolean =>
  all.some(({ field }) => conditionsOf(field.tree).length > 0) &&
  all.every(({ field }) => requiredKeys(field.tree).size === 0);

function podCount({ snapshot: { cluster } }: LintContext): number {
  return cluster.workloads.reduce((sum, { replicas }) => sum + replicas, 0);
}

export const selectorSlow: Lint = {
  code: 'selector-slow',
  severity: 'info',
  title: 'A selector that is tried on every pod of a large cluster',
  docs: {
    why: 'Calico finds whom a selector means by the labels that they must have: one that is compared (`==`, `in`), searched (`contains`, `starts with`) or asked for (`has`). A selector that only excludes, or whose alternatives have no label in common, is tried on every endpoint, again whenever one changes.',
    fix: "Ask for a label that all that are meant have, beside what excludes: `has(app) && app != 'web'`; write alternatives for one label as `in {…}`.",
    source: {
      title: 'Calico: NetworkPolicy, selectors',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#selectors',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: not-web }
spec:
  selector: app != 'web'
  types: [Ingress]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2000
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web }] } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: not-web }
spec:
  selector: has(app) && app != 'web'
  types: [Ingress]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2000
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web }] } }
`,
  },
  check(context) {
    const pods = podCount(context);
    if (pods < MANY) return [];
    return context.calico.flatMap((policy) =>
      groups(policy)
        .filter(isSlow)
        .flatMap(([first]): Finding[] =>
          first
            ? [
                {
                  message: `No label narrows down whom this may mean, so Calico tries it on each of about ${pods.toLocaleString('en')} pods, and again when one changes`,
                  advice: 'Ask for a label that all of them have, such as `has(app) && …`.',
                  range: first.field.range,
                  object: policy.label,
                },
              ]
            : [],
        ),
    );
  },
};
