// Judges plug-ins: each is in its explicit list, has a test beside it and imports no sibling. Pure, like the architecture check.
import { basename, dirname, posix } from 'node:path';
import type { SourceText } from './architecture-check.ts';
import { readModule } from './module-imports.ts';

/** A family of plug-ins: files that export a constant of `type`, listed in the files that `lists` matches. */
export interface PluginFamily {
  readonly type: string;
  readonly folder: RegExp;
  readonly lists: RegExp;
  /** A list itself, tested through what it lists. */
  readonly untested?: true;
}

export const pluginFamilies: readonly PluginFamily[] = [
  { type: 'ResourceKind', folder: /^resources\//, lists: /^resources\/all-kinds\.ts$/ },
  { type: 'PolicyKind', folder: /^dialects\//, lists: /^dialects\/[^/]+\/[^/]+-dialect\.ts$/ },
  { type: 'Dialect', folder: /^dialects\//, lists: /^dialects\/all-dialects\.ts$/, untested: true },
  { type: 'Importer', folder: /^importers\//, lists: /^importers\/all-importers\.ts$/ },
  { type: 'Forge', folder: /^importers\/forge\//, lists: /^importers\/forge\/all-forges\.ts$/ },
  { type: 'Lint', folder: /^lints\//, lists: /^lints\/all-lints\.ts$/ },
  { type: 'Exporter', folder: /^exporters\//, lists: /^exporters\/all-exporters\.ts$/ },
];

/** Files of the family that are plug-ins, in path order. */
export function pluginsOf(family: PluginFamily, files: readonly SourceText[]): SourceText[] {
  const declares = new RegExp(`^export const \\w+: ${family.type}\\b(?!\\[)`, 'm');
  return files.filter(
    (file) => family.folder.test(file.path) && !file.path.includes('.test.') && declares.test(file.text),
  );
}

/** All violations, one line each. */
export function pluginViolations(files: readonly SourceText[]): string[] {
  const paths = new Set(files.map((file) => file.path));
  return pluginFamilies.flatMap((family) => {
    const plugins = pluginsOf(family, files);
    const pluginPaths = new Set(plugins.map((plugin) => plugin.path));
    const listed = new Set(files.filter((file) => family.lists.test(file.path)).flatMap(importedPaths));
    return plugins.flatMap(({ path, text }) => {
      const found: string[] = [];
      if (!listed.has(path)) found.push(`${path}: ${family.type} that no list names`);
      if (!family.untested && !paths.has(path.replace(/\.tsx?$/, '.test.ts')))
        found.push(`${path}: ${family.type} without a test beside it`);
      const siblings = importedPaths({ path, text }).filter((target) => pluginPaths.has(target));
      return [...found, ...siblings.map((target) => `${path}: imports its sibling ${basename(target)}`)];
    });
  });
}

function importedPaths({ path, text }: SourceText): string[] {
  return readModule(path, text)
    .imports.filter((one) => one.specifier.startsWith('.'))
    .map((one) => posix.join(dirname(path), one.specifier));
}
