// The official schema of SARIF 2.1.0 (2.1.0-rtm.5, the one that code-scanning services hold logs to; without its descriptions), to hold exporters to it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonSchema } from './json-schema.ts';

const text = readFileSync(join(import.meta.dirname, 'sarif-schema-2.1.0.json'), 'utf8');
const schema = new JsonSchema(JSON.parse(text));

/** What is wrong with a log; empty for one that services take. */
export function sarifErrors(log: string): readonly string[] {
  return schema.errors(JSON.parse(log));
}
