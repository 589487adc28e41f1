// Evaluates Calico selectors for the naive evaluator: on a flat map of labels, node by node (Calico spec, 2.3).
import type { CalicoSelector } from '../resources/calico-selector-syntax.ts';
import type { LabelSelector, Labels } from '../resources/resource.ts';

/** Whether something with these labels is selected. */
export type LabelTest = (labels: Labels) => boolean;

/** What stands in the place of `all()` and `global()`; both are true where nothing does. */
interface Stand {
  readonly all?: LabelTest;
  readonly global?: LabelTest;
}

const yes: LabelTest = () => true;

/** The test a selector makes, with every label name that it writes prefixed: `prefix(p, X)` of the spec. */
export function selectorTest(tree: CalicoSelector, prefix = '', stand: Stand = {}): LabelTest {
  const sub = (term: CalicoSelector): LabelTest => selectorTest(term, prefix, stand);
  switch (tree.op) {
    case 'all':
      return stand.all ?? yes;
    case 'global':
      return stand.global ?? yes;
    case 'not': {
      const term = sub(tree.term);
      return (labels) => !term(labels);
    }
    case 'and': {
      const terms = tree.terms.map(sub);
      return (labels) => terms.every((term) => term(labels));
    }
    case 'or': {
      const terms = tree.terms.map(sub);
      return (labels) => terms.some((term) => term(labels));
    }
    default: {
      const key = prefix + tree.key.text;
      return (labels) => valueFits(tree, labels.get(key));
    }
  }
}

type LabelNode = Extract<CalicoSelector, { readonly key: unknown }>;

/** `!=` and `not in` hold where the label is absent, everything else does not. */
function valueFits(node: LabelNode, value: string | undefined): boolean {
  switch (node.op) {
    case 'has':
      return value !== undefined;
    case 'equals':
      return value === node.value.text;
    case 'differs':
      return value !== node.value.text;
    case 'contains':
      return value?.includes(node.value.text) ?? false;
    case 'starts-with':
      return value?.startsWith(node.value.text) ?? false;
    case 'ends-with':
      return value?.endsWith(node.value.text) ?? false;
    case 'in':
      return node.values.some(({ text }) => text === value);
    case 'not-in':
      return !node.values.some(({ text }) => text === value);
  }
}

export const hasLabel =
  (key: string): LabelTest =>
  (labels) =>
    labels.has(key);

export const labelIs =
  (key: string, value: string): LabelTest =>
  (labels) =>
    labels.get(key) === value;

/** All of the tests that are there; undefined where none is. */
export function every(tests: readonly (LabelTest | undefined)[]): LabelTest | undefined {
  const given = tests.filter((test) => test !== undefined);
  return given.length === 0 ? undefined : (labels) => given.every((test) => test(labels));
}

/** A Kubernetes label selector as Calico reads it: In, NotIn, Exists, DoesNotExist become in, not in, has, !has. */
export function labelSelectorTest(selector: LabelSelector, prefix = ''): LabelTest {
  return (labels) =>
    selector.requirements.every(({ key, operator, values }) => {
      const value = labels.get(prefix + key);
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      const isListed = value !== undefined && values.includes(value);
      return operator === 'In' ? isListed : !isListed;
    });
}
