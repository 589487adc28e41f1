// The forges whose changes can be fetched, in the order in which an address is tried.
import type { Forge } from './forge.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';

export const allForges: readonly Forge[] = [gitlab, github];
