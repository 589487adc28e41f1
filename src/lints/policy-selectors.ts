// All selectors of Calico policies, with what each of them is asked of.

import type { Path } from '../documents/manifest.ts';
import type { CalicoEntity, SelectorField } from '../resources/calico-resource.ts';
import type { CalicoPolicy, CalicoPolicyRule } from './lint-context.ts';

export interface PolicySelector {
  readonly policy: CalicoPolicy;
  readonly field: SelectorField;
  readonly path: Path;
  /** Whose labels it is asked of. */
  readonly of: 'objects' | 'namespaces' | 'accounts';
  /** True where it says what to leave out. */
  readonly leavesOut: boolean;
  /** For a selector of objects: the only namespace they may be in; undefined: any. */
  readonly within: string | undefined;
  /** The rule's side it stands in; undefined for what the policy applies to. */
  readonly entity: CalicoEntity | undefined;
  readonly rule: CalicoPolicyRule | undefined;
}

type Named = readonly [field: SelectorField | undefined, of: PolicySelector['of'], path: Path, leavesOut?: true];

function ofSpec({ spec }: CalicoPolicy): readonly Named[] {
  return [
    [spec.selector, 'objects', ['spec', 'selector']],
    [spec.namespaceSelector, 'namespaces', ['spec', 'namespaceSelector']],
    [spec.serviceAccountSelector, 'accounts', ['spec', 'serviceAccountSelector']],
  ];
}

function ofSide({ selector, notSelector, namespaceSelector, serviceAccounts }: CalicoEntity, path: Path) {
  const named: Named[] = [];
  if (selector) named.push([selector, 'objects', [...path, 'selector']]);
  if (notSelector) named.push([notSelector, 'objects', [...path, 'notSelector'], true]);
  if (namespaceSelector) named.push([namespaceSelector, 'namespaces', [...path, 'namespaceSelector']]);
  if (serviceAccounts?.selector) {
    named.push([serviceAccounts.selector, 'accounts', [...path, 'serviceAccounts', 'selector']]);
  }
  return named;
}

const known = new WeakMap<CalicoPolicy, readonly PolicySelector[]>();

/** In the order of the text. */
export function selectorsOf(policy: CalicoPolicy): readonly PolicySelector[] {
  const found = known.get(policy) ?? readSelectors(policy);
  known.set(policy, found);
  return found;
}

function readSelectors(policy: CalicoPolicy): readonly PolicySelector[] {
  const own = policy.namespace === '' ? undefined : policy.namespace;
  const all: PolicySelector[] = [];
  for (const [field, of, path] of ofSpec(policy)) {
    if (!field) continue;
    all.push({ policy, field, path, of, leavesOut: false, within: own, entity: undefined, rule: undefined });
  }
  for (const rule of policy.rules) {
    for (const { entity, path: side } of rule.sides) {
      const within = entity.namespaceSelector ? undefined : own;
      for (const [field, of, path, leavesOut = false] of ofSide(entity, side)) {
        if (field) all.push({ policy, field, path, of, leavesOut, within, entity, rule });
      }
    }
  }
  return all;
}
