// Puts base and head of a review into a page of Sluice, as data that the page finds when it starts (`state/read-review-input.ts`).
import type { EngineOptions } from '../engine/engine-options.ts';

interface PageFile {
  readonly path: string;
  readonly text: string;
}

export interface PageReview {
  /** What is reviewed: `main..feature`. */
  readonly name: string;
  readonly base: readonly PageFile[];
  readonly head: readonly PageFile[];
  readonly options?: Partial<EngineOptions>;
  /** The label of namespaces that says whose they are. */
  readonly tenantLabel?: string;
  /** What could not be read on the way here. */
  readonly notices?: readonly {
    readonly path: string;
    readonly severity: 'info' | 'warning' | 'error';
    readonly message: string;
  }[];
}

/** The place in the page; `index.html` has it, empty. */
export const reviewPlace = '<script type="application/json" id="sluice-review"></script>';

/** `sluice/review-input/v1`: files that head has as base has them come once. */
export function reviewInput({ name, base, head, options, tenantLabel, notices }: PageReview): object {
  const texts = new Map(base.map(({ path, text }) => [path, text]));
  return {
    schema: 'sluice/review-input/v1',
    name,
    base: base.map(({ path, text }) => ({ path, text })),
    head: head.map(({ path, text }) => (texts.get(path) === text ? { path } : { path, text })),
    ...(options && { options }),
    ...(tenantLabel && { tenantLabel }),
    ...(notices && { notices }),
  };
}

/** Undefined where `template` is no page of Sluice. */
export function pageWithReview(template: string, review: PageReview): string | undefined {
  const at = template.indexOf(reviewPlace);
  if (at < 0) return undefined;
  const end = at + reviewPlace.length - '</script>'.length;
  return `${template.slice(0, end)}${jsonInScript(reviewInput(review))}${template.slice(end)}`;
}

/**
 * JSON that no HTML parser takes for the end of the script element or for a comment in it, and no script for a line break: `<`, `>`,
 * `&` and U+2028, U+2029 only come in strings, where they may be escaped. Lone surrogates are escaped by JSON itself.
 */
export function jsonInScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
