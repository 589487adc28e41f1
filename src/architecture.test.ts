// The sources keep the layer table; and the checker sees each kind of violation.
import { describe, expect, it } from 'vitest';
import { architectureViolations } from './testing/architecture-check.ts';
import { layers } from './testing/layer-table.ts';
import { sourceTree } from './testing/source-tree.ts';

describe('the sources', () => {
  const files = sourceTree();

  it('keep the rules', { timeout: 30_000 }, () => expect(architectureViolations(files)).toEqual([]));

  it('lie in layers of the table', () => {
    const folders = new Set(files.filter((file) => file.path.includes('/')).map((file) => file.path.split('/')[0]));
    expect([...folders].filter((folder) => !layers.some((layer) => layer.name === folder))).toEqual([]);
    expect(folders.size).toBeGreaterThan(5);
  });
});

describe('the table', () => {
  it('lets a layer import only rows above it', () => {
    const names = layers.map((layer) => layer.name);
    for (const [row, layer] of layers.entries()) {
      for (const name of [...layer.uses, ...(layer.knows ?? [])]) expect(names.indexOf(name), name).toBeLessThan(row);
      for (const name of [...layer.uses, ...(layer.knows ?? [])]) expect(names).toContain(name);
    }
  });
});

describe('the checker', () => {
  const violations = (files: Record<string, string>) =>
    architectureViolations(Object.entries(files).map(([path, text]) => ({ path, text })));

  it.each([
    [
      'an upward import',
      'net/a.ts',
      "import { x } from '../engine/b.ts';",
      'net may not import from engine: engine/b.ts',
    ],
    [
      'an upward type',
      'net/a.ts',
      "import type { X } from '../engine/b.ts';",
      'net may not import from engine: engine/b.ts',
    ],
    [
      'a value where a type is allowed',
      'views/A.tsx',
      "import { x } from '../engine/b.ts';",
      'views may import types only from engine: engine/b.ts',
    ],
    [
      'a value among types',
      'views/a.ts',
      "import { type X, y } from '../engine/b.ts';",
      'views may import types only from engine: engine/b.ts',
    ],
    [
      'an import for its effect',
      'graph/a.ts',
      "import '../state/b.ts';",
      'graph may not import from state: state/b.ts',
    ],
    [
      'a dynamic import',
      'engine/a.ts',
      "const m = await import('../client/b.ts');",
      'engine may not import from client: client/b.ts',
    ],
    [
      'an import inside a type',
      'base/a.ts',
      "type X = import('../net/b.ts').X;",
      'base may not import from net: net/b.ts',
    ],
    [
      'a worker',
      'views/a.ts',
      "new Worker(new URL('../client/b.ts', import.meta.url));",
      'views may import types only from client: client/b.ts',
    ],
    [
      'an export from above',
      'net/a.ts',
      "export { x } from '../engine/b.ts';",
      'net may not import from engine: engine/b.ts',
    ],
    ['a file of no layer', 'stuff/a.ts', "import { x } from '../base/b.ts';", 'stuff is not a layer'],
    ['a package of another layer', 'engine/a.ts', "import { wrap } from 'comlink';", '`comlink` is not allowed here'],
    [
      'a package where only its types are allowed',
      'editor/a.ts',
      "import { create } from 'zustand';",
      '`zustand` is not allowed here',
    ],
    ['an unknown package', 'views/a.ts', "import _ from 'lodash';", '`lodash` is in no list of allowed packages'],
    ['Node outside the command', 'importers/a.ts', "import fs from 'node:fs';", '`node:fs` is not allowed here'],
    [
      'a path out of src',
      'base/a.ts',
      "import x from '../../vite.config.ts';",
      'imports ../vite.config.ts, outside src',
    ],
    ['a barrel', 'net/a.ts', "export { x } from './b.ts';", 'exports what another module defines (a barrel)'],
    ['export *', 'net/a.ts', "export * from './b.ts';", '`export *`'],
    ['a default export', 'net/a.ts', 'export default 1;', 'default export'],
    ['a long file', 'net/a.ts', '\n'.repeat(401), '401 lines, more than 400'],
    ['an empty name', 'net/cidr-utils.ts', '', 'the file name does not say what is inside'],
    ['an index', 'net/index.test.ts', '', 'the file name does not say what is inside'],
  ])('sees %s', (_, path, text, violation) => expect(violations({ [path]: text })).toContain(`${path}: ${violation}`));

  it('sees an import ring, but not one of types', () => {
    const ring = { 'net/a.ts': "import { b } from './b.ts';", 'net/b.ts': "import { c } from './c.ts';" };
    expect(violations({ ...ring, 'net/c.ts': "import { a } from './a.ts';" })).toEqual([
      'import ring: net/a.ts -> net/b.ts -> net/c.ts -> net/a.ts',
    ]);
    expect(violations({ ...ring, 'net/c.ts': "import type { a } from './a.ts';" })).toEqual([]);
  });

  it('lets good sources pass', () => {
    const good = {
      'net/a.ts':
        "// import { x } from '../engine/b.ts';\nimport { ok } from '../base/result.ts';\nconst s = \"import 'yaml'\";",
      'views/A.tsx': "import type { Verdict } from '../engine/results.ts';\nimport { useState } from 'react';",
      'views/a.test.ts': "import { b } from '../engine/b.ts';\nimport { it } from 'vitest';",
      'main.tsx': "import { c } from './client/c.ts';",
    };
    expect(violations(good)).toEqual([]);
  });
});
