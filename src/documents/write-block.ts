// Writes plain values as YAML in block style, as people write manifests by hand.
import type { NewValue } from './write-edits.ts';
import { writeScalar } from './write-scalar.ts';

type Scalar = string | number;
const isList = (value: NewValue): value is readonly NewValue[] => Array.isArray(value);
const isScalar = (value: NewValue): value is Scalar => typeof value !== 'object';
const scalarText = (value: Scalar): string => (typeof value === 'number' ? String(value) : writeScalar(value));
const deeper = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** What stands behind a key or a dash on its line; undefined for what needs lines of its own. */
function inline(value: NewValue): string | undefined {
  if (isScalar(value)) return scalarText(value);
  if (!isList(value)) return Object.keys(value).length === 0 ? '{}' : undefined;
  return value.every(isScalar) ? `[${value.map(scalarText).join(', ')}]` : undefined;
}

function itemLines(value: NewValue): string[] {
  const text = inline(value);
  if (text !== undefined) return [`- ${text}`];
  const [head = '', ...rest] = blockLines(value);
  return [`- ${head}`, ...deeper(rest)];
}

/** Lines without line breaks, the first without indentation. Lists of scalars are written in brackets. */
export function blockLines(value: NewValue): readonly string[] {
  const text = inline(value);
  if (text !== undefined) return [text];
  if (isScalar(value)) return [];
  if (isList(value)) return value.flatMap(itemLines);
  return Object.entries(value).flatMap(([key, item]) => {
    const short = inline(item);
    const name = writeScalar(key);
    return short === undefined ? [`${name}:`, ...deeper(blockLines(item))] : [`${name}: ${short}`];
  });
}

/** A document of its own. */
export const blockText = (value: NewValue): string => `${blockLines(value).join('\n')}\n`;
