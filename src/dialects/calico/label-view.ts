// The labels that Calico's selectors see on an endpoint: its own, and those of its namespace and service account behind prefixes.
import type { Cluster, Endpoint, LabelView } from '../../model/cluster.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { Labels } from '../../resources/resource.ts';
import {
  ACCOUNT_LABEL,
  ACCOUNT_PREFIX,
  ENDPOINT_KEY,
  HOST_ENDPOINT_KEY,
  NAMESPACE_LABEL,
  NAMESPACE_PREFIX,
  ORCHESTRATOR_LABEL,
  OWN_NAME,
} from './label-names.ts';

/** Labels under a prefix; the object's own name is among them and wins over a label of that name. */
function inherited(key: string, name: string, labels: Labels | undefined): string | undefined {
  return key === OWN_NAME ? name : labels?.get(key);
}

/** Undefined under the reading of Kubernetes, which knows an endpoint's own labels only. */
export function labelView(cluster: Cluster, semantics: Semantics): LabelView | undefined {
  if (semantics === 'kubernetes') return undefined;
  const namespaces = new Map(cluster.namespaces.map((namespace) => [namespace.name, namespace.labels]));
  const podLabel = (pod: Endpoint, key: string): string | undefined => {
    const { namespace, serviceAccount } = pod;
    // A pod's own labels under the prefixes are dropped, so that nobody can claim another namespace's labels.
    if (key.startsWith(NAMESPACE_PREFIX)) {
      return inherited(key.slice(NAMESPACE_PREFIX.length), namespace, namespaces.get(namespace));
    }
    if (key.startsWith(ACCOUNT_PREFIX)) {
      const labels = cluster.serviceAccounts.get(`${namespace}/${serviceAccount}`);
      return inherited(key.slice(ACCOUNT_PREFIX.length), serviceAccount, labels);
    }
    if (key === NAMESPACE_LABEL) return namespace;
    if (key === ACCOUNT_LABEL) return serviceAccount;
    // Calico writes `k8s`, although a page of its documentation says `kubernetes`.
    return key === ORCHESTRATOR_LABEL ? 'k8s' : pod.labels.get(key);
  };
  return (endpoint, key) => {
    if (key === ENDPOINT_KEY) return endpoint.id;
    if (key === HOST_ENDPOINT_KEY) return endpoint.hostEndpoint;
    return endpoint.type === 'pod' ? podLabel(endpoint, key) : endpoint.labels.get(key);
  };
}
