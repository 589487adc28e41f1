// Objects to policies in the engine's words; an object that did not change is not compiled again.
import { allDialects } from '../dialects/all-dialects.ts';
import type { CompileContext, PolicyKind } from '../dialects/dialect.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { AddressSet } from '../model/cluster.ts';
import type { Peer, Policy } from '../model/policy.ts';
import type { Semantics } from '../model/semantics.ts';
import type { Resource } from '../resources/resource.ts';
import { nameObject } from './distinct-resources.ts';
import { policyKind } from './policy-kinds.ts';
import { resolvePeers } from './resolve-peers.ts';

const isRead = ({ semantics }: PolicyKind, reading: Semantics): boolean => semantics?.includes(reading) ?? true;

/** A policy that the chosen implementation does not read has no effect, and says so. */
function ignoredPolicy(resource: Resource, kind: PolicyKind, semantics: Semantics): Diagnostic {
  return {
    code: 'policy-ignored',
    severity: 'warning',
    message: `\`${nameObject(resource)}\` has no effect under the semantics ${semantics}, which do not include ${resource.kind}`,
    advice: `Choose another implementation's reading, one of: ${kind.semantics?.join(', ')}.`,
    range: resource.nameRange,
    object: nameObject(resource),
  };
}

/** A policy as written, and with its peers resolved. */
export interface CompiledPolicy {
  readonly written: Policy;
  readonly resolved: Policy;
  /** The address sets its rules select. */
  readonly sets: readonly AddressSet[];
}

/** Compiles under one context, and remembers what each object compiled to. */
export class PolicyCompiler {
  readonly #context: CompileContext;
  readonly #known = new WeakMap<Resource, readonly CompiledPolicy[]>();
  readonly #addresses = new Map<string, Peer>();
  readonly #implied: readonly CompiledPolicy[];

  /** `facts`: all objects but policies that implied policies can follow from. */
  constructor(context: CompileContext, facts: readonly Resource[]) {
    this.#context = context;
    this.#implied = allDialects
      .flatMap((dialect) => dialect.implied?.(facts, context) ?? [])
      .map((policy) => this.#resolve({ ...policy, implied: true }));
  }

  #resolve(written: Policy): CompiledPolicy {
    const sets = new Set<AddressSet>();
    const objects = { cluster: this.#context.cluster, addresses: this.#addresses };
    return { written, resolved: resolvePeers(written, objects, sets), sets: [...sets] };
  }

  #compile(resource: Resource, kind: PolicyKind): readonly CompiledPolicy[] {
    const known = this.#known.get(resource);
    if (known) return known;
    const made = kind.compile(resource, this.#context).map((policy) => this.#resolve(policy));
    this.#known.set(resource, made);
    return made;
  }

  /** What one object compiles to; undefined where it has no effect under this reading. */
  compile(resource: Resource): readonly CompiledPolicy[] | undefined {
    const kind = policyKind(resource.kind);
    return kind && isRead(kind, this.#context.semantics) ? this.#compile(resource, kind) : undefined;
  }

  compileAll(resources: readonly Resource[]): { policies: CompiledPolicy[]; diagnostics: Diagnostic[] } {
    const { semantics } = this.#context;
    const policies: CompiledPolicy[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const resource of resources) {
      const kind = policyKind(resource.kind);
      if (!kind) continue;
      if (!isRead(kind, semantics)) {
        diagnostics.push(ignoredPolicy(resource, kind, semantics));
        continue;
      }
      policies.push(...this.#compile(resource, kind));
    }
    return { policies: [...policies, ...this.#implied], diagnostics };
  }
}
