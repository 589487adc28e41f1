// Kubernetes label selectors in the engine's form.
import { allOf, type LabelScope, NAMESPACE_NAME_LABEL, type Selector } from '../model/selector.ts';
import type { Semantics } from '../model/semantics.ts';
import type { LabelRequirement, LabelSelector } from '../resources/resource.ts';

/**
 * apimachinery `Requirement.Matches`: `NotIn` and `DoesNotExist` also match objects without the key;
 * `In` and `Exists` never do.
 */
function compileRequirement(requirement: LabelRequirement, scope: LabelScope, semantics: Semantics): Selector {
  const { operator, values } = requirement;
  // Calico computes this label on every namespace: its name.
  const isName = scope === 'namespace' && semantics !== 'kubernetes' && requirement.key === 'projectcalico.org/name';
  const key = isName ? NAMESPACE_NAME_LABEL : requirement.key;
  switch (operator) {
    case 'In':
      return { op: 'in', scope, key, values };
    case 'NotIn':
      return { op: 'not', term: { op: 'in', scope, key, values } };
    case 'Exists':
      return { op: 'has', scope, key };
    case 'DoesNotExist':
      return { op: 'not', term: { op: 'has', scope, key } };
  }
}

/** All requirements must hold; an empty selector selects everything. */
export function compileLabelSelector(selector: LabelSelector, scope: LabelScope, semantics: Semantics): Selector {
  return allOf(selector.requirements.map((requirement) => compileRequirement(requirement, scope, semantics)));
}
