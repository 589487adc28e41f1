// Judges source texts against the layer table; pure, so that the test of the checker can feed it small fixtures.
import { constants, emptyNames, layers, maxLines, packages, testPackages } from './layer-table.ts';
import { type ModuleShape, readModule } from './module-imports.ts';

/** A file of `src`: path relative to it, with `/`. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** All violations, one line each, in the order of the files; empty when the sources keep the rules. */
export function architectureViolations(files: readonly SourceText[]): string[] {
  const violations: string[] = [];
  const runtimeImports = new Map<string, readonly string[]>();
  const known = new Set(files.map((file) => file.path));
  for (const file of files) {
    violations.push(...nameAndSize(file).map((what) => `${file.path}: ${what}`));
    if (!/\.tsx?$/.test(file.path)) continue;
    const shape = readModule(file.path, file.text);
    violations.push(...shapeViolations(shape).map((what) => `${file.path}: ${what}`));
    const targets: string[] = [];
    for (const { specifier, runtime } of shape.imports) {
      const target = specifier.startsWith('.') ? resolvePath(file.path, specifier) : undefined;
      const what =
        target === undefined
          ? packageViolation(file.path, specifier, runtime)
          : layerViolation(file.path, target, runtime);
      if (what !== undefined) violations.push(`${file.path}: ${what}`);
      if (target !== undefined && runtime && known.has(target)) targets.push(target);
    }
    if (!isTest(file.path)) runtimeImports.set(file.path, targets);
  }
  for (const ring of importRings(runtimeImports)) violations.push(`import ring: ${ring.join(' -> ')}`);
  return violations;
}

function nameAndSize({ path, text }: SourceText): string[] {
  const found: string[] = [];
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (lines > maxLines) found.push(`${lines} lines, more than ${maxLines}`);
  const name = (path.split('/').pop() ?? '').replace(/(\.test)?\.[a-z]+$/, '');
  if (/\.tsx?$/.test(path) && emptyNames.test(name) && !path.includes('/kinds/'))
    found.push('the file name does not say what is inside');
  return found;
}

function shapeViolations(shape: ModuleShape): string[] {
  const found = [...shape.errors];
  if (shape.exportsAll) found.push('`export *`');
  else if (shape.reexports) found.push('exports what another module defines (a barrel)');
  if (shape.defaultExport) found.push('default export');
  return found;
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** Files directly in `src` (main.tsx, the tests of the whole) wire the layers and may import any. */
function layerOf(path: string): string | undefined {
  return path.includes('/') ? path.split('/')[0] : undefined;
}

function layerViolation(path: string, target: string, runtime: boolean): string | undefined {
  if (target.startsWith('..')) return `imports ${target}, outside src`;
  const from = layerOf(path);
  const to = layerOf(target);
  if (from === undefined || from === to) return undefined;
  if (to === undefined) return `imports ${target}, which wires the layers`;
  const layer = layers.find((one) => one.name === from);
  if (layer === undefined) return `${from} is not a layer`;
  const usable = layer.uses.includes(to);
  const known = layer.knows?.includes(to) ?? false;
  if (known && constants.includes(target)) return undefined;
  // A test may run what its layer only knows by type, and draw its fixtures with `testing`.
  if (usable || (known && !runtime) || (isTest(path) && (known || to === 'testing'))) return undefined;
  return known ? `${from} may import types only from ${to}: ${target}` : `${from} may not import from ${to}: ${target}`;
}

function packageViolation(path: string, specifier: string, runtime: boolean): string | undefined {
  if (isTest(path) && testPackages.test(specifier)) return undefined;
  const rule = packages.find((one) => one.match.test(specifier));
  if (rule === undefined) return `\`${specifier}\` is in no list of allowed packages`;
  const places = runtime ? rule.allowedIn : [...rule.allowedIn, ...(rule.typesIn ?? [])];
  return places.some((where) => path.startsWith(where)) ? undefined : `\`${specifier}\` is not allowed here`;
}

function resolvePath(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.replace(/[?#].*$/, '').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** One ring for each set of modules that reach each other (depth-first search; a module met on the current path closes a ring). */
function importRings(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const rings: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (module: string): void => {
    const at = path.indexOf(module);
    if (at >= 0) rings.push([...path.slice(at), module]);
    if (at >= 0 || done.has(module)) return;
    path.push(module);
    for (const target of imports.get(module) ?? []) visit(target);
    path.pop();
    done.add(module);
  };
  for (const module of imports.keys()) visit(module);
  return rings;
}
