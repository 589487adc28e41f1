// Whose reading of the manifests counts where implementations differ.

/** `kubernetes`: the API text and its conformance suites; the others as released by Calico. */
export type Semantics = 'calico-3.32' | 'calico-3.31' | 'calico-enterprise' | 'kubernetes';

export const ALL_SEMANTICS: readonly Semantics[] = ['calico-3.32', 'calico-3.31', 'calico-enterprise', 'kubernetes'];
