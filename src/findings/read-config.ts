// The text of a `sluice.yaml`, read strictly: whatever is not understood is told with its place, and nothing of it is taken.
import { nearestName } from '../base/nearest-name.ts';
import type { Severity } from '../documents/diagnostic.ts';
import { type DocumentValue, entryOf, type MapEntry, type MapValue, type Span } from '../documents/document-value.ts';
import { LineIndex } from '../documents/line-index.ts';
import { readDocuments } from '../documents/read-documents.ts';
import { textOf } from '../documents/value-parts.ts';
import { ALL_SEMANTICS } from '../model/semantics.ts';
import { parseCidr } from '../net/cidr.ts';
import { type Config, flipWords, type IgnoreRule, noConfig, severityWords } from './config.ts';

const HEAD = { apiVersion: 'sluice/v1', kind: 'Config' } as const;
const FIELDS = [
  'apiVersion',
  'kind',
  'metadata',
  'paths',
  'podCIDRs',
  'serviceCIDRs',
  'semantics',
  'tenantLabel',
  'failOn',
  'severities',
  'ignore',
];
const IGNORE_FIELDS = ['rule', 'files', 'object', 'reason', 'expires'];
const LEVELS = [...severityWords, 'off'] as const;

/** What is not understood, and where. */
export interface ConfigFault extends Span {
  readonly message: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export type ReadConfig = { readonly config: Config } | { readonly faults: readonly ConfigFault[] };

class ConfigReader {
  readonly faults: ConfigFault[] = [];
  readonly #lines: LineIndex;
  readonly #codes: readonly string[];

  constructor(text: string, codes: readonly string[]) {
    this.#lines = new LineIndex(text);
    this.#codes = codes;
  }

  fault({ start, end }: Span, message: string): undefined {
    this.faults.push({ start, end, message, ...this.#lines.positionAt(start) });
    return undefined;
  }

  lineOf({ start }: Span): number {
    return this.#lines.positionAt(start).line;
  }

  fields(map: MapValue, known: readonly string[]): void {
    for (const { key, keySpan } of map.entries) {
      if (known.includes(key)) continue;
      const near = nearestName(key, known);
      this.fault(
        keySpan,
        `unknown field ${key}${near === undefined ? `; there are ${known.join(', ')}` : `; did you mean ${near}?`}`,
      );
    }
  }

  /** One of some words. */
  word<Word extends string>(value: DocumentValue, name: string, words: readonly Word[]): Word | undefined {
    // `off` is a boolean of YAML 1.1, and kubectl reads it so.
    const text = value.kind === 'bool' ? value.text : textOf(value);
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    const near = nearestName(text ?? '', words);
    return this.fault(
      value,
      `${name} must be one of ${words.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`,
    );
  }

  text(map: MapValue, name: string): string | undefined {
    const entry = entryOf(map, name);
    if (!entry || entry.value.kind === 'null') return undefined;
    return textOf(entry.value)?.trim() || this.fault(entry.value, `${name} must be a text`);
  }

  /** A list of texts, or one. */
  texts(map: MapValue, name: string): readonly { readonly text: string; readonly value: DocumentValue }[] {
    const value = entryOf(map, name)?.value;
    if (!value || value.kind === 'null') return [];
    return (value.kind === 'list' ? value.items : [value]).flatMap((one) => {
      const text = textOf(one);
      if (text) return [{ text, value: one }];
      this.fault(one, `${name} must be a list of texts`);
      return [];
    });
  }

  cidrs(map: MapValue, name: string): readonly string[] {
    return this.texts(map, name).map(({ text, value }) => {
      if (!parseCidr(text)) this.fault(value, `${text} is no CIDR; write one like 10.244.0.0/16`);
      return text;
    });
  }

  rule(code: string, span: Span): string {
    if (this.#codes.includes(code)) return code;
    const near = nearestName(code, this.#codes);
    this.fault(
      span,
      `no rule is called ${code}; ${near === undefined ? 'sluice lint --list has all of them' : `did you mean ${near}?`}`,
    );
    return code;
  }

  severities(map: MapValue): ReadonlyMap<string, Severity | 'off'> {
    const value = entryOf(map, 'severities')?.value;
    const found = new Map<string, Severity | 'off'>();
    if (!value || value.kind === 'null') return found;
    if (value.kind !== 'map') this.fault(value, 'severities must be a map of rules to error, warning, info or off');
    for (const entry of value.kind === 'map' ? value.entries : []) {
      const level = this.word(entry.value, entry.key, LEVELS);
      if (level) found.set(this.rule(entry.key, entry.keySpan), level);
    }
    return found;
  }

  ignore(map: MapValue): readonly IgnoreRule[] {
    const value = entryOf(map, 'ignore')?.value;
    if (!value || value.kind === 'null') return [];
    if (value.kind !== 'list') this.fault(value, 'ignore must be a list');
    return (value.kind === 'list' ? value.items : []).flatMap((item) => this.#ignoreRule(item) ?? []);
  }

  #ignoreRule(item: DocumentValue): IgnoreRule | undefined {
    if (item.kind !== 'map') return this.fault(item, 'an ignore rule is a map with rule and reason');
    this.fields(item, IGNORE_FIELDS);
    const rule = this.text(item, 'rule') ?? this.#missing(item, 'rule');
    const reason = this.text(item, 'reason') ?? this.#missing(item, 'reason');
    const entry = entryOf(item, 'expires');
    const expires = this.text(item, 'expires');
    if (entry && expires !== undefined && !isDate(expires))
      this.fault(entry.value, `expires must be a date such as 2026-12-31`);
    if (rule === undefined || reason === undefined) return undefined;
    const span = entryOf(item, 'rule')?.value ?? item;
    const where = { files: this.text(item, 'files'), object: this.text(item, 'object') };
    return { rule: this.rule(rule, span), ...where, reason, expires, line: this.lineOf(item) };
  }

  #missing(item: MapValue, name: string): undefined {
    if (!entryOf(item, name)) this.fault(item, `an ignore rule needs ${name}`);
    else if (entryOf(item, name)?.value.kind === 'null') this.fault(item, `an ignore rule needs ${name}`);
    return undefined;
  }

  head(map: MapValue): void {
    for (const [name, wanted] of Object.entries(HEAD)) {
      const value = entryOf(map, name)?.value;
      if (textOf(value) !== wanted) this.fault(value ?? map, `write ${name}: ${wanted}`);
    }
  }
}

/** A day of the calendar. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** `codes`: of all findings. Faults come in the order of the text. */
export function readConfig(path: string, folder: string, text: string, codes: readonly string[]): ReadConfig {
  const reader = new ConfigReader(text, codes);
  const { documents, diagnostics } = readDocuments({ path, text });
  for (const { severity, range, message } of diagnostics) if (severity === 'error') reader.fault(range, message);
  const [first, second] = documents;
  const root = first?.root;
  if (second) reader.fault(second.root, 'a configuration is one document');
  if (root?.kind !== 'map') {
    if (reader.faults.length === 0) reader.fault({ start: 0, end: 1 }, 'a configuration is a map');
    return { faults: reader.faults };
  }
  const config = configOf(reader, root, path, folder);
  if (reader.faults.length === 0) return { config };
  return { faults: reader.faults.sort((a, b) => a.start - b.start) };
}

function configOf(reader: ConfigReader, root: MapValue, path: string, folder: string): Config {
  reader.head(root);
  reader.fields(root, FIELDS);
  const semantics: MapEntry | undefined = entryOf(root, 'semantics');
  const failWords = [...severityWords, ...flipWords];
  return {
    ...noConfig,
    path,
    folder,
    paths: reader.texts(root, 'paths').map((one) => one.text),
    podCIDRs: reader.cidrs(root, 'podCIDRs'),
    serviceCIDRs: reader.cidrs(root, 'serviceCIDRs'),
    semantics: semantics && reader.word(semantics.value, 'semantics', ALL_SEMANTICS),
    tenantLabel: reader.text(root, 'tenantLabel'),
    failOn: reader.texts(root, 'failOn').flatMap(({ value }) => reader.word(value, 'failOn', failWords) ?? []),
    severities: reader.severities(root),
    ignore: reader.ignore(root),
  };
}
