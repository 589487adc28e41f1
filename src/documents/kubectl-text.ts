// A whole stream exactly as kubectl reads it, up to its first error: the judge for the recorded readings.

import { BAD_BYTE } from './characters.ts';
import { openRawChunk } from './chunk-text.ts';
import { decodeUtf8 } from './decode-base64.ts';
import { DocumentComposer } from './document-composer.ts';
import type { DocumentValue } from './document-value.ts';
import { KUBECTL_BUDGET } from './read-budget.ts';
import { JsonReader } from './read-json.ts';
import { ReadingError, type ReadingProblem } from './reading-error.ts';
import { looksLikeJson, skipJsonSpace, splitStream, yamlStartAfterJson } from './split-stream.ts';

export interface KubectlReading {
  /** Documents delivered, null ones included; on an error, those before it. */
  readonly documents: readonly DocumentValue[];
  readonly error: ReadingProblem | undefined;
}

/** Reads bytes as kubectl's decoder does, which has not converted them before. */
export function readKubectlBytes(bytes: ArrayLike<number>): KubectlReading {
  return readKubectlText(decodeUtf8(bytes, (byte) => String.fromCharCode(BAD_BYTE + byte)));
}

/** Reads a text as kubectl's decoder does. Bytes of invalid UTF-8 may stand in it as U+DC80–U+DCFF. */
export function readKubectlText(text: string): KubectlReading {
  const documents: DocumentValue[] = [];
  try {
    if (looksLikeJson(text)) readJsonFirst(text, documents);
    else readYaml(text, 0, documents);
    return { documents, error: undefined };
  } catch (error) {
    if (error instanceof ReadingError) return { documents, error: error.problem };
    throw error;
  }
}

/** JSON values; after none or one of them, what follows may be YAML. */
function readJsonFirst(text: string, documents: DocumentValue[]): void {
  const reader = new JsonReader(text, KUBECTL_BUDGET, { nodes: 0 }, undefined);
  for (let end = 0; ; ) {
    const start = skipJsonSpace(text, end);
    if (start >= text.length) return;
    try {
      const document = reader.read(start);
      end = document.end;
      if (document.problem !== undefined) throw new StopReading(document.problem);
      documents.push(document.root);
    } catch (error) {
      if (!(error instanceof ReadingError) || error instanceof StopReading || documents.length > 1) throw error;
      const rest = yamlStartAfterJson(text, end);
      if (rest === undefined) throw error;
      const before = documents.length;
      try {
        readYaml(text, rest, documents);
      } catch (later) {
        throw later instanceof ReadingError && documents.length === before ? error : later;
      }
      return;
    }
  }
}

/** The value was good JSON, so kubectl does not try YAML. */
class StopReading extends ReadingError {}

function readYaml(text: string, from: number, documents: DocumentValue[]): void {
  const padded = text.endsWith('\n') ? text : `${text}\n`;
  for (const part of splitStream(padded, from, text.length)) {
    if (part.type === 'separator-error') throw part.error;
    const cursor = openRawChunk(padded, part.start, part.end);
    documents.push(new DocumentComposer(cursor, KUBECTL_BUDGET, { nodes: 0 }, undefined).compose().root);
  }
}
