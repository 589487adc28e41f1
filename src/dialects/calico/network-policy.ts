// projectcalico.org/v3 NetworkPolicy: ordered rules for the pods of one namespace.
import type { PolicyKind } from '../dialect.ts';
import { compileCalicoPolicy } from './compile-policy.ts';
import { calicoPlacing } from './place-policy.ts';
import { CALICO_SEMANTICS } from './stages.ts';
import { calicoPolicyWriter } from './write-policy.ts';

export const calicoNetworkPolicy: PolicyKind = {
  kind: 'CalicoNetworkPolicy',
  writer: calicoPolicyWriter,
  isApart: true,
  semantics: CALICO_SEMANTICS,
  placing: calicoPlacing,
  compile: (resource, context) => {
    if (resource.kind !== 'CalicoNetworkPolicy') return [];
    const { kind, meta, range, spec } = resource;
    const { namespace, name } = meta;
    return compileCalicoPolicy(
      { kind, keyKind: 'NetworkPolicy', namespace, name, staged: false, range },
      spec,
      context,
    );
  },
};
