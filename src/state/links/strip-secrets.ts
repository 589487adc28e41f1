// Takes out of manifests what nobody means to share: the data of Secrets, and the copies that kubectl keeps in an annotation.
import { type DocumentValue, entryOf, type Span } from '../../documents/document-value.ts';
import { readDocuments } from '../../documents/read-documents.ts';
import type { SourceFile } from '../../documents/source-file.ts';
import { applyEdits, type TextEdit } from '../../documents/text-edit.ts';
import { itemsAt, mapAt, textAt } from '../../documents/value-parts.ts';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Files without these words need no look. */
const SUSPECT = /Secret|last-applied-configuration/;

/** The file with empty values in their place; the very same where there was nothing to take out. */
export function withoutSecrets(file: SourceFile): SourceFile {
  if (!SUSPECT.test(file.text)) return file;
  const edits: TextEdit[] = [];
  const empty = ({ start, end }: Span, text: string) => {
    const written = file.text.slice(start, end).trimEnd();
    edits.push({ file: file.path, start, end: start + written.length, text });
  };
  const waiting: DocumentValue[] = readDocuments(file).documents.map(({ root }) => root);
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object.kind !== 'map') continue;
    waiting.push(...itemsAt(object, 'items'));
    if (textAt(object, 'kind') === 'Secret') {
      for (const key of ['data', 'stringData']) {
        const data = mapAt(object, key);
        if (data && data.entries.length > 0) empty(data, '{}');
      }
    }
    const annotations = mapAt(mapAt(object, 'metadata'), 'annotations');
    const copy = annotations && entryOf(annotations, LAST_APPLIED)?.value;
    if (copy?.kind === 'string' && copy.value !== '') empty(copy, '""');
  }
  const apart = edits.filter((one, at) => !edits.slice(0, at).some((other) => overlaps(one, other)));
  return apart.length === 0 ? file : { path: file.path, text: applyEdits(file.text, apart) };
}

/** An alias leads to the same place twice. */
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
