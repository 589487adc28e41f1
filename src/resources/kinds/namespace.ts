// Namespace (core v1): only its name and labels matter to policy.
import { readMap } from '../map-fields.ts';
import { dnsLabelErrors } from '../name-syntax.ts';
import type { ResourceKind } from '../resource-kind.ts';

const SPEC = new Set(['finalizers']);

export const namespaceKind: ResourceKind = {
  kind: 'Namespace',
  apiVersions: ['v1'],
  namespaced: false,
  nameErrors: dnsLabelErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and selectors see only the label that every namespace has',
  strict: false,
  decode(root, header) {
    readMap(root.get('spec'), SPEC);
    return { kind: 'Namespace', ...header };
  },
};
