// projectcalico.org/v3 StagedNetworkPolicy: a NetworkPolicy that is only previewed.
import type { PolicyKind } from '../dialect.ts';
import { compileCalicoPolicy } from './compile-policy.ts';
import { calicoPlacing } from './place-policy.ts';
import { stagedKinds } from './staged-identity.ts';
import { CALICO_SEMANTICS } from './stages.ts';
import { calicoPolicyWriter } from './write-policy.ts';

export const stagedNetworkPolicy: PolicyKind = {
  kind: 'StagedNetworkPolicy',
  writer: calicoPolicyWriter,
  semantics: CALICO_SEMANTICS,
  placing: calicoPlacing,
  compile: (resource, context) => {
    if (resource.kind !== 'StagedNetworkPolicy') return [];
    const { namespace, name } = resource.meta;
    const identity = { ...stagedKinds(resource.kind, context), namespace, name, staged: true, range: resource.range };
    return compileCalicoPolicy(identity, resource.spec, context);
  },
};
