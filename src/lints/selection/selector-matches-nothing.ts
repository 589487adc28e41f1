// `selector-matches-nothing`: conditions that contradict one another.
import type { CalicoSelector, SelectorWord } from '../../resources/calico-selector-syntax.ts';
import { NAMESPACE_LABEL } from '../calico-labels.ts';
import type { Finding, Lint } from '../lint.ts';
import { type PolicySelector, selectorsOf } from '../policy-selectors.ts';
import { isContradiction } from '../selector-contradiction.ts';

const word = (text: string): SelectorWord => ({ text, start: 0, end: 0 });

/** What a namespaced policy asks without saying so. */
const inNamespace = (name: string): CalicoSelector => ({
  op: 'equals',
  key: word(NAMESPACE_LABEL),
  value: word(name),
  start: 0,
  end: 0,
});

/** By tree and namespace: trees stay the same as long as their file does. */
const judged = new WeakMap<CalicoSelector, Map<string, string | undefined>>();

function contradiction(selector: PolicySelector): string | undefined {
  const known = judged.get(selector.field.tree) ?? new Map<string, string | undefined>();
  judged.set(selector.field.tree, known);
  const key = `${selector.of} ${selector.within}`;
  if (!known.has(key)) known.set(key, findContradiction(selector));
  return known.get(key);
}

/** Why nothing can fit; undefined where something can. */
function findContradiction({ field, within, of }: PolicySelector): string | undefined {
  if (isContradiction(field.tree)) return 'No labels fit all of its conditions';
  if (within === undefined || of !== 'objects' || !isContradiction(field.tree, inNamespace(within))) return undefined;
  return `It asks for another namespace than \`${within}\`, to which a NetworkPolicy's selector is limited`;
}

function effect({ entity, rule }: PolicySelector): string {
  if (!entity || !rule) return 'the policy applies to nothing';
  return `the rule matches nothing`;
}

export const selectorMatchesNothing: Lint = {
  code: 'selector-matches-nothing',
  severity: 'warning',
  title: 'A selector whose conditions contradict one another',
  docs: {
    why: 'Conditions joined by `&&` must all hold for one object. Two values of one label never do: alternatives are written with `||` or `in`.',
    fix: "Write alternatives as `a in {'x', 'y'}` or with `||`; what is in another namespace is asked for in `namespaceSelector`.",
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web' && app == 'api'
  types: [Ingress]
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app in {'web', 'api'}
  types: [Ingress]
`,
  },
  check: (context) =>
    context.calico.flatMap(selectorsOf).flatMap((selector): Finding[] => {
      // Leaving out nobody is another matter than meaning nobody.
      const why = selector.leavesOut ? undefined : contradiction(selector);
      if (why === undefined) return [];
      return [
        {
          message: `${why}, so ${effect(selector)}`,
          advice:
            "Write alternatives as `a == 'x' || a == 'y'` or `a in {'x', 'y'}`; name other namespaces in `namespaceSelector`.",
          range: selector.field.range,
          object: selector.policy.label,
        },
      ];
    }),
};
