// The labels of a namespace that a manifest declares, changed there: what a form says becomes an edit of the text.
import { fail, ok, type Result } from '../base/result.ts';
import { documentsOf, Manifests } from '../documents/manifest.ts';
import { setLabel } from '../documents/set-label.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { TextChange } from '../documents/text-edit.ts';
import { mapAt, objectsOf, textAt } from '../documents/value-parts.ts';
import { parseLabels } from './fact-manifests.ts';

export interface LabelWish {
  readonly namespace: string;
  readonly key: string;
  /** Null: the label is to be gone. */
  readonly value: string | null;
}

function labelOfChange({ namespace, key, value }: LabelWish): string {
  return value === null
    ? `Remove label ${key} of namespace ${namespace}`
    : `Label namespace ${namespace} with ${key}=${value}`;
}

/** `file` declares the namespace; of several such objects in it the last counts. Fails with a sentence. */
export function namespaceLabelChange(file: SourceFile | undefined, wish: LabelWish): Result<TextChange, string> {
  const { namespace, key, value } = wish;
  if (value !== null) {
    const labels = parseLabels(`${key}=${value}`);
    if (!labels.ok) return labels;
  }
  const object = file && !file.large ? findNamespace(file, namespace) : undefined;
  if (!file || !object) return fail(`The manifest of ${namespace} is not at hand: change it where it is written`);
  const range = { file: file.path, start: object.start, end: object.end };
  const edits = setLabel(new Manifests([file]), range, ['metadata'], key, value);
  if (!edits) return fail('The manifest writes its labels in a way that only you can edit: open it in the editor');
  return ok({ label: labelOfChange(wish), edits });
}

function findNamespace(file: SourceFile, name: string) {
  return documentsOf(file)
    .flatMap(({ root }) => objectsOf(root))
    .findLast((one) => textAt(one, 'kind') === 'Namespace' && textAt(mapAt(one, 'metadata'), 'name') === name);
}
