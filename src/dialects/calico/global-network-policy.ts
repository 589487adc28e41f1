// projectcalico.org/v3 GlobalNetworkPolicy: ordered rules for pods of all namespaces and for hosts.
import type { PolicyKind } from '../dialect.ts';
import { compileCalicoPolicy } from './compile-policy.ts';
import { calicoPlacing } from './place-policy.ts';
import { CALICO_SEMANTICS } from './stages.ts';
import { calicoPolicyWriter } from './write-policy.ts';

export const globalNetworkPolicy: PolicyKind = {
  kind: 'GlobalNetworkPolicy',
  writer: calicoPolicyWriter,
  isApart: true,
  semantics: CALICO_SEMANTICS,
  placing: calicoPlacing,
  compile: (resource, context) => {
    if (resource.kind !== 'GlobalNetworkPolicy') return [];
    const { kind, meta, range, spec } = resource;
    return compileCalicoPolicy(
      { kind, keyKind: kind, namespace: '', name: meta.name, staged: false, range },
      spec,
      context,
    );
  },
};
