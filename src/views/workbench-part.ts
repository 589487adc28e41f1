// The workbench, whose code is not in the page's first script.
import { codePart } from './code-part.ts';

export const workbenchPart = codePart(async () => (await import('./Workbench.tsx')).Workbench);
