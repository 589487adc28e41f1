// What kubectl's reader made of a text, against what Sluice makes of it.
import { compareText } from '../base/compare-text.ts';
import type { DocumentValue } from '../documents/document-value.ts';
import { type KubectlReading, readKubectlBytes, readKubectlText } from '../documents/kubectl-text.ts';
import { readDocuments } from '../documents/read-documents.ts';
import { decodeText } from '../importers/decode-text.ts';
import { agrees, disagrees, type Tally } from './tally.ts';

interface Outcome {
  readonly documents?: readonly unknown[];
  /** `class: message`; only the class can agree. */
  readonly error?: string;
  /** Documents delivered before the error. */
  readonly before?: readonly unknown[];
}

export interface TextRecord extends Outcome {
  readonly text?: string;
  readonly base64?: string;
  /** What `kubectl -f` gives, where it differs from its decoder alone. */
  readonly file?: Outcome;
  /** kubectl's result is random: any of these. */
  readonly nondeterministic?: readonly Outcome[];
  /** Of huge results. */
  readonly summary?: { readonly documents: number; readonly values: number; readonly sha256: string };
}

export function judgeText(id: string, record: TextRecord): Tally {
  const bytes =
    record.base64 === undefined ? new TextEncoder().encode(record.text) : Buffer.from(record.base64, 'base64');
  const decoded = decodeText(bytes);
  const reading =
    record.file !== undefined && decoded.ok ? readKubectlText(decoded.value.text) : readKubectlBytes(bytes);
  const observed = outcomeOf(reading);
  if (expectedOutcomes(record).includes(observed)) return agrees();
  // Where kubectl's result is random, refusing is the only answer that is always right.
  if (record.nondeterministic !== undefined && reading.error !== undefined) return agrees();
  if (record.summary !== undefined && summaryOf(reading) === JSON.stringify(record.summary)) return agrees();
  const own = readDocuments({ path: 'case.yaml', text: decoded.ok ? decoded.value.text : '' });
  if (own.diagnostics.some((one) => one.code === 'reads-differently'))
    return { agree: 0, flagged: 1, disagreements: [] };
  const line = `${id}: expected ${shortened(expectedOutcomes(record)[0] ?? JSON.stringify(record.summary))}, got ${shortened(observed)}`;
  return disagrees(line);
}

function expectedOutcomes({ nondeterministic, file, documents, error, before }: TextRecord): string[] {
  const outcomes = nondeterministic ?? [
    file ?? { ...(documents && { documents }), ...(error && { error }), ...(before && { before }) },
  ];
  return outcomes.map((one) => (one.error === undefined ? canonical(one.documents) : 'refused'));
}

function outcomeOf({ documents, error }: KubectlReading): string {
  return error === undefined ? `[${documents.map(documentText).join()}]` : 'refused';
}

function documentText(value: DocumentValue): string {
  return [...pieces(value)].join('');
}

/** JSON with sorted keys, piece by piece because documents may be deep; integers beyond 2^53-1 as `{"$int":"…"}`. */
function* pieces(root: DocumentValue): Generator<string> {
  const waiting: (string | DocumentValue)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') yield next;
    else if (next.kind === 'null') yield 'null';
    else if (next.kind === 'list')
      waiting.push(']', ...next.items.flatMap((item, at) => (at === 0 ? [item] : [',', item])).reverse(), '[');
    else if (next.kind === 'map') {
      const sorted = next.entries.toSorted((a, b) => compareText(a.key, b.key));
      const parts = sorted.flatMap(({ key, value }, at) => [`${at === 0 ? '' : ','}${JSON.stringify(key)}:`, value]);
      waiting.push('}', ...parts.reverse(), '{');
    } else yield typeof next.value === 'bigint' ? `{"$int":"${next.value}"}` : JSON.stringify(next.value);
  }
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`).join()}}`;
}

/** Counts of documents and values, and the hash of all documents as one JSON list. */
function summaryOf({ documents }: KubectlReading): string {
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256').update('[');
  let values = 0;
  for (const [at, document] of documents.entries()) {
    if (at > 0) hash.update(',');
    for (const piece of pieces(document)) {
      hash.update(piece);
      if (!/^[,[\]{}]$|:$/.test(piece) || piece === '[' || piece === '{') values += 1;
    }
  }
  return JSON.stringify({ documents: documents.length, values, sha256: hash.update(']').digest('hex') });
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
