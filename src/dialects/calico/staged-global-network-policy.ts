// projectcalico.org/v3 StagedGlobalNetworkPolicy: a GlobalNetworkPolicy that is only previewed.
import type { PolicyKind } from '../dialect.ts';
import { compileCalicoPolicy } from './compile-policy.ts';
import { calicoPlacing } from './place-policy.ts';
import { stagedKinds } from './staged-identity.ts';
import { CALICO_SEMANTICS } from './stages.ts';
import { calicoPolicyWriter } from './write-policy.ts';

export const stagedGlobalNetworkPolicy: PolicyKind = {
  kind: 'StagedGlobalNetworkPolicy',
  writer: calicoPolicyWriter,
  semantics: CALICO_SEMANTICS,
  placing: calicoPlacing,
  compile: (resource, context) => {
    if (resource.kind !== 'StagedGlobalNetworkPolicy') return [];
    const { meta, range } = resource;
    const identity = { ...stagedKinds(resource.kind, context), namespace: '', name: meta.name, staged: true, range };
    return compileCalicoPolicy(identity, resource.spec, context);
  },
};
