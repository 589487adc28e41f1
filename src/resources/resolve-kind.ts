// Finds how to treat an object by its apiVersion and kind.
import { nearestName } from '../base/nearest-name.ts';
import { ALL_KINDS } from './all-kinds.ts';
import { BUILT_IN_KINDS } from './built-in-kinds.ts';
import type { ResourceKind } from './resource-kind.ts';
import { isUnevaluatedPolicy } from './unevaluated-policies.ts';
import { quoteText, strangeCharacters } from './value-words.ts';

/** The one field to rewrite, where that mends it. */
interface KindCorrection {
  readonly field: 'apiVersion' | 'kind';
  readonly value: string;
}

export type KindTreatment =
  | { readonly type: 'decode'; readonly kind: ResourceKind }
  | {
      readonly type: 'not-served';
      readonly message: string;
      readonly advice: string;
      readonly consequence: string;
      readonly correction?: KindCorrection;
    }
  | { readonly type: 'not-evaluated' }
  | { readonly type: 'not-used' };

/** `networking.k8s.io` of `networking.k8s.io/v1`; '' of `v1`. */
function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

const manifestKindOf = (known: ResourceKind): string => known.manifestKind ?? known.kind;
const versionsOf = (known: ResourceKind): readonly string[] => [...known.apiVersions, ...(known.rawVersions ?? [])];
const groupsOf = (known: ResourceKind): readonly string[] => versionsOf(known).map(groupOf);

export function resolveKind(apiVersion: string, kind: string): KindTreatment {
  const namesakes = ALL_KINDS.filter((candidate) => manifestKindOf(candidate) === kind);
  const known = namesakes.find((candidate) => versionsOf(candidate).includes(apiVersion));
  if (known) return { type: 'decode', kind: known };
  const group = groupOf(apiVersion);
  const meant = kindMeant(namesakes, apiVersion, group);
  if (meant) return notServed(apiVersion, kind, meant);
  const kindsThere = BUILT_IN_KINDS.get(group);
  if (kindsThere && !kindsThere.includes(kind)) return noSuchKind(apiVersion, kind, kindsThere);
  const misspelt = misspeltKind(group, kind);
  if (misspelt !== undefined) return noSuchKind(apiVersion, kind, [misspelt]);
  return { type: isUnevaluatedPolicy(group, kind) ? 'not-evaluated' : 'not-used' };
}

/** Another version; or a group that can be no extension's (those have a dot in their name) or has no such kind. */
function kindMeant(namesakes: readonly ResourceKind[], apiVersion: string, group: string): ResourceKind | undefined {
  const sameGroup = namesakes.find(
    (known) => known.removedVersions?.has(apiVersion) || groupsOf(known).includes(group),
  );
  if (sameGroup || (group.includes('.') && !BUILT_IN_KINDS.has(group))) return sameGroup;
  const calico = /calico|^v3$/.test(apiVersion);
  return namesakes.find((known) => calico === (known.judge === 'Calico')) ?? namesakes[0];
}

/** A kind of an extension's group that differs by a slip of the pen from one decoded here. */
function misspeltKind(group: string, kind: string): string | undefined {
  const there = ALL_KINDS.filter((known) => known.judge === 'Calico' && groupsOf(known).includes(group));
  return nearestName(kind, there.map(manifestKindOf));
}

function notServed(apiVersion: string, kind: string, known: ResourceKind): KindTreatment {
  const removed = known.removedVersions?.get(apiVersion);
  const since = removed === undefined ? '' : ` since Kubernetes ${removed}`;
  const [served = ''] = known.apiVersions;
  return {
    type: 'not-served',
    message: `no matches for kind ${quoteText(kind)} in version ${quoteText(apiVersion)}, which is not served${since}`,
    advice: `Write \`apiVersion: ${known.apiVersions.join('` or `')}\`.`,
    consequence: known.consequence,
    correction: { field: 'apiVersion', value: served },
  };
}

function noSuchKind(apiVersion: string, kind: string, kindsThere: readonly string[]): KindTreatment {
  const strange = strangeCharacters(kind);
  const nearest = nearestName(kind, kindsThere);
  const meant = ALL_KINDS.find((known) => manifestKindOf(known) === nearest);
  return {
    type: 'not-served',
    message: `no matches for kind ${quoteText(kind)} in version ${quoteText(apiVersion)}${strange === '' ? '' : ` (${strange})`}`,
    advice: nearest === undefined ? 'Correct the kind or its apiVersion.' : `Write \`kind: ${nearest}\`.`,
    consequence: meant?.consequence ?? 'so it counts as absent',
    ...(nearest === undefined ? {} : { correction: { field: 'kind', value: nearest } }),
  };
}
