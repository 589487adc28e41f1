// Pinning a flow, and unpinning it: edits of the assertions file, in its own style.
import type { MapValue } from '../documents/document-value.ts';
import { documentsOf, Manifests } from '../documents/manifest.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { TextChange, TextEdit } from '../documents/text-edit.ts';
import { textAt } from '../documents/value-parts.ts';
import { blockText } from '../documents/write-block.ts';
import { addItem } from '../documents/write-edits.ts';
import type { AssertionResult } from '../engine/assertion-report.ts';

/** The file that pins go to where none holds any. */
const PATH = 'assertions.flows.yaml';
const ASSERTIONS = { apiVersion: 'sluice/v1', kind: 'Assertions' } as const;

export interface NewPin {
  readonly from: string;
  readonly to: string;
  /** `TCP/8080`; undefined: every declared port. */
  readonly port: string | undefined;
  readonly expect: 'allowed' | 'denied';
}

interface AssertionDocument {
  readonly file: SourceFile;
  readonly root: MapValue;
}

function documentsIn(files: readonly SourceFile[]): readonly AssertionDocument[] {
  const named = files.filter(({ path }) => path.endsWith('.flows.yaml'));
  return named.flatMap((file) =>
    documentsOf(file).flatMap(({ root }) => {
      return root.kind === 'map' && textAt(root, 'kind') === ASSERTIONS.kind ? [{ file, root }] : [];
    }),
  );
}

function nameOf({ from, to, port, expect }: NewPin, taken: ReadonlySet<string>): string {
  const name = `${from} ${expect === 'allowed' ? 'reaches' : 'does not reach'} ${to}${port === undefined ? '' : ` on ${port}`}`;
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} (${number})`;
    if (!taken.has(free)) return free;
  }
}

/** Writes a flow that is to stay as it is; `known`: those that are pinned. */
export function pinChange(files: readonly SourceFile[], pin: NewPin, known: readonly AssertionResult[]): TextChange {
  const { from, to, port, expect } = pin;
  const name = nameOf(pin, new Set(known.map((one) => one.name)));
  const item = { name, from, to, ...(port === undefined ? {} : { port }), expect };
  const whole = blockText({ ...ASSERTIONS, assertions: [item] });
  const label = `Pin ${from} to ${to}`;
  const documents = documentsIn(files);
  const own = documents.find(({ file }) => file.path.endsWith(PATH)) ?? documents[0];
  if (!own) return { label, edits: [], created: [{ path: PATH, text: whole }] };
  const { file, root } = own;
  const list = new Manifests([file]).find({ file: file.path, start: root.start, end: root.end }, ['assertions']);
  const end = file.text.length;
  const gap = file.text === '' || file.text.endsWith('\n') ? '' : '\n';
  const document: TextEdit = { file: file.path, start: end, end, text: `${gap}---\n${whole}` };
  return { label, edits: [addItem(list, item) ?? document] };
}

/** Takes a pin out: its lines in a list of lines, else the item between its commas. */
export function unpinChange(files: readonly SourceFile[], { name, location }: AssertionResult): TextChange | undefined {
  const text = files.find(({ path }) => path === location.file)?.text;
  if (text === undefined) return undefined;
  const label = `Unpin ${name}`;
  const file = location.file;
  const before = text.slice(text.lastIndexOf('\n', location.start - 1) + 1, location.start);
  if (/^ *- *$/.test(before)) {
    const found = text.indexOf('\n', location.start + text.slice(location.start, location.end).trimEnd().length);
    const end = found < 0 ? text.length : found + 1;
    return { label, edits: [{ file, start: location.start - before.length, end, text: '' }] };
  }
  const [after = ''] = /^\s*,\s*/.exec(text.slice(location.end)) ?? [];
  const [lead = ''] = after === '' ? (/\s*,\s*$/.exec(text.slice(0, location.start)) ?? []) : [];
  return { label, edits: [{ file, start: location.start - lead.length, end: location.end + after.length, text: '' }] };
}
