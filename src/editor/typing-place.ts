// Where in a manifest somebody is typing, told from indentation alone so that a half-typed line does not matter.
import { flowPlace } from './flow-place.ts';

export interface TypingPlace {
  /** Keys from the document's root to the map, list or value being typed in; a list item is `[]`. */
  readonly path: readonly string[];
  /** `key`: a key of the map at `path`, or (after a dash) a plain item of the list above it; `value`: the value at `path`. */
  readonly role: 'key' | 'value';
  /** Column (from 1) where the word being typed starts. */
  readonly wordColumn: number;
  /** Column of the key or item, from 0: what a nested block is indented against. */
  readonly indent: number;
  /** Keys the same map has on other lines, with their plain values. */
  readonly siblings: ReadonlyMap<string, string>;
}

/** One line, taken apart: columns from 0 of its dashes and of what follows them. */
interface LineShape {
  readonly dashes: readonly number[];
  readonly column: number;
  readonly key: string | undefined;
  readonly value: string;
}

/** More of a line is not looked at: the pattern below is quadratic in runs of blanks. */
const LONGEST_LINE = 2000;
const DOCUMENT_EDGE = /^(---|\.\.\.)(\s|$)/;
const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#&*!|>'"%@`{}[\],][^#]*?|)\s*:(?:\s+|$)/;

/** The place of the cursor (line and column from 1) in the lines of a text. */
export function typingPlaceAt(lines: readonly string[], line: number, column: number): TypingPlace {
  const before = (lines[line - 1] ?? '').slice(0, column - 1);
  const shape = lineShape(before);
  const siblings = siblingValues(lines, line - 1, shape);
  const path = parentPath(lines, line - 1, shape);
  const indent = shape.column;
  if (shape.key === undefined) return { path, role: 'key', wordColumn: shape.column + 1, indent, siblings };
  const valueColumn = before.length - shape.value.length + 1;
  const flow = flowPlace(shape.value);
  return {
    path: [...path, shape.key, ...flow.path],
    role: flow.role,
    wordColumn: valueColumn + flow.start,
    indent,
    siblings,
  };
}

/** `kind` and `metadata.namespace` of the document around a line, as far as they are written in block style. */
export function documentFacts(lines: readonly string[], line: number): { kind: string; namespace: string } {
  const [start, end] = documentLines(lines, line - 1);
  let kind = '';
  let namespace = '';
  let section = '';
  for (let i = start; i < end; i++) {
    const shape = lineShape(lines[i] ?? '');
    if (shape.key === undefined) continue;
    if (shape.column === 0) section = shape.key;
    if (shape.column === 0 && shape.key === 'kind') kind = plainValue(shape.value);
    else if (shape.column > 0 && section === 'metadata' && shape.key === 'namespace' && namespace === '') {
      namespace = plainValue(shape.value);
    }
  }
  return { kind, namespace: namespace || 'default' };
}

function lineShape(line: string): LineShape {
  const dashes: number[] = [];
  let column = line.length - line.trimStart().length;
  while (line[column] === '-' && (line[column + 1] === ' ' || column + 1 === line.length)) {
    dashes.push(column);
    column++;
    while (line[column] === ' ') column++;
  }
  const rest = line.slice(column, column + LONGEST_LINE);
  const found = KEY.exec(rest);
  if (!found) return { dashes, column, key: undefined, value: rest };
  return { dashes, column, key: unquoted(found[1] ?? ''), value: rest.slice(found[0].length) };
}

function parentPath(lines: readonly string[], index: number, shape: LineShape): string[] {
  const path: string[] = [];
  let limit = shape.column;
  let atDash = false;
  const climbDashes = (dashes: readonly number[]) => {
    for (const dash of dashes.toReversed()) {
      if (dash >= limit) continue;
      path.push('[]');
      limit = dash;
      atDash = true;
    }
  };
  climbDashes(shape.dashes);
  for (let i = index - 1; i >= 0 && (limit > 0 || atDash); i--) {
    const line = lines[i] ?? '';
    if (DOCUMENT_EDGE.test(line)) break;
    if (isIgnored(line)) continue;
    const above = lineShape(line);
    const isParent =
      above.key !== undefined && isOpen(above.value) && (above.column < limit || (atDash && above.column === limit));
    if (isParent && above.key !== undefined) {
      path.push(above.key);
      limit = above.column;
      atDash = false;
    }
    climbDashes(above.dashes);
  }
  return path.toReversed();
}

function siblingValues(lines: readonly string[], index: number, shape: LineShape): Map<string, string> {
  const siblings = new Map<string, string>();
  const [start, end] = documentLines(lines, index);
  const add = (above: LineShape) => {
    if (above.column === shape.column && above.key !== undefined) siblings.set(above.key, plainValue(above.value));
  };
  for (let i = index - 1; i >= start && shape.dashes.length === 0; i--) {
    const line = lines[i] ?? '';
    if (isIgnored(line)) continue;
    const above = lineShape(line);
    if (above.column < shape.column) break;
    add(above);
    if (above.dashes.some((dash) => dash < shape.column)) break;
  }
  for (let i = index + 1; i < end; i++) {
    const line = lines[i] ?? '';
    if (isIgnored(line)) continue;
    const below = lineShape(line);
    if ((below.dashes[0] ?? below.column) < shape.column) break;
    add(below);
  }
  return siblings;
}

function documentLines(lines: readonly string[], index: number): [start: number, end: number] {
  let start = index;
  while (start > 0 && !DOCUMENT_EDGE.test(lines[start - 1] ?? '')) start--;
  let end = index + 1;
  while (end < lines.length && !DOCUMENT_EDGE.test(lines[end] ?? '')) end++;
  return [start, end];
}

function isIgnored(line: string): boolean {
  const text = line.trimStart();
  return text === '' || text.startsWith('#');
}

/** Whether something nested can follow: nothing, a comment, an anchor or a tag stands after the colon. */
function isOpen(value: string): boolean {
  return value === '' || /^[#&!]/.test(value);
}

function plainValue(value: string): string {
  return unquoted(value.replace(/\s+#.*$/, '').trim());
}

function unquoted(text: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(text);
  return quoted?.[2] ?? text;
}
