// Selectors of Kubernetes' own policies, which never mean a host.
import { allOf, type Selector } from '../model/selector.ts';
import type { Semantics } from '../model/semantics.ts';

/** Under Calico's readings hosts are endpoints too; its conversions ask for `projectcalico.org/orchestrator == 'k8s'`. */
export function podsOnly(selector: Selector, semantics: Semantics): Selector {
  return semantics === 'kubernetes' ? selector : allOf([{ op: 'type', types: ['pod'] }, selector]);
}
