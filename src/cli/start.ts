// The file people run: starts the command with what V8 compiled of it at build time, where this Node's V8 takes that.
import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

const bundle = join(__dirname, 'command.js');

/** Undefined where there is nothing, or nothing that can be read. Another V8 refuses it and compiles as usual. */
function codeCache(): Buffer | undefined {
  try {
    return readFileSync(join(__dirname, 'command.cache'));
  } catch {
    return undefined;
  }
}

const cachedData = codeCache();
// The build writes the bundle in ASCII.
const source = Module.wrap(readFileSync(bundle, 'latin1'));
const script = new Script(source, { filename: bundle, ...(cachedData && { cachedData }) });
script.runInThisContext()({}, createRequire(bundle), undefined, bundle, __dirname);
