// Kubernetes label selectors in the engine's form.
import { allOf, type LabelScope, type Selector } from '../model/selector.ts';
import type { LabelRequirement, LabelSelector } from '../resources/resource.ts';

/**
 * apimachinery `Requirement.Matches`: `NotIn` and `DoesNotExist` also match objects without the key;
 * `In` and `Exists` never do.
 */
function compileRequirement(requirement: LabelRequirement, scope: LabelScope): Selector {
  const { key, operator, values } = requirement;
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
export function compileLabelSelector(selector: LabelSelector, scope: LabelScope): Selector {
  return allOf(selector.requirements.map((requirement) => compileRequirement(requirement, scope)));
}
