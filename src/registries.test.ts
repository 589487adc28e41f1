// Plug-ins are listed, tested and alone; and the check sees where they are not.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allLessons, lessonFile } from './lessons/all-lessons.ts';
import { readLesson } from './lessons/read-lesson.ts';
import { pluginFamilies, pluginsOf, pluginViolations } from './testing/plugin-check.ts';
import { sourceTree } from './testing/source-tree.ts';

describe('the plug-ins', () => {
  const files = sourceTree();

  it('are listed, tested, and import no sibling', () => expect(pluginViolations(files)).toEqual([]));

  it.each(pluginFamilies.map((family) => [family.type, family] as const))('has some %s', (_, family) =>
    expect(pluginsOf(family, files).length).toBeGreaterThan(0),
  );
});

describe('the lessons', () => {
  const folder = join(import.meta.dirname, 'lessons/tracks');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));

  it('are all listed, each under its track and its name', () =>
    expect(allLessons.map(({ track, name }) => `${track}/${name}.lesson.yaml`).sort()).toEqual(files.sort()));

  it('are called what their files say, and fetched from there', async () => {
    for (const entry of allLessons) {
      const file = await lessonFile(entry);
      const { name, title, about, track, minutes } = entry;
      expect(file.text).toBe(readFileSync(join(folder, file.path), 'utf8'));
      expect(readLesson(file).lesson).toMatchObject({ name, title, about, track, minutes });
    }
  });

  it('have names and titles of their own', () => {
    for (const of of ['name', 'title', 'about'] as const) {
      expect(new Set(allLessons.map((entry) => entry[of])).size).toBe(allLessons.length);
    }
  });
});

describe('the check', () => {
  const good = {
    'importers/all-importers.ts': "import { a } from './a.ts';\nimport { b } from './b.ts';",
    'importers/a.ts': 'export const a: Importer = {};',
    'importers/a.test.ts': '',
    'importers/b.ts': 'export const b: Importer = {};',
    'importers/b.test.ts': '',
    'importers/importer.ts': 'export interface Importer {}',
  };
  const violations = (changes: Record<string, string>) =>
    pluginViolations(Object.entries({ ...good, ...changes }).map(([path, text]) => ({ path, text })));

  it('lets good ones pass', () => expect(violations({})).toEqual([]));

  it('sees one that is not listed and not tested', () =>
    expect(violations({ 'importers/c.ts': 'export const c: Importer = {};' })).toEqual([
      'importers/c.ts: Importer that no list names',
      'importers/c.ts: Importer without a test beside it',
    ]));

  it('sees one that imports its sibling', () =>
    expect(violations({ 'importers/b.ts': "import { a } from './a.ts';\nexport const b: Importer = {};" })).toEqual([
      'importers/b.ts: imports its sibling a.ts',
    ]));
});
