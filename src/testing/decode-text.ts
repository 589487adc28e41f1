// Manifests as text: what is decoded from them, what is said, and whether the fixes on offer mend them (tests only).
import type { Diagnostic, QuickFix } from '../documents/diagnostic.ts';
import { plainValue } from '../documents/plain-value.ts';
import { readDocuments } from '../documents/read-documents.ts';
import { applyEdits } from '../documents/text-edit.ts';
import { decodeDocuments, type UnusedObject } from '../resources/decode-documents.ts';
import type { Resource } from '../resources/resource.ts';
import { type YamlValue, yamlText } from './yaml-text.ts';

export interface DecodedText {
  readonly resources: readonly Resource[];
  readonly unused: readonly UnusedObject[];
  readonly diagnostics: readonly Diagnostic[];
  /** For each diagnostic its severity, its message without the consequence, and the text it points at. */
  readonly said: readonly string[];
}

export function decodeText(text: string): DecodedText {
  const { documents, diagnostics: reading } = readDocuments({ path: 'test.yaml', text });
  const { resources, unused, diagnostics: decoding } = decodeDocuments(documents);
  const diagnostics = [...reading, ...decoding];
  const said = diagnostics.map(({ severity, message, range }) => {
    const words = message.replace(/; (the API server|Calico) rejects the .*$/s, '');
    return `${severity}: ${words} @ ${text.slice(range.start, range.end)}`;
  });
  return { resources, unused, diagnostics, said };
}

/** A manifest with this spec, whose text is YAML without indentation. */
export function manifestOf(kind: string, spec: string, apiVersion = 'projectcalico.org/v3'): string {
  const lines = spec.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: p\n  namespace: shop\nspec:\n${lines.join('\n')}\n`;
}

/**
 * The same object in other styles of writing: as JSON on many lines and on one, as YAML in blocks (with lists indented and
 * not) and in braces, and with CRLF.
 */
export function stylesOf(text: string): readonly string[] {
  const { documents } = readDocuments({ path: 'test.yaml', text });
  const [document] = documents;
  if (!document || documents.length > 1) return [text];
  const value: YamlValue = JSON.parse(JSON.stringify(plainValue(document.root)));
  return [
    text,
    text.replaceAll('\n', '\r\n'),
    JSON.stringify(value, null, 2),
    JSON.stringify(value),
    yamlText(value),
    `${inBlocks(value).join('\n')}\n`,
    `${inBraces(value)}\n`,
  ];
}

/** YAML in blocks as kubectl prints it: the items of a list in the column of its name. */
function inBlocks(value: YamlValue): string[] {
  if (value === null || typeof value !== 'object' || Object.keys(value).length === 0) return [JSON.stringify(value)];
  const lines = Object.entries(value).map(([key, item]) => ({ key, item, below: inBlocks(item) }));
  if (Array.isArray(value))
    return lines.flatMap(({ below }) => below.map((line, at) => `${at === 0 ? '- ' : '  '}${line}`));
  return lines.flatMap(({ key, item, below }) => {
    const [only, second] = below;
    if (second === undefined && !isNode(item)) return [`${key}: ${only}`];
    return [`${key}:`, ...below.map((line) => (Array.isArray(item) ? line : `  ${line}`))];
  });
}

function isNode(value: YamlValue): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).length > 0;
}

/** YAML on one line, texts in single quotes. */
function inBraces(value: YamlValue): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(inBraces).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${inBraces(item)}`)
    .join(', ')} }`;
}

/** The fixes that do not remove the diagnostic they belong to, or that leave a text that cannot be read. */
export function failingFixes(text: string): readonly string[] {
  const { diagnostics } = decodeText(text);
  return diagnostics.flatMap((diagnostic) => (diagnostic.fixes ?? []).flatMap((fix) => failure(text, diagnostic, fix)));
}

function failure(text: string, diagnostic: Diagnostic, fix: QuickFix): string[] {
  const fixed = applyEdits(text, fix.edits);
  const after = decodeText(fixed).diagnostics;
  const wrong = after.find((one) => one.gap === 'unreadable' || sameProblem(one, diagnostic));
  return wrong ? [`${fix.title} [${diagnostic.message}]: ${wrong.message}\n${fixed}`] : [];
}

function sameProblem(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.message === b.message;
}

/** The text after the first fix of the first diagnostic that has one; the text itself where none has. */
export function firstFix(text: string): string {
  const fix = decodeText(text).diagnostics.flatMap((one) => one.fixes ?? [])[0];
  return fix ? applyEdits(text, fix.edits) : text;
}

/** The text after taking the first fix on offer again and again. */
export function mended(text: string): string {
  let last = text;
  for (let next = firstFix(last), rounds = 0; next !== last && rounds < 50; next = firstFix(last), rounds++)
    last = next;
  return last;
}

/** What a rule of this text means for a policy: its `spec`. */
export function ingressRule(rule: string): string {
  return `ingress:\n- ${rule.replaceAll('\n', '\n  ')}`;
}
