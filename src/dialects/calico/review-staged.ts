// Staged policies before they are compiled: what each view of them leaves out, replaces or deletes.
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { PendingView, Semantics } from '../../model/semantics.ts';
import type { Resource } from '../../resources/resource.ts';
import { objectName } from './object-name.ts';
import { ENFORCED_KINDS, type StagedResource } from './staged-identity.ts';
import { storedName } from './tie-break.ts';

const isStaged = (resource: Resource): resource is StagedResource => 'stagedAction' in resource;

/** Up to 3.31 `x` and `default.x` are one policy of the tier `default`. */
function nameKey(kind: Resource['kind'], { meta, ...resource }: Resource, semantics: Semantics): string {
  const tier = 'spec' in resource && 'tier' in resource.spec ? resource.spec.tier : undefined;
  const hasStoredName = semantics === 'calico-3.31' && tier !== undefined && kind !== 'NetworkPolicy';
  return `${kind}/${meta.namespace}/${hasStoredName ? storedName(meta.name, tier) : meta.name}`;
}

function note(resource: StagedResource, code: string, message: string, advice: string): Diagnostic {
  return { code, severity: 'info', message, advice, range: resource.nameRange, object: objectName(resource) };
}

/** What the view says about one staged object. */
function notes(resource: StagedResource, pending: PendingView): readonly Diagnostic[] {
  const name = `\`${objectName(resource)}\``;
  if (pending === 'enforced') {
    const advice = 'Look at the staged policies’ effect in a pending view (`--pending`).';
    return [note(resource, 'staged-only', `${name} is staged: it has no effect until it is promoted`, advice)];
  }
  if (pending === 'calico' && resource.stagedAction === 'Delete') {
    const message = `${name} stages a deletion, which Calico's own preview leaves out`;
    return [note(resource, 'staged-deletion', message, 'Look at the view of promoted policies for its effect.')];
  }
  return [];
}

/**
 * Whether a staged object takes part. Calico's own preview does not tell Learn and Ignore from Set, and never sees a
 * Delete; promoting applies what is set or learnt.
 */
function takesPart({ stagedAction }: StagedResource, pending: PendingView): boolean {
  if (pending === 'enforced' || stagedAction === 'Delete') return false;
  return pending === 'calico' || stagedAction !== 'Ignore';
}

/**
 * Resources as the view takes them. Once promoted, a staged policy (Set, Learn) replaces the enforced one of its name and
 * kind, and a Delete takes it away; Ignore does neither.
 */
export function reviewStaged(
  resources: readonly Resource[],
  semantics: Semantics,
  pending: PendingView,
): { readonly resources: readonly Resource[]; readonly diagnostics: readonly Diagnostic[] } {
  const staged = resources.filter(isStaged);
  if (staged.length === 0) return { resources, diagnostics: [] };
  const promoted = staged.filter((resource) => pending === 'promoted' && resource.stagedAction !== 'Ignore');
  const gone = new Set(promoted.map((resource) => nameKey(ENFORCED_KINDS[resource.kind], resource, semantics)));
  return {
    resources: resources.filter((resource) =>
      isStaged(resource)
        ? takesPart(resource, pending)
        : gone.size === 0 || !gone.has(nameKey(resource.kind, resource, semantics)),
    ),
    diagnostics: staged.flatMap((resource) => notes(resource, pending)),
  };
}
