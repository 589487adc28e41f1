// Namespaces in which a cluster runs itself.

/** Those of Kubernetes, of Calico, and of the common distributions. */
export function isSystemNamespace(name: string): boolean {
  return /^(kube-(system|public|node-lease)|(calico|tigera)-.*|openshift-.*|gke-managed-.*)$/.test(name);
}
