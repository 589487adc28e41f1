// Calico selectors in the engine's form: which endpoints a policy applies to, and which objects a rule's side means.
import type { Selector } from '../../model/selector.ts';
import type { CalicoEntity, SelectorField } from '../../resources/calico-resource.ts';
import type { CalicoSelector } from '../../resources/calico-selector-syntax.ts';
import { ACCOUNT_LABEL, ACCOUNT_PREFIX, NAMESPACE_LABEL, NAMESPACE_PREFIX } from './label-names.ts';
import { prefixKeys, replaceAllCall, replaceGlobalCall } from './rewrite-selector.ts';

const EVERYTHING: Selector = { op: 'all' };

/**
 * Calico reference, "Selectors". All labels are in the scope of the endpoint, where those of its namespace and service
 * account have prefixes. `!=` and `not in` hold for what lacks the label.
 */
export function compileSelector(tree: CalicoSelector): Selector {
  switch (tree.op) {
    case 'all':
    case 'global':
      return EVERYTHING;
    case 'has':
      return { op: 'has', scope: 'endpoint', key: tree.key.text };
    case 'equals':
      return oneOf(tree.key.text, [tree.value.text]);
    case 'differs':
      return not(oneOf(tree.key.text, [tree.value.text]));
    case 'in':
      return oneOf(
        tree.key.text,
        tree.values.map(({ text }) => text),
      );
    case 'not-in':
      return not(
        oneOf(
          tree.key.text,
          tree.values.map(({ text }) => text),
        ),
      );
    case 'contains':
    case 'starts-with':
    case 'ends-with':
      return { op: tree.op, scope: 'endpoint', key: tree.key.text, text: tree.value.text };
    case 'not':
      return not(compileSelector(tree.term));
    case 'and':
      return both(...tree.terms.map(compileSelector));
    case 'or': {
      const terms = tree.terms.map(compileSelector).flatMap((term) => (term.op === 'or' ? term.terms : [term]));
      return terms.some(({ op }) => op === 'all') ? EVERYTHING : { op: 'or', terms };
    }
  }
}

function oneOf(key: string, values: readonly string[]): Selector {
  return { op: 'in', scope: 'endpoint', key, values: [...new Set(values)] };
}

function not(term: Selector): Selector {
  return term.op === 'not' ? term.term : { op: 'not', term };
}

/** The conjunction, flat, without what holds anyway. */
function both(...terms: readonly Selector[]): Selector {
  const flat = terms.flatMap((term) => (term.op === 'and' ? term.terms : term.op === 'all' ? [] : [term]));
  const [first = EVERYTHING] = flat;
  return flat.length > 1 ? { op: 'and', terms: flat } : first;
}

/** The conjunction of what is given; undefined where nothing is, which is not the same as what selects everything. */
function allGiven(...terms: readonly (Selector | undefined)[]): Selector | undefined {
  const given = terms.filter((term) => term !== undefined);
  return given.length === 0 ? undefined : both(...given);
}

/** The parts of a policy that say what it applies to. */
export interface PolicyScope {
  readonly selector: SelectorField | undefined;
  readonly serviceAccountSelector: SelectorField | undefined;
  readonly namespaceSelector: SelectorField | undefined;
  /** Empty for a global policy. */
  readonly namespace: string;
}

/**
 * Calico reference, "NetworkPolicy" and "GlobalNetworkPolicy": one selector of three parts. Behind a namespace selector
 * `all()` means what is in any namespace, behind a service account selector what has any account; this holds for the
 * policy's own selector too. A namespaced policy applies to pods only; which hosts a global one applies to, the caller says.
 */
export function policySubject({
  selector,
  serviceAccountSelector,
  namespaceSelector,
  namespace,
}: PolicyScope): Selector {
  const replaced = (tree: CalicoSelector): CalicoSelector => {
    const once = namespace === '' && namespaceSelector ? replaceAllCall(tree, NAMESPACE_LABEL) : tree;
    return serviceAccountSelector ? replaceAllCall(once, ACCOUNT_LABEL) : once;
  };
  const own = selector && compileSelector(replaced(selector.tree));
  const accounts =
    serviceAccountSelector &&
    compileSelector(replaceAllCall(prefixKeys(serviceAccountSelector.tree, ACCOUNT_PREFIX), ACCOUNT_LABEL));
  if (namespace !== '') {
    const place = both({ op: 'type', types: ['pod'] }, oneOf(NAMESPACE_LABEL, [namespace]));
    return allGiven(place, own, accounts) ?? EVERYTHING;
  }
  const spaces = namespaceSelector && compileSelector(replaced(prefixKeys(namespaceSelector.tree, NAMESPACE_PREFIX)));
  return allGiven(own, spaces, accounts) ?? EVERYTHING;
}

/** What a rule asks of the objects at one of its sides. */
export interface EntitySelectors {
  /** There must be an object at the address that this selects; undefined: no object is needed. */
  readonly positive: Selector | undefined;
  /** There must be no object at the address that this selects. */
  readonly negative: Selector | undefined;
}

/**
 * Calico reference, "EntityRule". In a namespaced policy (`namespace` not empty) selectors without a namespace selector
 * mean objects of the policy's own namespace. Beside a positive selector a negative one is asked of the same object.
 */
export function entitySelectors(entity: CalicoEntity, namespace: string): EntitySelectors {
  const { selector, notSelector, namespaceSelector, serviceAccounts } = entity;
  const core = allGiven(
    serviceAccounts?.selector && compileSelector(prefixKeys(serviceAccounts.selector.tree, ACCOUNT_PREFIX)),
    serviceAccounts && serviceAccounts.names.length > 0 ? oneOf(ACCOUNT_LABEL, serviceAccounts.names) : undefined,
    selector && compileSelector(selector.tree),
  );
  const excluded = notSelector && compileSelector(notSelector.tree);
  const isScoped = core !== undefined || notSelector !== undefined || namespaceSelector !== undefined;
  const included = allGiven(isScoped ? entityNamespaces(namespaceSelector, namespace) : undefined, core);
  if (!included || !excluded) return { positive: included, negative: excluded };
  return { positive: both(included, not(excluded)), negative: undefined };
}

/** Undefined where a side may be of any namespace, or of none. */
function entityNamespaces(selector: SelectorField | undefined, namespace: string): Selector | undefined {
  if (!selector) return namespace === '' ? undefined : oneOf(NAMESPACE_LABEL, [namespace]);
  const prefixed = replaceAllCall(prefixKeys(selector.tree, NAMESPACE_PREFIX), NAMESPACE_LABEL);
  return compileSelector(replaceGlobalCall(prefixed, NAMESPACE_LABEL));
}
