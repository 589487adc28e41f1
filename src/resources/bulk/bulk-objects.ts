// Collects what a large file holds: resources, excerpts for the full reader, and the names of what no answer uses.
import { NO_TYPE, ObjectRoot, type ObjectType } from '../../documents/bulk/object-root.ts';
import { NOT_PLAIN } from '../../documents/bulk/read-signal.ts';
import { TakenValues } from '../../documents/bulk/taken-values.ts';
import { firstBadByte, utf8Text } from '../../documents/bulk/utf8-text.ts';
import type { WantedPart } from '../../documents/bulk/wanted-part.ts';
import type { MapValue } from '../../documents/document-value.ts';
import type { SourceFile } from '../../documents/source-file.ts';
import type { UnusedObject } from '../decode-documents.ts';
import { decodeObject, namesOf } from '../decode-object.ts';
import { labelKeyErrors } from '../name-syntax.ts';
import { resolveKind } from '../resolve-kind.ts';
import type { Resource } from '../resource.ts';
import type { ResourceKind } from '../resource-kind.ts';
import type { BulkBudget } from './bulk-budget.ts';
import { BulkDiagnostics } from './bulk-diagnostics.ts';
import type { ExcerptShift, ExcerptText } from './excerpt-text.ts';
import { type KindParts, kindParts } from './kind-parts.ts';
import { LikePods } from './like-pods.ts';
import { SharedParts } from './shared-parts.ts';

/** One object as a text of its own, for the full reader. */
export interface BulkExcerpt {
  /** Its path is that of the large file and `#NetworkPolicy.shop.web.yaml`, or `#line-120.json` where its name is not known. */
  readonly file: SourceFile;
  /** In the large file, from 1. */
  readonly line: number;
  /** Bytes from the beginning of the large file. */
  readonly offset: number;
  readonly shift: ExcerptShift;
}

export interface UnusedCount {
  readonly apiVersion: string;
  readonly kind: string;
  readonly count: number;
}

/** A place in the bytes at hand. */
export interface BytePlace {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Offset of `start` in the file. */
  readonly offset: number;
  /** Its line, from 1. */
  readonly lineOf: () => number;
  readonly format: 'yaml' | 'json';
  /** Makes a document of the text where it is none yet. */
  readonly write: (text: string) => ExcerptText;
}

type Treatment = { readonly part: WantedPart; readonly decode?: ResourceKind; readonly unused?: true };

/** How much there was of everything before a list whose type is not known yet. */
export interface Mark {
  readonly resources: number;
  readonly excerpts: number;
  readonly unused: number;
}

const MOST_KINDS = 10_000;

export class BulkObjects {
  readonly resources: Resource[] = [];
  readonly excerpts: BulkExcerpt[] = [];
  readonly unused: UnusedObject[] = [];
  readonly diagnostics: BulkDiagnostics;
  readonly taken = new TakenValues((key) => labelKeyErrors(key.toLowerCase()).length === 0);
  /** Documents, or items of lists. */
  count = 0;
  readonly #path: string;
  readonly #budget: BulkBudget;
  readonly #parts: KindParts = kindParts();
  readonly #shared = new SharedParts();
  readonly #pods = new LikePods(this.#shared);
  readonly #treatments = new Map<string, Treatment>();
  readonly #paths = new Set<string>();
  readonly #unusedCounts = new Map<string, { readonly apiVersion: string; readonly kind: string; count: number }>();
  #excerptLength = 0;
  #saidEncoding = false;

  constructor(path: string, budget: BulkBudget) {
    this.#path = path;
    this.#budget = budget;
    this.diagnostics = new BulkDiagnostics(path);
  }

  /** Whether there are more objects than are read, which then is said. */
  get full(): boolean {
    if (this.count <= this.#budget.objects) return false;
    const message = `This file has more than ${this.#budget.objects} objects; the rest of it is not read`;
    this.diagnostics.overBudget(message, 'Split the file.', 0, 1);
    return true;
  }

  get unusedCounts(): readonly UnusedCount[] {
    return [...this.#unusedCounts.values()];
  }

  /** Begins an object, whose type may be that of the list it is in. */
  begin(inherited: ObjectType = NO_TYPE): ObjectRoot {
    this.taken.begin();
    return new ObjectRoot(this.#parts.head, (type) => this.#treatmentOf(type).part, inherited);
  }

  /** Takes an object that was read the fast way. */
  add(root: ObjectRoot, place: BytePlace): void {
    this.count++;
    const { type } = root;
    const { decode, unused } = this.#treatmentOf(type);
    const map: MapValue = {
      kind: 'map',
      entries: root.entries,
      start: place.offset,
      end: place.offset + place.end - place.start,
    };
    const resource = decode && this.#resource(map, type, decode);
    if (resource) this.resources.push(resource);
    else if (unused) this.#addUnused(map, type);
    else this.#excerpt(place, { ...type, ...namesOf(map) });
  }

  /** Undefined where the full reader would have something to say. */
  #resource(map: MapValue, type: ObjectType, kind: ResourceKind): Resource | undefined {
    if (kind.kind === 'Pod') {
      const like = this.#pods.pod(map, { file: this.#path, start: map.start, end: map.end });
      if (like) return like;
    }
    const { resource, diagnostics } = decodeObject({ file: this.#path, text: '' }, { map, ...type }, kind);
    if (resource === undefined || diagnostics.length > 0) return undefined;
    this.taken.learn();
    const shared = this.#shared.resource(resource);
    if (shared.kind === 'Pod') this.#pods.learn(map, shared);
    return shared;
  }

  /** Takes what could not be read the fast way. */
  addUnread(place: BytePlace): void {
    this.count++;
    this.#excerpt(place, undefined);
  }

  /** What stands in `[start, end)` of the file was passed over. */
  tooLarge(start: number, end: number, limit: number): void {
    this.count++;
    const message = `This object has ${end - start} bytes; Sluice reads at most ${limit} of one object`;
    this.diagnostics.overBudget(message, 'Leave the object out, or shorten it.', start, end);
  }

  mark(): Mark {
    const { resources, excerpts, unused } = this;
    return { resources: resources.length, excerpts: excerpts.length, unused: unused.length };
  }

  /** Forgets what came after `mark`: it was no list of objects. */
  forget(mark: Mark): void {
    this.resources.length = mark.resources;
    this.excerpts.length = mark.excerpts;
    this.unused.length = mark.unused;
  }

  #treatmentOf(type: ObjectType): Treatment {
    const id = `${type.apiVersion}\n${type.kind}`;
    let treatment = this.#treatments.get(id);
    if (treatment === undefined) {
      treatment = this.#treat(type);
      if (this.#treatments.size >= MOST_KINDS) this.#treatments.clear();
      this.#treatments.set(id, treatment);
    }
    return treatment;
  }

  #treat({ apiVersion, kind }: ObjectType): Treatment {
    const resolved = resolveKind(apiVersion, kind);
    const { names, byKind } = this.#parts;
    if (kind === '' || apiVersion === '' || kind.endsWith('List')) throw NOT_PLAIN;
    if (resolved.type === 'not-used') return { part: names, unused: true };
    if (resolved.type !== 'decode') return { part: names };
    const part = resolved.kind.judge === 'Calico' ? undefined : byKind.get(resolved.kind.kind);
    return part === undefined ? { part: names } : { part, decode: resolved.kind };
  }

  #addUnused(map: MapValue, { apiVersion, kind }: ObjectType): void {
    const id = `${apiVersion}\n${kind}`;
    const counted = this.#unusedCounts.get(id) ?? { apiVersion, kind, count: 0 };
    counted.count++;
    if (this.#unusedCounts.size < MOST_KINDS) this.#unusedCounts.set(id, counted);
    if (this.unused.length >= this.#budget.namedUnused) return;
    const range = { file: this.#path, start: map.start, end: map.end };
    this.unused.push({ apiVersion, kind, ...namesOf(map), range, reason: 'not-used' });
  }

  #excerpt(
    place: BytePlace,
    names: { readonly kind: string; readonly namespace: string; readonly name: string } | undefined,
  ): void {
    const { bytes, start, end, offset, lineOf, format, write } = place;
    const line = lineOf();
    if (this.#excerptLength + (end - start) > this.#budget.excerptLength) {
      const limit = Math.round(this.#budget.excerptLength / 1024 / 1024);
      const message = `This file has more than ${limit} MiB of objects that must be read as texts; this one is not read`;
      this.diagnostics.overBudget(message, 'Split the file.', offset, offset + end - start);
      return;
    }
    this.#checkEncoding(place);
    const { text, shift } = write(utf8Text(bytes, start, end));
    this.#excerptLength += text.length;
    const label =
      names === undefined ? `line-${line}` : [names.kind, names.namespace, names.name].filter(Boolean).join('.');
    this.excerpts.push({ file: { path: this.#pathFor(label, format), text }, line, offset, shift });
  }

  /** Says once that the file is not UTF-8. In what is read the fast way and skipped, nobody minds. */
  #checkEncoding({ bytes, start, end, offset }: BytePlace): void {
    const bad = this.#saidEncoding ? -1 : firstBadByte(bytes, start, end);
    if (bad < 0) return;
    this.#saidEncoding = true;
    const message = 'This file is not valid UTF-8; the bytes in question are read as U+FFFD, as kubectl does';
    this.diagnostics.warn(
      'encoding',
      message,
      'Save the file as UTF-8.',
      offset + bad - start,
      offset + bad - start + 1,
    );
  }

  #pathFor(label: string, format: string): string {
    const base = `${this.#path}#${label.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 320)}`;
    let path = `${base}.${format}`;
    for (let copy = 2; this.#paths.has(path); copy++) path = `${base}~${copy}.${format}`;
    this.#paths.add(path);
    return path;
  }
}
