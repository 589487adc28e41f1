// The policies of a file as their documents write them, read once for each text.
import { allDialects } from '../dialects/all-dialects.ts';
import type { Span } from '../documents/document-value.ts';
import { documentsOf } from '../documents/manifest.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { objectsOf } from '../documents/value-parts.ts';
import type { Semantics } from '../model/semantics.ts';
import type { WrittenPolicy } from '../model/written-policy.ts';

/** A policy and the place of its object. */
export interface PlacedText {
  readonly span: Span;
  readonly policy: WrittenPolicy;
}

/** Code units; reading a larger file once more would be felt while typing. */
const LARGEST_READ = 1024 * 1024;

const known = new WeakMap<SourceFile, Map<Semantics, readonly PlacedText[]>>();

function read(file: SourceFile, semantics: Semantics): readonly PlacedText[] {
  if (file.text.length > LARGEST_READ) return [];
  return documentsOf(file).flatMap(({ root }) =>
    objectsOf(root).flatMap((object) => {
      for (const dialect of allDialects) {
        const policy = dialect.written?.(object, file.text, semantics);
        if (policy) return [{ span: object, policy }];
      }
      return [];
    }),
  );
}

/** In the order of the text; none of a very large file. */
export function writtenIn(file: SourceFile, semantics: Semantics): readonly PlacedText[] {
  const bySemantics = known.get(file) ?? new Map<Semantics, readonly PlacedText[]>();
  known.set(file, bySemantics);
  const found = bySemantics.get(semantics) ?? read(file, semantics);
  bySemantics.set(semantics, found);
  return found;
}
