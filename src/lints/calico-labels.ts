// Names of labels that Calico computes (Calico reference, "Automatic labels"), as selectors spell them.

/** Behind these prefixes selectors see the labels of an object's namespace and of a pod's service account. */
export const NAMESPACE_PREFIX = 'pcns.';
export const ACCOUNT_PREFIX = 'pcsa.';
/** On pods and network sets: the name of their namespace. */
export const NAMESPACE_LABEL = 'projectcalico.org/namespace';
/** On pods: the name of their service account. */
export const ACCOUNT_LABEL = 'projectcalico.org/serviceaccount';
export const ORCHESTRATOR_LABEL = 'projectcalico.org/orchestrator';
/** On namespaces and service accounts: their own name. */
export const OWN_NAME = 'projectcalico.org/name';
