// Every lint, in the order in which lists of them are shown: what a policy governs, what it applies to, whom it names, what decides.
import { rulesIgnored } from './directions/rules-ignored.ts';
import { typesImplicit } from './directions/types-implicit.ts';
import type { Lint } from './lint.ts';

export const allLints: readonly Lint[] = [typesImplicit, rulesIgnored];
