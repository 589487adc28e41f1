// Writes YAML as kubectl prints it: block style, lists as deep as their key, strings plain where nothing else could be meant.
import type { YamlValue } from '../yaml-text.ts';

const OTHER_TYPES = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i;

/** Addresses, quantities and identifiers that begin with a digit. */
const NO_NUMBER = /^\d+(?:\.\d+\.\d+\.\d+(?:\/\d+)?|m|[KMG]i)$|^[\da-f]{8}-[\da-f]{4}-/;

/** A plain scalar cannot begin with an indicator, hold `: ` or ` #`, or look like another type. */
function isPlain(text: string): boolean {
  if (NO_NUMBER.test(text)) return true;
  return /^(?:\.$|[A-Za-z_/][ -~]*$)/.test(text) && !/: |:$| #| $/.test(text) && !OTHER_TYPES.test(text);
}

function scalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string' || isPlain(value)) return String(value);
  return JSON.stringify(value);
}

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);

/** What follows a key or a dash whose own text ends without a space; `deeper` is the indentation of keys inside. */
function after(value: YamlValue, listIndent: string, deeper: string): string {
  if (value === null || typeof value !== 'object') return ` ${scalar(value)}\n`;
  if (isList(value)) return value.length === 0 ? ' []\n' : `\n${items(value, listIndent)}`;
  const text = entries(value, deeper);
  return text === '' ? ' {}\n' : `\n${text}`;
}

function entries(map: { readonly [key: string]: YamlValue }, indent: string): string {
  let text = '';
  for (const key in map) text += `${indent}${scalar(key)}:${after(map[key] ?? null, indent, `${indent}  `)}`;
  return text;
}

function items(list: readonly YamlValue[], indent: string): string {
  const inner = `${indent}  `;
  let text = '';
  for (const item of list) {
    const body = item === null || typeof item !== 'object' || isList(item) ? '' : entries(item, inner);
    // The first key stands on the line of the dash.
    text += body === '' ? `${indent}-${after(item, inner, inner)}` : `${indent}- ${body.slice(inner.length)}`;
  }
  return text;
}

/** An object as one document, without `---`. Shape: objects and lists of objects, no deeper than the call stack. */
export function kubectlYaml(object: { readonly [key: string]: YamlValue }): string {
  return entries(object, '');
}
