// Every code that readers give, as lints have theirs in `lints/all-lints.ts`: texts first, then objects, then objects among others.
import type { FindingPage } from './finding-page.ts';
import { objectPages } from './pages/object-pages.ts';
import { textPages } from './pages/text-pages.ts';
import { workspacePages } from './pages/workspace-pages.ts';

export const readerPages: readonly FindingPage[] = [...textPages, ...objectPages, ...workspacePages];
