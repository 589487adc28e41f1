// The labels that Calico computes, as a sentence names them.
import type { Semantics } from '../../model/semantics.ts';
import {
  ACCOUNT_LABEL,
  ACCOUNT_PREFIX,
  NAMESPACE_LABEL,
  NAMESPACE_PREFIX,
  ORCHESTRATOR_LABEL,
  OWN_NAME,
} from './label-names.ts';

function ofOwner(owner: string, key: string, value: string | undefined): string {
  if (key === OWN_NAME) return value === undefined ? `no ${owner}` : `${owner} ${value}`;
  return value === undefined ? `no ${owner} label ${key}` : `${owner} label ${key}=${value}`;
}

/** `namespace shop`, `service account label team=a`; undefined for a label that is the endpoint's own. */
export function labelPhrase(key: string, value: string | undefined, semantics: Semantics): string | undefined {
  if (semantics === 'kubernetes') return undefined;
  if (key.startsWith(NAMESPACE_PREFIX)) return ofOwner('namespace', key.slice(NAMESPACE_PREFIX.length), value);
  if (key.startsWith(ACCOUNT_PREFIX)) return ofOwner('service account', key.slice(ACCOUNT_PREFIX.length), value);
  if (key === NAMESPACE_LABEL) return ofOwner('namespace', OWN_NAME, value);
  if (key === ACCOUNT_LABEL) return ofOwner('service account', OWN_NAME, value);
  return key === ORCHESTRATOR_LABEL ? (value === undefined ? 'no pod' : 'a pod') : undefined;
}
