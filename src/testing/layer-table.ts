// Which folder of `src` may import which, as data; `src/README.md` tells the reasons.

export interface Layer {
  readonly name: string;
  /** Layers it may use at run time (and their types). */
  readonly uses: readonly string[];
  /** Layers of which it may know the types only. */
  readonly knows?: readonly string[];
}

const core = ['base', 'net', 'documents', 'resources', 'model', 'dialects', 'engine'];

/** Bottom first. A layer may always import itself. */
export const layers: readonly Layer[] = [
  { name: 'base', uses: [] },
  { name: 'net', uses: ['base'] },
  { name: 'documents', uses: ['base'] },
  { name: 'resources', uses: ['base', 'net', 'documents'] },
  { name: 'model', uses: ['base', 'net'], knows: ['resources', 'documents'] },
  { name: 'dialects', uses: ['base', 'net', 'documents', 'resources', 'model'] },
  { name: 'engine', uses: ['base', 'net', 'documents', 'resources', 'model', 'dialects'] },
  { name: 'lints', uses: ['base', 'net', 'documents', 'model'], knows: ['resources', 'engine'] },
  { name: 'findings', uses: ['base', 'net', 'documents'], knows: ['model', 'engine'] },
  { name: 'lessons', uses: ['base', 'net', 'documents', 'resources'], knows: ['model', 'engine'] },
  { name: 'importers', uses: ['base', 'documents'] },
  { name: 'exporters', uses: ['base', 'net'], knows: ['engine', 'findings'] },
  { name: 'client', uses: ['base', 'engine', 'lints', 'findings', 'lessons', 'importers'], knows: ['documents'] },
  { name: 'graph', uses: ['base'], knows: ['engine'] },
  {
    name: 'state',
    uses: ['base', 'documents', 'findings', 'lessons', 'importers', 'graph'],
    knows: ['engine', 'client'],
  },
  { name: 'editor', uses: ['base', 'documents', 'state'], knows: ['engine', 'client'] },
  {
    name: 'views',
    uses: ['base', 'lessons', 'findings', 'exporters', 'graph', 'state', 'editor'],
    knows: ['engine', 'client', 'documents'],
  },
  {
    name: 'cli',
    uses: ['base', 'net', 'documents', 'findings', 'lessons', 'importers', 'exporters', 'client'],
    knows: ['model', 'engine'],
  },
  { name: 'testing', uses: [...core, 'lints', 'findings', 'lessons', 'importers', 'exporters', 'client', 'graph'] },
];

/** Files that hold values and no behaviour: whoever may know their types may use their values. */
export const constants: readonly string[] = ['engine/engine-options.ts', 'model/semantics.ts'];

interface PackageRule {
  readonly match: RegExp;
  /** Layers, or files by the beginning of their path. */
  readonly allowedIn: readonly string[];
  /** Where its types alone may be named. */
  readonly typesIn?: readonly string[];
}

/** Who may import an npm package or Node's own modules. Others: nobody. */
export const packages: readonly PackageRule[] = [
  { match: /^comlink$/, allowedIn: ['client/'] },
  { match: /^diff$/, allowedIn: ['base/line-diff.ts', 'importers/'] },
  { match: /^fflate$/, allowedIn: ['importers/'] },
  { match: /^idb-keyval$/, allowedIn: ['state/'] },
  { match: /^zustand(\/|$)/, allowedIn: ['state/', 'views/workbench-context.ts'], typesIn: ['editor/'] },
  { match: /^monaco-editor(\/|$)/, allowedIn: ['editor/', 'views/editor-pane'] },
  { match: /^@xyflow\//, allowedIn: ['views/', 'main.tsx'] },
  { match: /^(react|react-dom)(\/|$)/, allowedIn: ['views/', 'main.tsx', 'fetch.tsx'] },
  { match: /^(radix-ui|react-resizable-panels|lucide-react)$/, allowedIn: ['views/'] },
  { match: /^@tanstack\/react-virtual$/, allowedIn: ['views/'] },
  { match: /^@atlaskit\/pragmatic-drag-and-drop\//, allowedIn: ['views/'] },
  { match: /^elkjs\//, allowedIn: ['views/map-graph'] },
  { match: /^virtual:report-page$/, allowedIn: ['views/'] },
  { match: /^node:/, allowedIn: ['cli/', 'testing/'] },
  { match: /^(vite|vitest|fast-check|yaml|marked)(\/|$)/, allowedIn: ['testing/'] },
];

/** Tests may use these wherever they lie (fflate to make archives, yaml as a second opinion). */
export const testPackages = /^(node:.*|vite|vitest|fast-check|fflate|yaml|marked)$/;

/** File names that say nothing about what is inside; in a folder of kinds (`kinds/service.ts`) they name the kind. */
export const emptyNames =
  /^(utils?|helpers?|types?|index|managers?|services?|common|misc)$|-(utils?|helpers?|managers?|services?)$/;

export const maxLines = 400;
