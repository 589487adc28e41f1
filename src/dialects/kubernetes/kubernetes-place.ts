// Where Kubernetes' own policies stand.

/** Calico reference, "NetworkPolicy", order; the API itself knows no order at all, because its policies only add to one another. */
export const KUBERNETES_PLACE =
  'Kubernetes network policies have no order: they add to one another, and all stand at order 1000 of the tier default';
