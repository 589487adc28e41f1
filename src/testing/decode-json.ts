// Decodes a plain JavaScript value as one document and shows what was said about it (tests only).
import type { Diagnostic } from '../documents/diagnostic.ts';
import { decodeDocument, type UnusedObject } from '../resources/decode-documents.ts';
import type { Resource } from '../resources/resource.ts';
import { documentFromJson } from './document-from-json.ts';

export interface DecodedJson {
  readonly resources: readonly Resource[];
  readonly unused: readonly UnusedObject[];
  readonly diagnostics: readonly Diagnostic[];
  /** For each diagnostic its severity, its message without the consequence, and the text it points at: `error: … @ "x"`. */
  readonly said: readonly string[];
}

export function decodeJson(json: unknown): DecodedJson {
  const { document, text } = documentFromJson(json);
  const decoded = decodeDocument(document);
  const said = decoded.diagnostics.map(({ severity, message, range }) => {
    const words = message.replace(/; the API server rejects the .*$/s, '');
    return `${severity}: ${words} @ ${text.slice(range.start, range.end)}`;
  });
  return { ...decoded, said };
}

/** A NetworkPolicy `x/p` with this spec. */
export function policyWith(spec: unknown, extra: object = {}): object {
  const metadata = { name: 'p', namespace: 'x', ...('metadata' in extra ? (extra.metadata as object) : {}) };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', ...extra, metadata, spec };
}
