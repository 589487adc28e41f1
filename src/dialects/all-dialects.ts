// Every dialect, in the order their tiers are explained to a reader.
import type { Dialect } from './dialect.ts';
import { kubernetesDialect } from './kubernetes/kubernetes-dialect.ts';

export const allDialects: readonly Dialect[] = [kubernetesDialect];
