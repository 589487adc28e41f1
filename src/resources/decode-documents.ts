// Documents to typed Kubernetes objects: what is decoded, what is wrong, and what is left unused, by name.
import type { Diagnostic } from '../documents/diagnostic.ts';
import { entryOf, type SourceDocument, type Span } from '../documents/document-value.ts';
import type { SourceRange } from '../documents/source-file.ts';
import { writeScalar } from '../documents/write-scalar.ts';
import { ASSERTIONS, type Assertion, readAssertions } from './assertion.ts';
import { decodeObject, labelOf, namesOf } from './decode-object.ts';
import { flattenLists, type ListedObject } from './flatten-lists.ts';
import { resolveKind } from './resolve-kind.ts';
import type { Resource } from './resource.ts';
import { cutText } from './value-words.ts';

/** An object that no answer uses. Its names are as written and may be empty. */
export interface UnusedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly range: SourceRange;
  readonly reason: 'not-used' | 'policy-not-evaluated' | 'rejected' | 'not-an-object';
}

export interface DecodedResources {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
  readonly unused: readonly UnusedObject[];
  /** Set where a document holds some, or may: flows that are pinned are no objects of the cluster. */
  readonly assertions?: readonly Assertion[];
}

class Decoding {
  readonly resources: Resource[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly unused: UnusedObject[] = [];
  assertions: Assertion[] | undefined;
  readonly #document: SourceDocument;

  constructor(document: SourceDocument) {
    this.#document = document;
  }

  add(object: ListedObject): void {
    const { apiVersion, kind } = object;
    if (apiVersion.startsWith('sluice/')) {
      this.#assert(object);
      return;
    }
    const treatment = resolveKind(apiVersion, kind);
    switch (treatment.type) {
      case 'decode': {
        const { resource, diagnostics } = decodeObject(this.#document, object, treatment.kind);
        for (const diagnostic of diagnostics) this.diagnostics.push(diagnostic);
        if (resource) this.resources.push(resource);
        else this.#leave(object, 'rejected');
        return;
      }
      case 'not-served':
        this.#report(object, {
          code: 'unserved-kind',
          message: `${treatment.message}; the API server rejects the ${cutText(kind)}, ${treatment.consequence}`,
          advice: treatment.advice,
          gap: 'rejected',
          ...this.#correct(object, treatment.correction),
        });
        this.#leave(object, 'rejected');
        return;
      case 'not-evaluated':
        this.#report(object, {
          code: 'policy-not-evaluated',
          message: `${cutText(kind)} of ${cutText(apiVersion)} is not evaluated yet, so this answer lacks its effect`,
          gap: 'not-evaluated',
        });
        this.#leave(object, 'policy-not-evaluated');
        return;
      case 'not-used':
        this.#leave(object, 'not-used');
    }
  }

  #assert(object: ListedObject): void {
    const { apiVersion, kind, map } = object;
    // The command's configuration and lessons say nothing of the cluster.
    if (apiVersion === ASSERTIONS.apiVersion && (kind === 'Config' || kind === 'Lesson')) return;
    if (apiVersion === ASSERTIONS.apiVersion && kind === ASSERTIONS.kind) {
      const { assertions, diagnostics } = readAssertions(map, this.#document.file);
      this.assertions = [...(this.assertions ?? []), ...assertions];
      this.diagnostics.push(...diagnostics);
      return;
    }
    const [field, value] =
      kind === ASSERTIONS.kind
        ? (['apiVersion', ASSERTIONS.apiVersion] as const)
        : (['kind', ASSERTIONS.kind] as const);
    const range = this.#rangeOf(entryOf(map, field)?.value ?? map);
    const message = `\`${cutText(kind)}\` of \`${cutText(apiVersion)}\` is nothing that Sluice reads, so no flow of it is judged`;
    const advice = `Write \`${field}: ${value}\`.`;
    this.diagnostics.push({
      code: 'unserved-kind',
      severity: 'error',
      message,
      advice,
      range,
      ...this.#correct(object, { field, value }),
    });
  }

  leaveOut(span: Span): void {
    const range = this.#rangeOf(span);
    this.unused.push({ apiVersion: '', kind: '', namespace: '', name: '', range, reason: 'not-an-object' });
  }

  #leave({ map, apiVersion, kind }: ListedObject, reason: UnusedObject['reason']): void {
    this.unused.push({ apiVersion, kind, ...namesOf(map), range: this.#rangeOf(map), reason });
  }

  /** Points at the apiVersion, or where a list's item has none of its own at the whole item. */
  #report(
    { map, kind }: ListedObject,
    problem: Pick<Diagnostic, 'code' | 'message' | 'advice' | 'gap' | 'fixes'>,
  ): void {
    const range = this.#rangeOf(entryOf(map, 'apiVersion')?.value ?? map);
    this.diagnostics.push({ ...problem, severity: 'error', range, object: labelOf(kind, namesOf(map)) });
  }

  #correct(
    { map }: ListedObject,
    correction: { readonly field: 'apiVersion' | 'kind'; readonly value: string } | undefined,
  ): Pick<Diagnostic, 'fixes'> {
    if (!correction) return {};
    const entry = entryOf(map, correction.field);
    if (entry?.value.kind !== 'string') return {};
    const { start, end } = entry.value;
    const text = writeScalar(correction.value, this.#document.text.charAt(start) === '"');
    return {
      fixes: [{ title: `Write \`${correction.value}\``, edits: [{ file: this.#document.file, start, end, text }] }],
    };
  }

  #rangeOf({ start, end }: Span): SourceRange {
    return { file: this.#document.file, start, end };
  }
}

/** The objects of one document. Pure, so that results can be kept as long as the document stays the same. Never throws. */
export function decodeDocument(document: SourceDocument): DecodedResources {
  const { objects, diagnostics, others } = flattenLists(document);
  const decoding = new Decoding(document);
  for (const diagnostic of diagnostics) decoding.diagnostics.push(diagnostic);
  for (const span of others) decoding.leaveOut(span);
  for (const object of objects) decoding.add(object);
  const { resources, unused, assertions } = decoding;
  return { resources, diagnostics: decoding.diagnostics, unused, ...(assertions ? { assertions } : {}) };
}

/** The objects of all documents, in order. Objects named twice are both there: which one counts is the cluster's business. */
export function decodeDocuments(documents: readonly SourceDocument[]): DecodedResources {
  const decoded = documents.map(decodeDocument);
  const isAsserting = decoded.some((one) => one.assertions !== undefined);
  return {
    resources: decoded.flatMap((one) => one.resources),
    diagnostics: decoded.flatMap((one) => one.diagnostics),
    unused: decoded.flatMap((one) => one.unused),
    ...(isAsserting ? { assertions: decoded.flatMap((one) => one.assertions ?? []) } : {}),
  };
}
