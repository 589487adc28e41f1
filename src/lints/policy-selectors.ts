// All selectors of Calico policies, with what each of them is asked of.
import type { CalicoEntity, SelectorField } from '../resources/calico-resource.ts';
import type { CalicoPolicy, CalicoPolicyRule } from './lint-context.ts';
import type { Path } from './manifest.ts';

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

type Written = Pick<PolicySelector, 'of' | 'path' | 'leavesOut'> & { readonly field: SelectorField | undefined };

function written(field: SelectorField | undefined, of: PolicySelector['of'], path: Path, leavesOut = false): Written {
  return { field, of, path, leavesOut };
}

function fieldsOfSpec({ spec }: CalicoPolicy): readonly Written[] {
  return [
    written(spec.selector, 'objects', ['spec', 'selector']),
    written(spec.namespaceSelector, 'namespaces', ['spec', 'namespaceSelector']),
    written(spec.serviceAccountSelector, 'accounts', ['spec', 'serviceAccountSelector']),
  ];
}

function fieldsOfSide(entity: CalicoEntity, path: Path): readonly Written[] {
  return [
    written(entity.selector, 'objects', [...path, 'selector']),
    written(entity.notSelector, 'objects', [...path, 'notSelector'], true),
    written(entity.namespaceSelector, 'namespaces', [...path, 'namespaceSelector']),
    written(entity.serviceAccounts?.selector, 'accounts', [...path, 'serviceAccounts', 'selector']),
  ];
}

const given = <T extends { readonly field: SelectorField | undefined }>(
  fields: readonly T[],
): readonly (T & { readonly field: SelectorField })[] =>
  fields.flatMap((one) => (one.field ? [{ ...one, field: one.field }] : []));

/** In the order of the text. */
export function selectorsOf(policy: CalicoPolicy): readonly PolicySelector[] {
  const own = policy.namespace === '' ? undefined : policy.namespace;
  const ofSpec = given(fieldsOfSpec(policy)).map(
    (one): PolicySelector => ({ ...one, policy, within: own, entity: undefined, rule: undefined }),
  );
  const ofRules = policy.rules.flatMap((rule) =>
    rule.sides.flatMap(({ entity, path }) => {
      const within = entity.namespaceSelector ? undefined : own;
      return given(fieldsOfSide(entity, path)).map((one): PolicySelector => ({ ...one, policy, within, entity, rule }));
    }),
  );
  return [...ofSpec, ...ofRules];
}
