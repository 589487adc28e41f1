// What Calico's readings say about objects before they are compiled: what they refuse, and what a preview takes instead.
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { PendingView, Semantics } from '../../model/semantics.ts';
import type { Resource } from '../../resources/resource.ts';
import { rejections } from './rejections.ts';
import { reviewStaged } from './review-staged.ts';
import { missingTiers } from './review-tiers.ts';

export function review(
  resources: readonly Resource[],
  semantics: Semantics,
  pending: PendingView,
): { readonly resources: readonly Resource[]; readonly diagnostics: readonly Diagnostic[] } {
  if (semantics === 'kubernetes') return { resources, diagnostics: [] };
  const rejected = new Map<Resource, readonly Diagnostic[]>();
  for (const resource of resources) {
    const reasons = rejections(resource, semantics);
    if (reasons.length > 0) rejected.set(resource, reasons);
  }
  const kept = rejected.size === 0 ? resources : resources.filter((resource) => !rejected.has(resource));
  const staged = reviewStaged(kept, semantics, pending);
  return {
    resources: staged.resources,
    diagnostics: [...[...rejected.values()].flat(), ...missingTiers(kept, semantics), ...staged.diagnostics],
  };
}
