// A list of objects that is being read item by item: its type, and what to do when it turns out to be none.
import { NO_TYPE, type ObjectType } from '../../documents/bulk/object-root.ts';
import type { BulkObjects, Mark } from './bulk-objects.ts';

export class ListFrame {
  /** What items without a type of their own are; nothing for a `List`, or where the list's type stands behind its items. */
  readonly inherited: ObjectType;
  readonly #mark: Mark;
  readonly #offset: number;
  #type: ObjectType;

  /** @param type as far as it stands before the items */
  constructor(type: ObjectType, mark: Mark, offset: number) {
    const { apiVersion, kind } = type;
    const isTyped = kind.endsWith('List') && kind !== 'List' && apiVersion !== '';
    this.inherited = isTyped ? { apiVersion, kind: kind.slice(0, -'List'.length) } : NO_TYPE;
    this.#type = type;
    this.#mark = mark;
    this.#offset = offset;
  }

  /** A field that stands behind the items: the last one counts. */
  see(key: string, text: string): void {
    if (key === 'kind') this.#type = { ...this.#type, kind: text };
    else this.#type = { ...this.#type, apiVersion: text };
  }

  /** The list is complete. `end` is the offset in the file. */
  finish(objects: BulkObjects, end: number): void {
    const { apiVersion, kind } = this.#type;
    const { inherited } = this;
    const isAsRead = inherited.kind === '' || (kind === `${inherited.kind}List` && apiVersion === inherited.apiVersion);
    if (kind.endsWith('List') && apiVersion !== '' && isAsRead) return;
    objects.forget(this.#mark);
    objects.diagnostics.error(
      'no-kind',
      'unreadable',
      kind === '' || apiVersion === ''
        ? `this is no list of Kubernetes objects: \`${kind === '' ? 'kind' : 'apiVersion'}\` is missing; its items were not read`
        : 'this object is too large to be read, or two of its fields contradict each other; its items were not read',
      'Write `kind: List` and `apiVersion: v1`.',
      this.#offset,
      end,
    );
  }
}
