// What decides where no tier does: a pod's namespace profile, which allows everything.
import type { Endpoint } from '../../model/cluster.ts';
import type { Semantics } from '../../model/semantics.ts';

/** Calico reference, "Profile": every namespace has `kns.NAME`, which allows all traffic of its pods. */
export function fallThrough(endpoint: Endpoint, semantics: Semantics): string | undefined {
  const hasProfile = semantics !== 'kubernetes' && endpoint.type === 'pod' && !endpoint.hostNetwork;
  return hasProfile ? `profile kns.${endpoint.namespace}` : undefined;
}
