// Names of the labels that Calico computes, and the prefixes under which selectors see those of namespaces and service accounts.

/** Calico reference, "Automatic labels": a namespace's labels on its pods and network sets. */
export const NAMESPACE_PREFIX = 'pcns.';
/** A service account's labels on its pods. */
export const ACCOUNT_PREFIX = 'pcsa.';
/** On a namespace or a service account (so behind a prefix): its own name. */
export const OWN_NAME = 'projectcalico.org/name';
export const NAMESPACE_LABEL = 'projectcalico.org/namespace';
export const ORCHESTRATOR_LABEL = 'projectcalico.org/orchestrator';
export const ACCOUNT_LABEL = 'projectcalico.org/serviceaccount';

/** Names no selector can spell, for what Calico attaches by name and not by label. */
export const HOST_ENDPOINT_KEY = '@host-endpoint';
export const ENDPOINT_KEY = '@id';
