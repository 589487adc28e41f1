// Where the labels that Calico computes come from: those of a namespace are written there, the others nowhere.
import { NAMESPACE_NAME_LABEL } from '../../model/selector.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { LabelOwner } from '../dialect.ts';
import { ACCOUNT_PREFIX, NAMESPACE_PREFIX, OWN_NAME } from './label-names.ts';

/** Undefined for an endpoint's own labels. */
export function labelHome(key: string, semantics: Semantics): LabelOwner | undefined {
  if (semantics === 'kubernetes') return undefined;
  if (key.startsWith(NAMESPACE_PREFIX)) {
    const own = key.slice(NAMESPACE_PREFIX.length);
    // Kubernetes sets its automatic label, which nobody may change either.
    return { of: own === OWN_NAME || own === NAMESPACE_NAME_LABEL ? 'nobody' : 'namespace', key: own };
  }
  const isComputed = key.startsWith(ACCOUNT_PREFIX) || key.startsWith('projectcalico.org/') || key.startsWith('@');
  return isComputed ? { of: 'nobody', key } : undefined;
}
