// Takes the objects out of a document: itself, or the items of a `List`, `PodList` and the like, nested lists included.
import type { Diagnostic, Gap } from '../documents/diagnostic.ts';
import {
  type DocumentValue,
  entryOf,
  type MapValue,
  type SourceDocument,
  type Span,
} from '../documents/document-value.ts';
import { whatItIs } from './value-words.ts';

/** `kubectl get -o yaml` nests none; a hand-made file may nest a few. */
const MAX_LIST_DEPTH = 16;

export interface ListedObject {
  readonly map: MapValue;
  readonly apiVersion: string;
  readonly kind: string;
}

export interface FlattenedDocument {
  readonly objects: readonly ListedObject[];
  readonly diagnostics: readonly Diagnostic[];
  /** What is no object: its place. */
  readonly others: readonly Span[];
}

/** apiVersion and kind that items of a typed list take where they have none of their own. */
interface Inherited {
  readonly apiVersion: string;
  readonly kind: string;
}

const NOTHING: Inherited = { apiVersion: '', kind: '' };

/** The text of a string field; '' where it is missing or null; undefined where it is something else. */
function textOf(map: MapValue, key: string): string | undefined {
  const value = entryOf(map, key)?.value;
  if (!value || value.kind === 'null') return '';
  return value.kind === 'string' ? value.value : undefined;
}

class Flattener {
  readonly objects: ListedObject[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly others: Span[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** `depth` counts the lists around `value`. Null is skipped, as an empty document is. */
  add(value: DocumentValue, inherited: Inherited, depth: number): void {
    if (value.kind === 'null') return;
    if (value.kind !== 'map') {
      this.#leaveOut(value, 'not-an-object', `this is no Kubernetes object: ${whatItIs(value)}`, 'Leave it out.');
      return;
    }
    const kind = textOf(value, 'kind') || inherited.kind;
    const apiVersion = textOf(value, 'apiVersion') || inherited.apiVersion;
    if (kind === '' || apiVersion === '') {
      this.#leaveOutNameless(value, kind === '' ? 'kind' : 'apiVersion');
      return;
    }
    const items = kind.endsWith('List') ? entryOf(value, 'items') : undefined;
    if (items) this.#addItems(items.value, { apiVersion, kind: kind.slice(0, -'List'.length) }, depth + 1);
    else if (kind !== 'List') this.objects.push({ map: value, apiVersion, kind });
  }

  #addItems(items: DocumentValue, list: Inherited, depth: number): void {
    if (items.kind === 'null') return;
    if (items.kind !== 'list') {
      this.#leaveOut(
        items,
        'wrong-type',
        `items: must be a list, but ${whatItIs(items)}`,
        'Put `- ` before each item.',
      );
      return;
    }
    if (depth > MAX_LIST_DEPTH) {
      const message = `lists nested more than ${MAX_LIST_DEPTH} deep are not read`;
      this.#leaveOut(items, 'nested-too-deep', message, 'Write the objects as documents of their own.', 'over-budget');
      return;
    }
    const inherited = list.kind === '' ? NOTHING : list;
    for (const item of items.items) this.add(item, inherited, depth);
  }

  #leaveOutNameless(map: MapValue, missing: 'kind' | 'apiVersion'): void {
    const given = entryOf(map, missing);
    const wrong = given !== undefined && given.value.kind !== 'null' && given.value.kind !== 'string';
    const why = wrong ? `\`${missing}\` must be a string` : `\`${missing}\` is missing`;
    const place = given ?? map.entries[0];
    const span = wrong ? given.value : (place?.keySpan ?? map);
    const advice = `Write its \`${missing}\`, or leave the document out if it is no manifest.`;
    this.#leaveOut(map, 'no-kind', `this is no Kubernetes object: ${why}`, advice, 'unreadable', span);
  }

  #leaveOut(value: Span, code: string, message: string, advice: string, gap: Gap = 'unreadable', at = value): void {
    const range = { file: this.#file, start: at.start, end: at.end };
    this.diagnostics.push({ code, severity: 'error', message, advice, range, gap });
    this.others.push(value);
  }
}

/** Never throws; what is no object becomes a diagnostic. */
export function flattenLists(document: SourceDocument): FlattenedDocument {
  const flattener = new Flattener(document.file);
  flattener.add(document.root, NOTHING, 0);
  return flattener;
}
