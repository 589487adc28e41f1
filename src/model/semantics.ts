// Whose reading of the manifests counts where implementations differ.

/** `kubernetes`: the API text and its conformance suites; the others as released by Calico. */
export type Semantics = 'calico-3.32' | 'calico-3.31' | 'calico-enterprise' | 'kubernetes';

export const ALL_SEMANTICS: readonly Semantics[] = ['calico-3.32', 'calico-3.31', 'calico-enterprise', 'kubernetes'];

/**
 * Which policies count: `enforced` ones; `calico`: staged ones in addition to them, as Calico computes pending verdicts;
 * `promoted`: staged ones in place of those they stage.
 */
export type PendingView = 'enforced' | 'calico' | 'promoted';
