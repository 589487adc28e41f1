// The objects that rules can mean by label: pods, network sets, host endpoints; and which of them a side of a rule means.
import type { AddressSet } from '../model/cluster.ts';
import type { CalicoEntity } from '../resources/calico-resource.ts';
import { ACCOUNT_LABEL, ACCOUNT_PREFIX, NAMESPACE_LABEL, NAMESPACE_PREFIX } from './calico-labels.ts';
import { endpointNames } from './endpoint-words.ts';
import type { LintContext } from './lint-context.ts';
import { type LabelLookup, treeSelects } from './selector-tree.ts';

export interface LabelledObject {
  readonly type: 'pod' | 'network set' | 'global network set' | 'host endpoint';
  /** Empty for cluster scope. */
  readonly namespace: string;
  readonly labels: LabelLookup;
  /** The class of pods, or the set that holds the addresses. */
  readonly source: number | AddressSet;
}

const known = new WeakMap<LintContext, readonly LabelledObject[]>();

function setObject(set: AddressSet): LabelledObject {
  const type = !set.shown ? 'host endpoint' : set.namespace === '' ? 'global network set' : 'network set';
  return { type, namespace: set.namespace, labels: (key) => set.labels.endpoint.get(key), source: set };
}

/** One object for each class of pods, and every set. Keys that no policy asks for do not tell classes apart. */
export function labelledObjects(context: LintContext): readonly LabelledObject[] {
  const found = known.get(context);
  if (found) return found;
  const { universe, labelOf, cluster } = context.snapshot;
  const pods = universe.classes.flatMap(({ sample }, source): LabelledObject[] => {
    if (universe.onHosts.has(source)) return [];
    return [{ type: 'pod', namespace: sample.namespace, labels: (key) => labelOf(sample, key), source }];
  });
  const objects = [...pods, ...cluster.sets.map(setObject)];
  known.set(context, objects);
  return objects;
}

/** `pod shop/web`, `network set partners`. */
export function objectNames(objects: readonly LabelledObject[], context: LintContext): readonly string[] {
  const pods = objects.flatMap(({ source }) => (typeof source === 'number' ? [source] : []));
  const sets = objects.flatMap(({ type, source }) => {
    if (typeof source === 'number') return [];
    return [`the ${type} ${source.namespace === '' ? '' : `${source.namespace}/`}${source.name}`];
  });
  return [...endpointNames(pods, context), ...sets];
}

/** Whether the side says which objects it means. */
export function asksForObjects({ selector, notSelector, namespaceSelector, serviceAccounts }: CalicoEntity): boolean {
  const accounts = serviceAccounts && (serviceAccounts.names.length > 0 || serviceAccounts.selector);
  return Boolean(selector ?? notSelector ?? namespaceSelector ?? accounts);
}

/** Whether an object has what the side asks of it itself: labels and service account, whatever its namespace. */
export function fitsItself(
  { selector, notSelector, serviceAccounts }: CalicoEntity,
  { labels }: LabelledObject,
): boolean {
  if (selector && !treeSelects(selector.tree, labels)) return false;
  if (notSelector && treeSelects(notSelector.tree, labels)) return false;
  if (serviceAccounts?.selector && !treeSelects(serviceAccounts.selector.tree, behind(ACCOUNT_PREFIX, labels))) {
    return false;
  }
  const names = serviceAccounts?.names ?? [];
  return names.length === 0 || names.includes(labels(ACCOUNT_LABEL) ?? '');
}

/**
 * Whether an object's namespace is one the side means. Calico reference, "EntityRule": without a namespace selector a
 * namespaced policy means its own namespace, a global one all and none.
 */
export function fitsNamespace({ namespaceSelector }: CalicoEntity, { labels }: LabelledObject, own: string): boolean {
  const namespace = labels(NAMESPACE_LABEL);
  if (!namespaceSelector) return own === '' || namespace === own;
  const isIn = namespace !== undefined;
  return treeSelects(namespaceSelector.tree, behind(NAMESPACE_PREFIX, labels), { all: isIn, global: !isIn });
}

const behind =
  (prefix: string, labels: LabelLookup): LabelLookup =>
  (key) =>
    labels(prefix + key);
