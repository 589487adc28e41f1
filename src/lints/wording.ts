// Words that many findings share: names of objects, counts, and lists that stay short.
import type { Policy, RuleAction } from '../model/policy.ts';
import type { Resource } from '../resources/resource.ts';

/** `GlobalNetworkPolicy deny-all`, `NetworkPolicy shop/web`: kinds as manifests write them. */
export function labelOf({ kind, meta }: Pick<Resource, 'kind' | 'meta'>): string {
  const written = kind === 'CalicoNetworkPolicy' ? 'NetworkPolicy' : kind;
  return `${written} ${meta.namespace === '' ? meta.name : `${meta.namespace}/${meta.name}`}`;
}

/** `a`, `a and b`, `a, b and c`, `a, b, c and 4 more`. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.length > most + 1 ? names.slice(0, most) : names;
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** The same in backticks. */
export const quotedList = (names: readonly string[], most = 3): string =>
  listed(
    names.map((name) => `\`${name}\``),
    most,
  );

/** `deny-all`, `shop/web`. */
export function policyName({ namespace, name }: Pick<Policy, 'namespace' | 'name'>): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

const ACTIONS: Readonly<Record<RuleAction, string>> = { allow: 'Allow', deny: 'Deny', pass: 'Pass', log: 'Log' };

/** As Calico writes it. */
export const actionWord = (action: RuleAction): string => ACTIONS[action];

/** `rule 2`, `rules 1 and 3`. */
export function rulesText(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? 'rule' : 'rules'} ${listed(numbers.map(String), 5)}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
