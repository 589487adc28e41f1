// Every dialect, in the order their tiers are explained to a reader.
import { calicoDialect } from './calico/calico-dialect.ts';
import type { Dialect } from './dialect.ts';
import { kubernetesDialect } from './kubernetes/kubernetes-dialect.ts';
import { policyApiDialect } from './policy-api/policy-api-dialect.ts';

export const allDialects: readonly Dialect[] = [policyApiDialect, kubernetesDialect, calicoDialect];
