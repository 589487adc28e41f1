// ServiceAccount (core v1): only its name and labels matter; Calico selects by them, Kubernetes policies cannot.
import type { ResourceKind } from '../resource-kind.ts';

export const serviceAccountKind: ResourceKind = {
  kind: 'ServiceAccount',
  apiVersions: ['v1'],
  namespaced: true,
  topFields: ['secrets', 'imagePullSecrets', 'automountServiceAccountToken'],
  consequence: 'so it counts as absent, and selectors of service accounts do not see its labels',
  strict: false,
  decode(_root, header) {
    return { kind: 'ServiceAccount', ...header };
  },
};
