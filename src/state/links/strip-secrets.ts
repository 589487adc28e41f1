// Takes out of manifests what nobody means to share: the data of Secrets, and the copies that kubectl keeps in an annotation.
import { type DocumentValue, entryOf, type Span } from '../../documents/document-value.ts';
import { readDocuments } from '../../documents/read-documents.ts';
import type { SourceFile } from '../../documents/source-file.ts';
import { applyEdits, type TextEdit } from '../../documents/text-edit.ts';

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
    const items = entryOf(object, 'items')?.value;
    if (items?.kind === 'list') waiting.push(...items.items);
    const kind = entryOf(object, 'kind')?.value;
    if (kind?.kind === 'string' && kind.value === 'Secret') {
      for (const key of ['data', 'stringData']) {
        const data = entryOf(object, key)?.value;
        if (data?.kind === 'map' && data.entries.length > 0) empty(data, '{}');
      }
    }
    const metadata = entryOf(object, 'metadata')?.value;
    const annotations = metadata?.kind === 'map' ? entryOf(metadata, 'annotations')?.value : undefined;
    const copy = annotations?.kind === 'map' ? entryOf(annotations, LAST_APPLIED)?.value : undefined;
    if (copy?.kind === 'string' && copy.value !== '') empty(copy, '""');
  }
  const apart = edits.filter((one, at) => !edits.slice(0, at).some((other) => overlaps(one, other)));
  return apart.length === 0 ? file : { path: file.path, text: applyEdits(file.text, apart) };
}

/** An alias leads to the same place twice. */
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
