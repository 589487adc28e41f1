// Finds how to treat an object by its apiVersion and kind.
import { nearestName } from '../base/nearest-name.ts';
import { ALL_KINDS } from './all-kinds.ts';
import { BUILT_IN_KINDS } from './built-in-kinds.ts';
import type { ResourceKind } from './resource-kind.ts';
import { isUnevaluatedPolicy } from './unevaluated-policies.ts';
import { quoteText, strangeCharacters } from './value-words.ts';

export type KindTreatment =
  | { readonly type: 'decode'; readonly kind: ResourceKind }
  | { readonly type: 'not-served'; readonly message: string; readonly advice: string; readonly consequence: string }
  | { readonly type: 'not-evaluated' }
  | { readonly type: 'not-used' };

/** `networking.k8s.io` of `networking.k8s.io/v1`; '' of `v1`. */
function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

export function resolveKind(apiVersion: string, kind: string): KindTreatment {
  const known = ALL_KINDS.find((candidate) => candidate.kind === kind);
  if (known?.apiVersions.includes(apiVersion)) return { type: 'decode', kind: known };
  const group = groupOf(apiVersion);
  if (known && isMeant(known, apiVersion, group)) return notServed(apiVersion, kind, known);
  const builtIn = BUILT_IN_KINDS.get(group);
  if (builtIn && !builtIn.includes(kind)) return noSuchKind(apiVersion, kind, builtIn);
  return { type: isUnevaluatedPolicy(group, kind) ? 'not-evaluated' : 'not-used' };
}

/** Another version, or a group that can be no extension's: those have a dot in their name. */
function isMeant(known: ResourceKind, apiVersion: string, group: string): boolean {
  return (
    known.removedVersions?.has(apiVersion) ||
    known.apiVersions.some((served) => groupOf(served) === group) ||
    !group.includes('.')
  );
}

function notServed(apiVersion: string, kind: string, known: ResourceKind): KindTreatment {
  const removed = known.removedVersions?.get(apiVersion);
  const since = removed === undefined ? '' : ` since Kubernetes ${removed}`;
  return {
    type: 'not-served',
    message: `no matches for kind ${quoteText(kind)} in version ${quoteText(apiVersion)}, which is not served${since}`,
    advice: `Write \`apiVersion: ${known.apiVersions.join('` or `')}\`.`,
    consequence: known.consequence,
  };
}

function noSuchKind(apiVersion: string, kind: string, builtIn: readonly string[]): KindTreatment {
  const strange = strangeCharacters(kind);
  const nearest = nearestName(kind, builtIn);
  return {
    type: 'not-served',
    message: `no matches for kind ${quoteText(kind)} in version ${quoteText(apiVersion)}${strange === '' ? '' : ` (${strange})`}`,
    advice: nearest === undefined ? 'Correct the kind or its apiVersion.' : `Write \`kind: ${nearest}\`.`,
    consequence: ALL_KINDS.find((known) => known.kind === nearest)?.consequence ?? 'so it counts as absent',
  };
}
