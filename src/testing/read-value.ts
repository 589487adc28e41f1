// A YAML text as the value of its only document (tests only).
import type { DocumentValue } from '../documents/document-value.ts';
import { readDocuments } from '../documents/read-documents.ts';

export function readValue(text: string): DocumentValue {
  const [document] = readDocuments({ path: 'a.yaml', text }).documents;
  if (!document) throw new Error(`no document: ${text}`);
  return document.root;
}
