// Reads which modules a source text imports, and how, for the architecture test.
import { parseSync } from 'vite';

interface ModuleImport {
  /** As written: `./cidr.ts`, `yaml`, `node:fs`. */
  readonly specifier: string;
  /** False where only types come through, so that nothing remains of it when the program runs. */
  readonly runtime: boolean;
}

export interface ModuleShape {
  readonly imports: readonly ModuleImport[];
  /** `export * from`, in any form. */
  readonly exportsAll: boolean;
  /** Names taken from another module and exported again as they are. */
  readonly reexports: boolean;
  readonly defaultExport: boolean;
  /** Text that is not TypeScript has no imports to judge. */
  readonly errors: readonly string[];
}

/** `path` tells the language: `.ts` or `.tsx`. Workers started by `new URL('./x.ts', import.meta.url)` count as runtime imports. */
export function readModule(path: string, text: string): ModuleShape {
  const { module, program, errors } = parseSync(path, text);
  const imports: ModuleImport[] = [];
  for (const one of module.staticImports) {
    const onlyTypes = one.entries.length > 0 && one.entries.every((entry) => entry.isType);
    imports.push({ specifier: one.moduleRequest.value, runtime: !onlyTypes });
  }
  const entries = module.staticExports.flatMap((one) => one.entries);
  for (const entry of entries) {
    if (entry.moduleRequest) imports.push({ specifier: entry.moduleRequest.value, runtime: !entry.isType });
  }
  for (const one of module.dynamicImports) {
    const specifier = literalText(text.slice(one.moduleRequest.start, one.moduleRequest.end));
    if (specifier !== undefined) imports.push({ specifier, runtime: true });
  }
  collectFromTree(program, imports);
  return {
    imports,
    exportsAll: entries.some((entry) => ['All', 'AllButDefault'].includes(entry.importName.kind)),
    reexports: entries.some((entry) => entry.moduleRequest !== null),
    defaultExport: entries.some((entry) => entry.exportName.kind === 'Default'),
    errors: errors.map((error) => error.message),
  };
}

/** `import('./x.ts').Name` in a type, and `new URL('./x.ts', import.meta.url)`: the module record does not list them. */
function collectFromTree(node: unknown, imports: ModuleImport[]): void {
  if (Array.isArray(node)) {
    for (const child of node) collectFromTree(child, imports);
    return;
  }
  if (!isObject(node)) return;
  if (node.type === 'TSImportType' && isObject(node.source) && typeof node.source.value === 'string') {
    imports.push({ specifier: node.source.value, runtime: false });
  }
  const args = node.arguments;
  if (node.type === 'NewExpression' && isNamed(node.callee, 'URL') && Array.isArray(args) && isObject(args[0])) {
    const value = args[0].value;
    if (typeof value === 'string' && /^\.{1,2}\/.*\.tsx?$/.test(value))
      imports.push({ specifier: value, runtime: true });
  }
  for (const child of Object.values(node)) collectFromTree(child, imports);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNamed(node: unknown, name: string): boolean {
  return isObject(node) && node.type === 'Identifier' && node.name === name;
}

function literalText(source: string): string | undefined {
  return /^(['"`])([^'"`$]*)\1$/.exec(source)?.[2];
}
